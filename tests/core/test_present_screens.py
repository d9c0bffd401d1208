"""What the screens around the player say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from routine_app.core.history.view import when_words
from routine_app.core.library.routine_view import hold_words, present_routine
from routine_app.core.library.search import RoutineFilter, findable
from routine_app.core.library.view import (
    FIGURES_IN_A_CARD,
    SEARCHED_FROM,
    FilterView,
    MuscleChoice,
    present_filter,
    present_routines,
)
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.session.summary_view import MuscleRow, present_summary

PIGEON = Stretch(
    "Pigeon pose",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    muscles=("hip_flexors", "glutes"),
    how="Fold one shin.",
    why="For the front of the hip.",
    figure="pigeon-pose",
)
SIT = Stretch("Sit", (SideHold(Side.BOTH, 20.0),), 10.0, 5.0)
ROUTINE = Routine("Evening", (PIGEON, SIT), description="Calm.")
ENTRY = RoutineEntry("evening", "evening.yaml", ROUTINE)
PROBLEM = Problem("evening.yaml", 4, 11, "hold", "is not a duration")
NOW = datetime(2026, 3, 4, 20, 0, tzinfo=UTC)


def hold(index: int, side: Side, held_seconds: float, status: HoldStatus) -> HoldRecord:
    """Make a record of a pigeon pose of 30 s."""
    return HoldRecord(index, "Pigeon pose", ("hip_flexors",), side, 1, 1, 30.0, held_seconds, status)


SESSION = SessionRecord(
    session_id="s",
    routine="evening",
    title="Evening",
    started_at=NOW - timedelta(hours=1),
    ended_at=NOW,
    status=SessionStatus.COMPLETED,
    planned_seconds=120.0,
    holds=(
        hold(0, Side.LEFT, 30.0, HoldStatus.DONE),
        hold(1, Side.RIGHT, 12.4, HoldStatus.CUT),
        hold(2, Side.LEFT, 0.0, HoldStatus.SKIPPED),
        hold(3, Side.LEFT, 0.0, HoldStatus.SKIPPED),
    ),
)


class TestRoutines:
    """The list of routines."""

    def test_a_card(self) -> None:
        """Its facts, its muscles, and its figures once each."""
        (card,) = present_routines([ENTRY]).cards
        assert (card.name, card.title, card.facts) == (
            "evening",
            "Evening",
            "1 min 45 s · 2 stretches · both sides",
        )
        assert (card.muscles, card.figures) == ("Hip flexors, Glutes", ("pigeon-pose",))
        assert (card.problem, card.can_open) == ("", True)

    def test_one_side_is_not_both(self) -> None:
        """A routine that knows only the left does not claim both sides."""
        left = replace(PIGEON, holds=(SideHold(Side.LEFT, 30.0),))
        (card,) = present_routines([replace(ENTRY, routine=replace(ROUTINE, stretches=(left,)))]).cards
        assert card.facts == "40 s · 1 stretch"

    def test_a_card_has_room_for_six_figures(self) -> None:
        """More are left out."""
        many = tuple(replace(PIGEON, figure=f"figure-{number}") for number in range(9))
        (card,) = present_routines([replace(ENTRY, routine=replace(ROUTINE, stretches=many))]).cards
        assert len(card.figures) == FIGURES_IN_A_CARD

    def test_a_broken_file(self) -> None:
        """It goes by its file's name and says its first error."""
        (card,) = present_routines([replace(ENTRY, routine=None, problems=(PROBLEM,))]).cards
        assert (card.title, card.facts, card.can_open) == ("evening.yaml", "This file has an error", False)
        assert card.problem == "evening.yaml:4:11: hold: is not a duration"

    def test_a_broken_file_that_was_good(self) -> None:
        """It can still be opened, and says what is wrong."""
        (card,) = present_routines([replace(ENTRY, problems=(PROBLEM,))]).cards
        assert (card.title, card.can_open) == ("Evening", True)
        assert card.problem.startswith("evening.yaml:4:11")


