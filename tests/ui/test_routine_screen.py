"""The page of one routine."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.length import Length
from routine_app.core.present.routine import RoutineView
from routine_app.ui import theme
from routine_app.ui.routine_screen import RoutineScreen
from tests.ui import control_tree, sample_views
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle


class Shown:
    """A screen with a view, and what was asked for on it."""

    def __init__(self, view: RoutineView = sample_views.ROUTINE) -> None:
        self.asked: list[object] = []
        self.screen = RoutineScreen(
            lambda: self.asked.append("back"),
            self.asked.append,
            lambda: self.asked.append("start"),
            sample_views.find_picture,
        )
        self.screen.show(view)
        self.control = self.screen.control

    @property
    def lengths(self) -> ft.SegmentedButton:
        """The choice of lengths."""
        return control_tree.shown(self.control, ft.SegmentedButton)[0]


def test_it_says_all_of_the_routine() -> None:
    """From its title to what each stretch is good for; what a stretch has not is left out."""
    assert [w for w in control_tree.words(Shown().control) if w not in list(Length)] == [
        "Runner's hips",
        "6 min 25 s · 2 stretches",
        "The six ropes of the hip.",
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
    assert shown.screen._description.visible is False
    shown.screen.show(sample_views.ROUTINE)
    assert "The six ropes of the hip." in control_tree.words(shown.control)


@pytest.mark.parametrize(("name", "asked"), [("Back", "back"), ("Start", "start")])
def test_what_a_button_asks_for(name: str, asked: str) -> None:
    """By its accessible name."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.asked == [asked]


@pytest.mark.parametrize("length", Length)
def test_the_length_of_the_view_is_chosen(length: Length) -> None:
    """Of the three, by their words."""
    shown = Shown(replace(sample_views.ROUTINE, length=length))
    assert shown.lengths.selected == [length.value]
    assert [segment.label for segment in shown.lengths.segments] == ["Short", "Normal", "Long"]


@in_virtual_time
async def test_choosing_a_length_asks_for_it() -> None:
    """The client tells what is chosen, and then that it changed."""
    client, shown = StandInClient(), Shown()
    client.page.views = [ft.View(controls=[shown.control])]
    client.page.update()
    client.session.apply_patch(shown.lengths._i, {"selected": ["Long"]})
    await client.session.dispatch_event(shown.lengths._i, "change", '["Long"]')
    await settle()
    assert (shown.asked, client.crashes) == ([Length.LONG], [])


def test_nothing_chosen_asks_for_nothing() -> None:
    """A client that lets go of the chosen one must not break the page."""
    shown = Shown()
    shown.lengths.selected = []
    shown.screen._length_chosen()
    assert shown.asked == []


def outlines(control: ft.Control) -> list[ft.Border]:
    """The outlines that one sees."""
    return [found.border for found in control_tree.shown(control, ft.Container) if found.border]


def test_a_problem_stands_above_the_lengths() -> None:
    """Outlined, in words; a mended file shows none."""
    shown = Shown(replace(sample_views.ROUTINE, problem="hips.yaml:1:1: wrong."))
    assert "hips.yaml:1:1: wrong." in control_tree.words(shown.control)
    assert outlines(shown.control) == [ft.Border.all(1.5, theme.ACCENT)]
    shown.screen.show(sample_views.ROUTINE)
    assert "hips.yaml:1:1: wrong." not in control_tree.words(shown.control)
    assert outlines(shown.control) == []


@pytest.mark.parametrize(("height", "button_height"), [(844, 76), (480, 76), (390, 56)])
def test_a_low_screen_has_a_lower_button(height: int, button_height: int) -> None:
    """So that there is room to read on a phone on its side."""
    shown = Shown()
    shown.screen.fit(height)
    assert control_tree.button(shown.control, "Start").height == button_height
