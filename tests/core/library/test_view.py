"""The list of routines, and what is looked for on it."""

import pytest

from routine_app.core.library.search import RoutineFilter, findable
from routine_app.core.library.view import (
    FIGURES_IN_A_CARD,
    SEARCHED_FROM,
    FilterView,
    MuscleChoice,
    present_filter,
    present_routines,
)
from routine_app.core.routine.model import Side, SideHold
from routine_app.core.routine.repository import RoutineEntry
from tests.core.library.sample_entry import ENTRY, PIGEON, PROBLEM, ROUTINE


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
        left = PIGEON._replace(holds=(SideHold(Side.LEFT, 30.0),))
        (card,) = present_routines([ENTRY._replace(routine=ROUTINE._replace(stretches=(left,)))]).cards
        assert card.facts == "40 s · 1 stretch"

    def test_a_card_has_room_for_six_figures(self) -> None:
        """More are left out."""
        many = tuple(PIGEON._replace(figure=f"figure-{number}") for number in range(9))
        (card,) = present_routines([ENTRY._replace(routine=ROUTINE._replace(stretches=many))]).cards
        assert len(card.figures) == FIGURES_IN_A_CARD

    def test_a_broken_file(self) -> None:
        """It goes by its file's name and says its first error."""
        (card,) = present_routines([ENTRY._replace(routine=None, problems=(PROBLEM,))]).cards
        assert (card.title, card.facts, card.can_open) == ("evening.yaml", "This file has an error", False)
        assert card.problem == "evening.yaml:4:11: hold: is not a duration"

    def test_a_broken_file_that_was_good(self) -> None:
        """It can still be opened, and says what is wrong."""
        (card,) = present_routines([ENTRY._replace(problems=(PROBLEM,))]).cards
        assert (card.title, card.can_open) == ("Evening", True)
        assert card.problem.startswith("evening.yaml:4:11")


def searched(wanted: RoutineFilter, count: int = SEARCHED_FROM) -> FilterView | None:
    """What is looked for in so many routines, of which the first works the neck and the last is broken."""
    neck = ROUTINE._replace(title="Desk", stretches=(PIGEON._replace(muscles=("neck",)),))
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


def test_the_users_own_routines_come_first() -> None:
    """Those that ship follow, both in the order of the library."""
    entries = [
        RoutineEntry(name, f"{name}.yaml", ROUTINE, is_shipped=is_shipped)
        for name, is_shipped in (("a", True), ("b", False), ("c", True), ("d", False))
    ]
    assert [card.name for card in present_routines(entries).cards] == ["b", "d", "a", "c"]
