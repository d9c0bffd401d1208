"""The list of routines."""

from dataclasses import replace

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from routine_app.core.balance.today import Today
from routine_app.core.library.view import FilterView, LibraryView, MuscleChoice, RoutineCard
from routine_app.core.session.resume import ElsewhereView, ResumeView
from routine_app.ui.kit import theme
from routine_app.ui.library.routine_card import FIGURE_SIZE
from routine_app.ui.library.screen import FIRST_CARDS, LibraryScreen
from tests.ui import control_tree, sample_views
from tests.ui.fake_commands import list_screen
from tests.ui.sample_views import BROKEN_CARD, OPEN_CARD

BELOW = ["New routine", "Import"]
"""The buttons at the end of the list."""


def shown(*cards: RoutineCard) -> tuple[LibraryScreen, list[object]]:
    """A screen with these cards, and what is asked for on it."""
    given: list[object] = []
    screen = list_screen(given)
    screen.show(LibraryView(cards))
    return screen, given


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
    assert opened == [("go", "/routine/reset")]


def test_a_card_shows_the_figures_there_are() -> None:
    """In a row; one that is missing leaves no hole, and screen readers pass them by."""
    screen, _ = shown(replace(OPEN_CARD, figures=("pigeon-pose", "missing", "butterfly")))
    figures = control_tree.shown(screen.control, ft.Image)
    assert [figure.src for figure in figures] == [sample_views.PICTURE] * 2
    assert all(figure.exclude_from_semantics for figure in figures)


def test_figures_and_further_cards_may_follow() -> None:
    """The first cards come with room for theirs; all else is added once, and stays with a view that is whole."""
    screen = list_screen([])
    cards = [replace(OPEN_CARD, name=f"{at}", figures=("pigeon-pose", "butterfly")) for at in range(9)]
    view = LibraryView(tuple(cards))
    screen.show(view, is_whole=False)
    assert control_tree.shown(screen.control, ft.Image) == []
    assert len(figure_rows(screen.control)) == FIRST_CARDS
    screen.complete()
    screen.complete()
    assert len(control_tree.shown(screen.control, ft.Image)) == 2 * 9
    screen.show(view)
    assert len(control_tree.shown(screen.control, ft.Image)) == 2 * 9


def figure_rows(root: BaseControl) -> list[ft.Container]:
    """What figures stand in, one row of them."""
    places = (place for place in control_tree.shown(root, ft.Container) if place.height == FIGURE_SIZE)
    return [place for place in places if isinstance(place.content, ft.Row)]


def test_figures_stay_on_their_card() -> None:
    """On a narrow one those that have room are seen, and none beside it."""
    screen = list_screen([])
    screen.show(LibraryView((replace(OPEN_CARD, figures=("pigeon-pose",) * 6),)))
    (place,) = figure_rows(screen.control)
    assert isinstance(place.content, ft.Row)
    assert (place.content.wrap, place.clip_behavior) == (True, ft.ClipBehavior.HARD_EDGE)


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
    assert asked == [("go", "/edit/broken.yaml")]
    assert control_tree.outlines(screen.control) == [ft.Border.all(1.5, theme.ACCENT)]


def test_a_broken_file_with_a_good_version_still_opens() -> None:
    """Its problem stands on the button."""
    screen, opened = shown(replace(OPEN_CARD, problem="hips.yaml:1:1: title: missing"))
    control_tree.press(control_tree.button(screen.control, "Runner's hips"))
    assert opened == [("go", "/routine/hips")]
    assert "hips.yaml:1:1: title: missing" in control_tree.words(screen.control)


def test_cards_that_are_gone_are_gone() -> None:
    """Shown again, the list is the new one."""
    screen, _ = shown(OPEN_CARD, BROKEN_CARD)
    screen.show(LibraryView(()))
    assert control_tree.words(screen.control) == ["Routines", *BELOW]


@pytest.mark.parametrize("count", [1, 3])
def test_the_order_is_the_librarys(count: int) -> None:
    """The screen sorts nothing."""
    titles = [f"Routine {number}" for number in reversed(range(count))]
    screen, _ = shown(*(replace(OPEN_CARD, title=title) for title in titles))
    names = [control_tree.words(button)[0] for button in control_tree.buttons(screen.control)]
    assert names == [*titles, *BELOW]


def test_an_interrupted_session_that_cannot_go_on_can_be_ended() -> None:
    """It says why; the same card offers another one again."""
    screen, pressed = shown()
    stranded = ResumeView("Hips", "2 holds done", "It cannot go on.", can_go_on=False)
    screen.show(LibraryView((OPEN_CARD,), stranded))
    words = control_tree.words(screen.control)
    assert words[1:6] == ["Interrupted", "Hips", "2 holds done", "It cannot go on.", "End it"]
    control_tree.press(control_tree.button(screen.control, "End it"))
    assert pressed == ["end_interrupted"]
    screen.show(LibraryView((OPEN_CARD,), sample_views.INTERRUPTED))
    assert control_tree.words(screen.control)[1] == "Continue"
    assert "Interrupted" not in control_tree.words(screen.control)


