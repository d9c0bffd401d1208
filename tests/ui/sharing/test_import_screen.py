"""The screen that shows a routine before it is kept."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.library.routine_view import StretchRow
from routine_app.core.sharing.import_view import EntryView, ImportedRoutineView
from routine_app.core.text.line_breaks import SOFT_BREAK, widest_part
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.sharing.import_screen import ENTRIES, ImportScreen
from tests.ui import control_tree

STRETCHES = (
    StretchRow("Pigeon pose", "Each side, 30 s", "Hip flexors", "Sit low.", "It helps.", "pigeon-pose"),
    StretchRow("Butterfly", "45 s", "", "", "", None),
)
VIEW = ImportedRoutineView(
    title="Runner's hips",
    source="From hips.yaml",
    place="",
    description="The six ropes of the hip.",
    facts="6 min 25 s · 2 stretches",
    stretches=STRETCHES,
    problems=(),
    unsupported=(),
    name_words="It is kept as hips.yaml.",
    keep_words="Keep",
)
TAKEN = replace(
    VIEW,
    name_words="It is there.",
    keep_words="Keep both",
    taken="hips.yaml",
    can_replace=True,
    keep_all_words="Keep all 3",
    entries=(
        EntryView("Plank", "Plank · 30 s · hold", is_rest=False, is_asked=False),
        EntryView("Long rest", "Long rest · 1 min · rest", is_rest=True, is_asked=False),
    ),
)


class Shown:
    """A screen with a view, and what was asked for on it."""

    def __init__(self, view: ImportedRoutineView = VIEW) -> None:
        self.asked: list[str] = []
        self.screen = ImportScreen(
            on_back=lambda: self.asked.append("back"),
            on_keep=lambda: self.asked.append("keep"),
            on_replace=lambda: self.asked.append("replace"),
            on_not_now=lambda: self.asked.append("not now"),
            on_keep_all=lambda: self.asked.append("keep all"),
            on_entry=self.asked.append,
        )
        self.screen.show(view)
        self.control = self.screen.control


def test_it_says_all_of_the_routine() -> None:
    """What is in it, where it is from, and what it will be called."""
    assert control_tree.words(Shown().control) == [
        "Runner's hips",
        "6 min 25 s · 2 stretches",
        "From hips.yaml",
        "The six ropes of the hip.",
        "It is kept as hips.yaml.",
        "Not now",
        "Pigeon pose",
        "Each side, 30 s",
        "Hip flexors",
        "Sit low.",
        "Butterfly",
        "45 s",
        "Keep",
    ]


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Back", "back"),
        ("Keep both", "keep"),
        ("Replace", "replace"),
        ("Not now", "not now"),
        ("Keep all 3", "keep all"),
        ("Long rest · 1 min · rest", "Long rest"),
    ],
)
def test_what_a_button_asks_for(name: str, asked: str) -> None:
    """By its accessible name."""
    shown = Shown(TAKEN)
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.asked == [asked]


def test_replace_is_offered_only_where_it_can_be() -> None:
    """And goes again with the next routine."""
    shown = Shown(TAKEN)
    assert "Replace" in control_tree.words(shown.control)
    shown.screen.show(VIEW)
    assert "Replace" not in control_tree.words(shown.control)
    assert control_tree.words(shown.control)[-1] == "Keep"


def test_problems_and_losses_stand_before_the_stretches() -> None:
    """Problems outlined; each line by itself."""
    shown = Shown(
        replace(VIEW, problems=("hips.yaml:1:1: wrong",), unsupported=("Its colour.", "Its sounds."))
    )
    words = control_tree.words(shown.control)
    start = words.index("Problems")
    assert words[start : start + 6] == [
        "Problems",
        "hips.yaml:1:1: wrong",
        "Not carried over",
        "Its colour.",
        "Its sounds.",
        "Pigeon pose",
    ]
    assert control_tree.outlines(shown.control) == [ft.Border.all(1.5, theme.ACCENT)]
    shown.screen.show(VIEW)
    assert "Problems" not in control_tree.words(shown.control)


def test_a_broken_routine_has_no_empty_line() -> None:
    """It has no description and no stretches; one of several tells which."""
    shown = Shown(replace(VIEW, description="", stretches=(), place="Routine 2 of 3"))
    assert control_tree.words(shown.control) == [
        "Routine 2 of 3",
        "Runner's hips",
        "6 min 25 s · 2 stretches",
        "From hips.yaml",
        "It is kept as hips.yaml.",
        "Not now",
        "Keep",
    ]


@pytest.mark.parametrize(("height", "button_height"), [(844, 76), (390, 56)])
def test_a_low_screen_has_a_lower_button(height: int, button_height: int) -> None:
    """So that there is room to read on a phone on its side."""
    shown = Shown()
    shown.screen.fit(Viewport(390, height))
    assert control_tree.button(shown.control, "Keep").height == button_height


def test_a_long_word_of_the_title_is_broken() -> None:
    """Between its syllables, which have room when the text is large on a narrow screen; it is not made small."""
    shown = Shown()
    shown.screen.fit(Viewport(320, 568, TextScale(2, 2)))
    shown.screen.show(replace(VIEW, title="Hamstringstretching today"))
    title = control_tree.text(shown.control, "Hamstringstretching today")
    assert SOFT_BREAK in title.value
    assert 19 <= (title.size or 0) <= 280 / (widest_part(title.value) * 2 * 0.55)


def test_fingers_find_every_button() -> None:
    """Each is 48 pixels high."""
    found = control_tree.buttons(Shown(TAKEN).control)
    assert [button.height >= theme.TOUCH_TARGET for button in found if button.height] == [True] * 4


def test_what_may_be_a_rest_is_asked_for() -> None:
    """The card is outlined, and each entry a button; a routine of the app's own has no such card."""
    asked = EntryView("Switch", "Switch · 5 s · hold", is_rest=False, is_asked=True)
    shown = Shown(replace(TAKEN, entries=(*TAKEN.entries, asked), asked="Held, or a rest?"))
    words = control_tree.words(shown.control)
    start = words.index("Holds and rests")
    assert words[start + 1 : start + 5] == [
        "Held, or a rest?",
        "Plank · 30 s · hold",
        "Long rest · 1 min · rest",
        "Switch · 5 s · hold",
    ]
    assert control_tree.outlines(shown.control) == [ft.Border.all(1.5, theme.ACCENT)]
    shown.screen.show(TAKEN)
    assert ENTRIES in control_tree.words(shown.control)
    assert control_tree.outlines(shown.control) == []
    shown.screen.show(VIEW)
    assert "Holds and rests" not in control_tree.words(shown.control)
    assert "Keep all 3" not in control_tree.words(shown.control)
