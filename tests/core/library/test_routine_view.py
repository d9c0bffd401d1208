"""The page of one routine."""

import pytest

from routine_app.core.library.routine_view import hold_words, present_routine
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side, SideHold
from tests.core.library.sample_entry import ENTRY, PIGEON, PROBLEM, ROUTINE


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
        view = present_routine(ENTRY._replace(routine=ROUTINE._replace(rounds=2)), Length.NORMAL)
        assert view.facts.endswith("2 rounds")

    def test_the_last_good_version(self) -> None:
        """It says that it stands in, and why."""
        view = present_routine(ENTRY._replace(problems=(PROBLEM,)), Length.NORMAL)
        assert view.problem.startswith("evening.yaml:4:11: hold: is not a duration. Until it is mended")

    def test_nothing_to_show(self) -> None:
        """An entry that never was good has no page."""
        with pytest.raises(ValueError, match="has errors"):
            present_routine(ENTRY._replace(routine=None), Length.NORMAL)


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
    stretch = PIGEON._replace(holds=tuple(SideHold(*hold) for hold in holds), sets=sets)
    assert hold_words(stretch) == words