def searched(wanted: RoutineFilter, count: int = SEARCHED_FROM) -> FilterView | None:
    """What is looked for in so many routines, of which the first works the neck and the last is broken."""
    neck = replace(ROUTINE, title="Desk", stretches=(replace(PIGEON, muscles=("neck",)),))
    entries = [RoutineEntry(f"r{n}", f"r{n}.yaml", ROUTINE) for n in range(count - 2)]
    first = RoutineEntry("desk", "desk.yaml", neck)
    last = RoutineEntry("odd", "odd.yaml", None, (PROBLEM,))
    return present_filter([findable(entry) for entry in [first, *entries, last]], wanted)


class TestSearch:
    """What is looked for on the list."""

    @pytest.mark.parametrize("wanted", [RoutineFilter(), RoutineFilter("desk"), RoutineFilter("nothing")])
    def test_a_short_list_is_not_searched(self, wanted: RoutineFilter) -> None:
        """Fewer than eight files, broken ones among them; whatever was looked for before."""
        assert searched(wanted, 7) is None
        assert searched(wanted, 8) is not None

    def test_nothing_is_looked_for(self) -> None:
        """Nothing is left out, nothing said; the muscles that some routine works can be chosen, the hip's first."""
        assert searched(RoutineFilter()) == FilterView(
            words="",
            muscles_words="Muscles",
            muscles=(
                MuscleChoice("hip_flexors", "Hip flexors", is_chosen=False),
                MuscleChoice("glutes", "Glutes", is_chosen=False),
                MuscleChoice("neck", "Neck", is_chosen=False),
            ),
            result="",
            left_out=frozenset(),
        )

    @pytest.mark.parametrize(
        ("wanted", "found", "result"),
        [
            (RoutineFilter("desk"), {"desk"}, "1 of 8 routines"),
            (RoutineFilter("evening"), {f"r{n}" for n in range(6)}, "6 of 8 routines"),
            (RoutineFilter("odd"), {"odd"}, "1 of 8 routines"),
            (RoutineFilter("pigeon"), {"desk", *(f"r{n}" for n in range(6))}, "7 of 8 routines"),
            (RoutineFilter("pigeon", frozenset({"neck"})), {"desk"}, "1 of 8 routines"),
            (RoutineFilter("yaml"), {"desk", "odd", *(f"r{n}" for n in range(6))}, "8 of 8 routines"),
            (RoutineFilter("cobra"), set(), "No routine matches."),
        ],
    )
    def test_what_is_found(self, wanted: RoutineFilter, found: set[str], result: str) -> None:
        """The others are left out, and the number is said."""
        view = searched(wanted)
        assert view is not None
        everything = {"desk", "odd", *(f"r{n}" for n in range(6))}
        assert (everything - view.left_out, view.result, view.words) == (found, result, wanted.words)

    def test_muscles_that_are_chosen(self) -> None:
        """Their number stands where they are folded away."""
        view = searched(RoutineFilter(muscles=frozenset({"neck", "glutes"})))
        assert view is not None
        assert view.muscles_words == "Muscles, 2 chosen"
        assert [choice.label for choice in view.muscles if choice.is_chosen] == ["Glutes", "Neck"]
        assert view.result == "No routine matches."

    def test_a_chosen_muscle_that_nothing_works_any_more(self) -> None:
        """Its routine was deleted: it is still there to be let go of."""
        view = searched(RoutineFilter(muscles=frozenset({"feet"})))
        assert view is not None
        assert [(choice.label, choice.is_chosen) for choice in view.muscles][-1] == ("Feet", True)

    def test_the_list_has_it(self) -> None:
        """With all of its cards."""
        search = searched(RoutineFilter("nothing"))
        view = present_routines([ENTRY], search=search)
        assert (len(view.cards), view.search) == (1, search)
        assert present_routines([ENTRY]).search is None


