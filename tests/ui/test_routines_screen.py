"""The list of routines."""

from dataclasses import replace

import flet as ft
import pytest

from routine_app.core.present.routines import RoutineCard, RoutinesView
from routine_app.ui import theme
from routine_app.ui.routines_screen import RoutinesScreen
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import FakeListCommands
from tests.ui.sample_views import BROKEN_CARD, OPEN_CARD

BELOW = ["New routine", "Import"]
"""The buttons at the end of the list."""


def shown(*cards: RoutineCard) -> tuple[RoutinesScreen, list[object]]:
    """A screen with these cards, and what is asked for on it."""
    commands = FakeListCommands()
    screen = RoutinesScreen(commands, sample_views.find_picture)
    screen.show(RoutinesView(cards))
    return screen, commands.given


def test_a_card_says_what_is_in_the_routine() -> None:
    """Title, time and number, muscles, below the screen's own title."""
    screen, _ = shown(OPEN_CARD)
    assert control_tree.words(screen.control) == [
        "Routines",
        "Runner's hips",
        "6 min 25 s · 5 stretches · both sides",
        "IT band, Hip flexors",
        *BELOW,
    ]


def test_a_card_is_one_button_named_by_its_title() -> None:
    """A click opens the routine by the name of its file."""
    screen, opened = shown(OPEN_CARD, replace(OPEN_CARD, name="reset", title="Quick reset"))
    assert len(control_tree.buttons(screen.control)) == 2 + len(BELOW)
    control_tree.press(control_tree.button(screen.control, "Quick reset"))
    assert opened == [("open_routine", "reset")]


def test_a_card_shows_the_figures_there_are() -> None:
    """In a row; one that is missing leaves no hole, and screen readers pass them by."""
    screen, _ = shown(replace(OPEN_CARD, figures=("pigeon-pose", "missing", "butterfly")))
    figures = control_tree.shown(screen.control, ft.Image)
    assert [figure.src for figure in figures] == [sample_views.PICTURE] * 2
    assert all(figure.exclude_from_semantics for figure in figures)


def test_a_broken_file_is_a_card_that_says_what_is_wrong() -> None:
    """With an outline, and words, and no button that would open nothing, but one to mend it."""
    screen, asked = shown(BROKEN_CARD)
    assert control_tree.words(screen.control) == [
        "Routines",
        "broken.yaml",
        "This file has an error",
        BROKEN_CARD.problem,
        "Edit",
        *BELOW,
    ]
    control_tree.press(control_tree.button(screen.control, "Edit"))
    assert asked == [("edit_file", "broken.yaml")]
    outlines = [c.border for c in control_tree.shown(screen.control, ft.Container) if c.border]
    assert outlines == [ft.Border.all(1.5, theme.ACCENT)]


def test_a_broken_file_with_a_good_version_still_opens() -> None:
    """Its problem stands on the button."""
    screen, opened = shown(replace(OPEN_CARD, problem="hips.yaml:1:1: title: missing"))
    control_tree.press(control_tree.button(screen.control, "Runner's hips"))
    assert opened == [("open_routine", "hips")]
    assert "hips.yaml:1:1: title: missing" in control_tree.words(screen.control)


def test_cards_that_are_gone_are_gone() -> None:
    """Shown again, the list is the new one."""
    screen, _ = shown(OPEN_CARD, BROKEN_CARD)
    screen.show(RoutinesView(()))
    assert control_tree.words(screen.control) == ["Routines", *BELOW]


@pytest.mark.parametrize("count", [1, 3])
def test_the_order_is_the_librarys(count: int) -> None:
    """The screen sorts nothing."""
    titles = [f"Routine {number}" for number in reversed(range(count))]
    screen, _ = shown(*(replace(OPEN_CARD, title=title) for title in titles))
    names = [control_tree.words(button)[0] for button in control_tree.buttons(screen.control)]
    assert names == [*titles, *BELOW]


def test_an_interrupted_session_stands_above_the_routines() -> None:
    """It is one button named by what it does, beside a quiet one; without one there is no hole."""
    screen, pressed = shown()
    screen.show(RoutinesView((OPEN_CARD,), sample_views.INTERRUPTED))
    names = [control_tree.name_of(found) for found in control_tree.buttons(screen.control)]
    assert names[:2] == [
        "Continue Runner's hips 4 of 9 holds done Next: Pigeon pose, left side 3 min 14 s left",
        "End it",
    ]
    assert names[2].startswith("Runner's hips")
    for name in ("Continue", "End it"):
        control_tree.press(control_tree.button(screen.control, name))
    assert pressed == ["go_on", "end_interrupted"]
    screen.show(RoutinesView((OPEN_CARD,)))
    assert len(control_tree.buttons(screen.control)) == 1 + len(BELOW)


def test_what_was_not_saved_stands_above_the_routines() -> None:
    """One button for each draft, which goes on with it."""
    screen, asked = shown()
    screen.show(RoutinesView((OPEN_CARD,), unsaved=("new routine.yaml",)))
    control_tree.press(control_tree.button(screen.control, "Not saved: new routine.yaml"))
    assert asked == [("edit_file", "new routine.yaml")]


def test_a_routine_is_made_or_brought_in() -> None:
    """By the two buttons at the end."""
    screen, asked = shown(OPEN_CARD)
    for name in BELOW:
        control_tree.press(control_tree.button(screen.control, name))
    assert asked == ["new_routine", "import_routine"]
