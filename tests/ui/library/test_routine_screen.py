"""The page of one routine."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.library.routine_view import RoutineView
from routine_app.core.routine.hold_length import Length
from routine_app.core.text.line_breaks import SOFT_BREAK, widest_part
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.library.routine_screen import RoutineScreen
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeLibrary

LENGTHS = ("Short", "Normal", "Long")


class Shown:
    """A screen with a view, and what was asked for on it."""

    def __init__(self, view: RoutineView = sample_views.ROUTINE) -> None:
        commands = FakeLibrary()
        self.asked = commands.given
        self.screen = RoutineScreen(commands, sample_views.find_picture)
        self.screen.show(view)
        self.control = self.screen.control


def test_it_says_all_of_the_routine() -> None:
    """From its title to what each stretch is good for; what a stretch has not is left out."""
    assert [w for w in control_tree.words(Shown().control) if w not in [*LENGTHS, "Hold length"]] == [
        "Runner's hips",
        "6 min 25 s · 2 stretches",
        "The six ropes of the hip.",
        "Save as audio",
        "Pigeon pose",
        "Each side, 30 s",
        "Hip flexors",
        "Sit low.",
        "It helps.",
        "Butterfly",
        "45 s",
        "Start",
    ]


def test_a_stretch_has_its_figure_if_there_is_one() -> None:
    """The second stretch has none, and a name without a picture counts as none."""
    assert len(control_tree.shown(Shown().control, ft.Image)) == 1
    rows = tuple(replace(row, figure="missing") for row in sample_views.ROUTINE.stretches)
    shown = Shown(replace(sample_views.ROUTINE, stretches=rows))
    assert control_tree.shown(shown.control, ft.Image) == []


def test_a_routine_without_a_description_has_no_empty_line() -> None:
    """And one that has one again shows it again."""
    shown = Shown(replace(sample_views.ROUTINE, description=""))
    assert "" not in [text.value for text in control_tree.shown(shown.control, ft.Text)]
    shown.screen.show(sample_views.ROUTINE)
    assert "The six ropes of the hip." in control_tree.words(shown.control)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Back", "leave_routine"),
        ("Start", "begin_routine"),
        ("Edit", "edit_routine"),
        ("Share", "share_routine"),
        ("Save as audio", "save_audio"),
        ("Duplicate", "duplicate_routine"),
    ],
)
def test_what_a_button_asks_for(name: str, asked: str) -> None:
    """By its accessible name."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.asked == [asked]


@pytest.mark.parametrize("name", ["Delete", "Reset"])
def test_a_file_of_ones_own_can_be_deleted_and_a_copy_reset(name: str) -> None:
    """One of the two, or neither for what ships with the app."""
    can_delete, can_reset = name == "Delete", name == "Reset"
    shown = Shown(replace(sample_views.ROUTINE, can_delete=can_delete, can_reset=can_reset))
    names = [control_tree.name_of(button) for button in control_tree.buttons(shown.control)]
    assert [found for found in names if found in {"Delete", "Reset"}] == [name]
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.asked == ["delete_routine"]
    shown.screen.show(sample_views.ROUTINE)
    names = [control_tree.name_of(button) for button in control_tree.buttons(shown.control)]
    assert {"Delete", "Reset"}.isdisjoint(names)


@pytest.mark.parametrize("length", Length)
def test_the_length_of_the_view_is_chosen(length: Length) -> None:
    """Of the three, by their words; a screen reader is told which."""
    shown = Shown(replace(sample_views.ROUTINE, length=length))
    choices = [node for node in control_tree.shown(shown.control, ft.Semantics) if node.selected is not None]
    assert {control_tree.words(node)[0]: node.selected for node in choices} == {
        words: one is length for words, one in zip(LENGTHS, Length, strict=True)
    }


def test_choosing_a_length_asks_for_it() -> None:
    """The view that comes back says whether it is so."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, "Long"))
    assert shown.asked == [("set_length", Length.LONG)]


def test_a_problem_stands_above_the_lengths() -> None:
    """Outlined, in words; a mended file shows none."""
    shown = Shown(replace(sample_views.ROUTINE, problem="hips.yaml:1:1: wrong."))
    assert "hips.yaml:1:1: wrong." in control_tree.words(shown.control)
    assert control_tree.outlines(shown.control) == [ft.Border.all(1.5, theme.ACCENT)]
    shown.screen.show(sample_views.ROUTINE)
    assert "hips.yaml:1:1: wrong." not in control_tree.words(shown.control)
    assert control_tree.outlines(shown.control) == []


@pytest.mark.parametrize(("height", "button_height"), [(844, 76), (480, 76), (390, 56)])
def test_a_low_screen_has_a_lower_button(height: int, button_height: int) -> None:
    """So that there is room to read on a phone on its side."""
    shown = Shown()
    shown.screen.fit(Viewport(390, height))
    assert control_tree.button(shown.control, "Start").height == button_height


def test_a_long_word_of_the_title_is_broken() -> None:
    """Between its syllables, which have room when the text is large on a narrow screen; it is not made small."""
    shown = Shown()
    shown.screen.fit(Viewport(320, 568, TextScale(2, 2)))
    shown.screen.show(replace(sample_views.ROUTINE, title="Hamstringstretching today"))
    title = control_tree.text(shown.control, "Hamstringstretching today")
    assert SOFT_BREAK in title.value
    assert 19 <= (title.size or 0) <= 280 / (widest_part(title.value) * 2 * 0.55)


def test_a_name_has_the_whole_card_where_there_is_little_room() -> None:
    """With large text on a narrow screen the figure stands above it, and beside it again where there is room."""
    shown = Shown()
    above = []
    for viewport in (Viewport(390, 844), Viewport(320, 568, TextScale(2, 2)), Viewport(1280, 800)):
        shown.screen.fit(viewport)
        rows = control_tree.shown(shown.control, ft.Row)
        above.append(not any(isinstance(part, ft.Image) for row in rows for part in row.controls))
    assert above == [False, True, False]