class TestRoutine:
    """The page of one routine."""

    def test_a_page(self) -> None:
        """Its facts, its description and its stretches."""
        view = present_routine(ENTRY, Length.NORMAL)
        assert (view.title, view.description, view.facts) == ("Evening", "Calm.", "1 min 45 s · 2 stretches")
        row = view.stretches[0]
        assert (row.name, row.holds, row.muscles) == ("Pigeon pose", "Each side, 30 s", "Hip flexors, Glutes")
        assert (row.how, row.why, row.figure) == (
            "Fold one shin.",
            "For the front of the hip.",
            "pigeon-pose",
        )
        assert view.problem == ""

    def test_a_long_one(self) -> None:
        """The holds are half as long again, the gaps are not."""
        view = present_routine(ENTRY, Length.LONG)
        assert (view.facts, view.stretches[0].holds) == ("2 min 25 s · 2 stretches", "Each side, 45 s")

    def test_rounds(self) -> None:
        """More than one round is a fact."""
        view = present_routine(replace(ENTRY, routine=replace(ROUTINE, rounds=2)), Length.NORMAL)
        assert view.facts.endswith("2 rounds")

    def test_the_last_good_version(self) -> None:
        """It says that it stands in, and why."""
        view = present_routine(replace(ENTRY, problems=(PROBLEM,)), Length.NORMAL)
        assert view.problem.startswith("evening.yaml:4:11: hold: is not a duration. Until it is mended")

    def test_nothing_to_show(self) -> None:
        """An entry that never was good has no page."""
        with pytest.raises(ValueError, match="has errors"):
            present_routine(replace(ENTRY, routine=None), Length.NORMAL)


@pytest.mark.parametrize(
    ("holds", "sets", "words"),
    [
        (((Side.BOTH, 20.0),), 1, "20 s"),
        (((Side.BOTH, 90.0),), 2, "2 sets, 1 min 30 s"),
        (((Side.LEFT, 30.0),), 1, "Left side, 30 s"),
        (((Side.LEFT, 30.0), (Side.RIGHT, 30.0)), 3, "Each side, 3 sets, 30 s"),
        (((Side.LEFT, 45.0), (Side.RIGHT, 60.0)), 1, "Left 45 s, right 1 min"),
    ],
)
def test_hold_words(holds: tuple[tuple[Side, float], ...], sets: int, words: str) -> None:
    """Sides, sets and holds in one phrase."""
    stretch = replace(PIGEON, holds=tuple(SideHold(*hold) for hold in holds), sets=sets)
    assert hold_words(stretch) == words


class TestSummary:
    """The page after a session."""

    def test_what_was_held_and_what_was_left_out(self) -> None:
        """Seconds in all and for each muscle, and each thing left out once."""
        view = present_summary(SESSION)
        assert (view.heading, view.title) == ("Done", "Evening")
        assert (view.held, view.planned) == ("42 s held", "of 2 min planned")
        assert view.muscles == (MuscleRow("Hip flexors", "30 s", "12 s"),)
        assert view.left_out == (
            "Pigeon pose, right side: 12 s of 30 s",
            "Pigeon pose, left side: skipped, 2 times",
        )

    def test_stopped(self) -> None:
        """A session stopped early says so, and no muscle that got nothing is listed."""
        view = present_summary(replace(SESSION, status=SessionStatus.STOPPED, holds=SESSION.holds[2:]))
        assert (view.heading, view.muscles) == ("Stopped", ())


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today 20:00"), (1, "Yesterday 20:00"), (2, "Mon 2 Mar 20:00"), (100, "Mon 24 Nov 2025 20:00")],
)
def test_when(days: int, words: str) -> None:
    """Days are told by their distance, older years by their number."""
    assert when_words(NOW - timedelta(days=days), NOW) == words


def test_the_users_own_routines_come_first() -> None:
    """Those that ship follow, both in the order of the library."""
    entries = [
        RoutineEntry(name, f"{name}.yaml", ROUTINE, is_shipped=is_shipped)
        for name, is_shipped in (("a", True), ("b", False), ("c", True), ("d", False))
    ]
    assert [card.name for card in present_routines(entries).cards] == ["b", "d", "a", "c"]