def test_an_interrupted_session_stands_above_the_routines() -> None:
    """It is one button named by what it does, beside a quiet one; without one there is no hole."""
    screen, pressed = shown()
    screen.show(LibraryView((OPEN_CARD,), sample_views.INTERRUPTED))
    names = [control_tree.name_of(found) for found in control_tree.buttons(screen.control)]
    assert names[:2] == [
        "Continue Runner's hips 4 of 9 holds done Next: Pigeon pose, left side 3 min 14 s left",
        "End it",
    ]
    assert names[2].startswith("Runner's hips")
    for name in ("Continue", "End it"):
        control_tree.press(control_tree.button(screen.control, name))
    assert pressed == ["go_on", "end_interrupted"]
    screen.show(LibraryView((OPEN_CARD,)))
    assert len(control_tree.buttons(screen.control)) == 1 + len(BELOW)


def test_a_session_that_runs_elsewhere_can_be_asked_for() -> None:
    """It stands where one to go on with would; without one there is no hole."""
    screen, pressed = shown()
    screen.show(LibraryView((OPEN_CARD,), elsewhere=ElsewhereView("Reset", "This session runs elsewhere.")))
    words = ["Reset", "This session runs elsewhere.", "Take over"]
    assert control_tree.words(screen.control)[1:4] == words
    control_tree.press(control_tree.button(screen.control, "Take over"))
    assert pressed == ["take_over"]
    screen.show(LibraryView((OPEN_CARD,)))
    assert not set(words) & set(control_tree.words(screen.control))


def test_what_was_not_saved_stands_above_the_routines() -> None:
    """One button for each draft, which goes on with it."""
    screen, asked = shown()
    screen.show(LibraryView((OPEN_CARD,), unsaved=("new routine.yaml",)))
    control_tree.press(control_tree.button(screen.control, "Not saved: new routine.yaml"))
    assert asked == [("go", "/edit/new%20routine.yaml")]


def test_a_routine_is_made_or_brought_in() -> None:
    """By the two buttons at the end."""
    screen, asked = shown(OPEN_CARD)
    for name in BELOW:
        control_tree.press(control_tree.button(screen.control, name))
    assert asked == [("go", "/new"), "import_routine"]


QUIET = FilterView(
    words="",
    muscles_words="Muscles",
    muscles=(
        MuscleChoice("it_band", "IT band", is_chosen=False),
        MuscleChoice("neck", "Neck", is_chosen=False),
    ),
    result="",
    left_out=frozenset(),
)
"""Nothing is looked for."""

FOUND = replace(
    QUIET,
    words="hip",
    muscles_words="Muscles, 1 chosen",
    muscles=(
        MuscleChoice("it_band", "IT band", is_chosen=True),
        MuscleChoice("neck", "Neck", is_chosen=False),
    ),
    result="1 of 2 routines",
    left_out=frozenset({"broken"}),
)
NOTHING = replace(QUIET, words="x", result="No routine matches.", left_out=frozenset({"hips", "broken"}))
CARDS = (OPEN_CARD, BROKEN_CARD)


def searched(view: FilterView | None) -> tuple[LibraryScreen, list[object]]:
    """A screen with two cards of which some are looked for, and what is asked for on it."""
    screen, asked = shown()
    screen.show(LibraryView(CARDS, search=view))
    return screen, asked


def field_of(screen: LibraryScreen) -> ft.TextField:
    """The field of the search."""
    (field,) = control_tree.shown(screen.control, ft.TextField)
    return field


def states_of(screen: LibraryScreen, name: str) -> ft.Semantics:
    """What a screen reader is told of a pill beside its name."""
    (state,) = [
        state
        for state in control_tree.shown(screen.control, ft.Semantics)
        if isinstance(state.content, ft.FilledButton) and control_tree.name_of(state.content) == name
    ]
    return state


def test_a_short_list_has_no_search() -> None:
    """Neither a field nor muscles."""
    screen, _ = searched(None)
    assert control_tree.shown(screen.control, ft.TextField) == []
    assert "Muscles" not in control_tree.words(screen.control)


def test_the_search_stands_above_the_cards() -> None:
    """A field by its name, and below it the muscles, folded away."""
    screen, _ = searched(QUIET)
    assert (field_of(screen).label, field_of(screen).value) == ("Search", "")
    assert control_tree.words(screen.control)[:3] == ["Routines", "Muscles", "Runner's hips"]
    assert states_of(screen, "Muscles").expanded is False


def test_the_muscles_are_unfolded_and_chosen() -> None:
    """Each is a button that tells a screen reader whether it is chosen, with a tick to see."""
    screen, asked = searched(QUIET)
    control_tree.press(control_tree.button(screen.control, "Muscles"))
    assert states_of(screen, "Muscles").expanded is True
    assert control_tree.words(screen.control)[1:5] == ["Muscles", "IT band", "Neck", "Runner's hips"]
    control_tree.press(control_tree.button(screen.control, "Neck"))
    assert asked == [("toggle_muscle", "neck")]
    band = control_tree.button(screen.control, "IT band")
    screen.show_search(FOUND)
    assert control_tree.button(screen.control, "IT band") is band
    assert states_of(screen, "IT band").selected is True
    assert states_of(screen, "Neck").selected is False
    assert [
        pill.icon is ft.Icons.CHECK_ROUNDED
        for pill in (band, control_tree.button(screen.control, "Neck"))
        if isinstance(pill, ft.FilledButton)
    ] == [True, False]
    control_tree.press(control_tree.button(screen.control, "Muscles, 1 chosen"))
    assert control_tree.words(screen.control)[1:4] == ["Muscles, 1 chosen", "1 of 2 routines", "Show all"]


def test_a_muscle_that_no_routine_works_any_more_is_gone() -> None:
    """The others keep their buttons."""
    screen, _ = searched(QUIET)
    control_tree.press(control_tree.button(screen.control, "Muscles"))
    neck = control_tree.button(screen.control, "Neck")
    screen.show_search(replace(QUIET, muscles=QUIET.muscles[1:]))
    assert "IT band" not in control_tree.words(screen.control)
    assert control_tree.button(screen.control, "Neck") is neck


def test_what_is_left_out_is_hidden() -> None:
    """What is found is said, also to a screen reader; the cards are the same controls throughout."""
    screen, _ = searched(QUIET)
    cards = control_tree.buttons(screen.control)
    screen.show_search(FOUND)
    words = control_tree.words(screen.control)
    assert words[:5] == ["Routines", "Muscles, 1 chosen", "1 of 2 routines", "Show all", "Runner's hips"]
    assert "broken.yaml" not in words
    told = [s for s in control_tree.shown(screen.control, ft.Semantics) if s.live_region]
    assert [control_tree.words(one) for one in told] == [["1 of 2 routines"]]
    screen.show_search(QUIET)
    assert all(one is other for one, other in zip(control_tree.buttons(screen.control), cards, strict=True))


def test_nothing_is_found() -> None:
    """It says so, with a button that shows all."""
    screen, asked = searched(NOTHING)
    words = control_tree.words(screen.control)
    assert words == ["Routines", "Muscles", "No routine matches.", "Show all", *BELOW]
    control_tree.press(control_tree.button(screen.control, "Show all"))
    assert asked == ["show_all"]
    screen.show_search(QUIET)
    assert (field_of(screen).value, "Show all" in control_tree.words(screen.control)) == ("", False)
    assert "broken.yaml" in control_tree.words(screen.control)


def test_words_are_heard_and_left_alone() -> None:
    """The field is its writer's: what was written on meanwhile stays, whatever is shown."""
    screen, asked = searched(QUIET)
    field = field_of(screen)
    control_tree.write(field_of(screen), "hip")
    assert asked == [("search", "hip")]
    field.value = "hips and"  # not told yet
    screen.show_search(FOUND)
    screen.show(LibraryView(CARDS[:1], search=FOUND))
    assert (field_of(screen), field.value) == (field, "hips and")


def test_words_that_come_from_elsewhere_are_written() -> None:
    """Such as none, when all is to be shown."""
    screen, _ = searched(FOUND)
    assert field_of(screen).value == "hip"
    control_tree.write(field_of(screen), "hips")
    screen.show_search(QUIET)
    assert field_of(screen).value == ""


def test_it_stands_below_what_is_most_worth_doing() -> None:
    """The session to go on with, today's, and what is not saved."""
    screen, _ = searched(QUIET)
    field = field_of(screen)
    today = Today("Runner's hips", "Nothing was held.")
    screen.show(LibraryView(CARDS, sample_views.INTERRUPTED, ("new.yaml",), today, FOUND))
    words = control_tree.words(screen.control)
    above = ["4 of 9 holds done", "Today", "Not saved: new.yaml", "Muscles, 1 chosen", OPEN_CARD.facts]
    assert sorted(above, key=words.index) == above
    assert field_of(screen) is field


def test_figures_are_found_anew_with_the_list_but_not_with_each_key() -> None:
    """It may have become dark, or a picture may be another; a search changes none."""
    night: list[str] = []
    asked: list[str | None] = []

    def find_picture(name: str | None) -> str | None:
        asked.append(name)
        return "".join(["night" if night else "day", sample_views.find_picture(name) or ""])

    screen = list_screen([], find_picture)
    screen.show(LibraryView(CARDS, search=QUIET))
    figures = control_tree.shown(screen.control, ft.Image)
    night.append("fall")
    asked.clear()
    screen.show_search(FOUND)
    assert (asked, {str(figure.src)[:3] for figure in figures}) == ([], {"day"})
    screen.show(LibraryView(CARDS, search=FOUND))
    figures = control_tree.shown(screen.control, ft.Image)
    assert {str(figure.src)[:5] for figure in figures} == {"night"}
