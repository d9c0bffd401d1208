"""What is most worth doing today."""

from routine_app.core.balance.balance import balance
from routine_app.core.balance.today import today
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.muscle_totals import Held

EACH = (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0))
BOTH = (SideHold(Side.BOTH, 30.0),)


def entry(name: str, *stretches: Stretch) -> RoutineEntry:
    """Make an entry of the library, titled like its file."""
    routine = Routine(name.capitalize(), stretches, get_ready_seconds=5.0)
    return RoutineEntry(name, f"{name}.yaml", routine)


def stretch(muscle: str, holds: tuple[SideHold, ...] = EACH, gap_seconds: float = 10.0) -> Stretch:
    """Make a stretch of one muscle, named after it."""
    return Stretch(muscle, holds, gap_seconds, gap_seconds, muscles=(muscle,))


FULL: list[Held] = [Held((muscle,), Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle != "hamstrings"]
BROKEN = RoutineEntry("broken", "broken.yaml", None)


def test_with_nothing_held_it_is_the_routine_that_works_most() -> None:
    """Of those the shorter one."""
    two = entry("two", stretch("glutes"), stretch("hamstrings"))
    long = entry("long", stretch("glutes"), stretch("hamstrings", gap_seconds=60.0))
    found = today(balance([], 7, 180.0), [BROKEN, entry("one", stretch("glutes")), long, two], 3)
    assert (found.name, found.title) == ("two", "Two")
    assert found.why == "Nothing was held this week: this works 2 of the six ropes."


def test_with_one_side_short_it_is_made_for_that() -> None:
    """And says of which side it is, and why."""
    week = balance(
        [*FULL, Held(("hamstrings",), Side.LEFT, 150.0), Held(("hamstrings",), Side.RIGHT, 40.0)], 7, 180.0
    )
    found = today(week, [entry("reach", stretch("hamstrings"))], 3)
    assert (found.name, found.title) == ("", "Catch up: hamstrings, right")
    assert found.why == "Hamstrings: right 40 of 180 s this week, left 150 s."
    assert found.routine is not None
    assert {one.why for one in found.routine.stretches} == {found.why}
    assert found.length == "2 min 25 s"


def test_a_routine_that_gives_more_for_its_time_is_better() -> None:
    """This one has no gaps: in 125 s it gives 240 of the 280 that are missing."""
    week = balance(
        [*FULL, Held(("hamstrings",), Side.LEFT, 40.0), Held(("hamstrings",), Side.RIGHT, 40.0)], 7, 180.0
    )
    quick = entry("quick", Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",), sets=4))
    found = today(week, [quick, entry("reach", stretch("hamstrings"))], 3)
    assert found.name == "quick"
    assert found.why == "It gives 240 of the 280 s missing this week."


def test_what_was_made_before_is_not_offered_again() -> None:
    """It was made for another day."""
    made = today(balance(FULL, 7, 180.0), [entry("reach", stretch("hamstrings"))], 3).routine
    assert made is not None
    earlier = RoutineEntry("catch-up", "catch-up.yaml", made)
    assert today(balance(FULL, 7, 180.0), [earlier], 3).routine is None
    assert today(balance([], 7, 180.0), [earlier], 3).routine is None


def test_a_routine_for_which_there_is_no_time_is_not_it() -> None:
    """Four minutes do not go into three."""
    week = balance([*FULL, Held(("hamstrings",), Side.BOTH, 40.0)], 7, 400.0)
    long = entry("long", Stretch("Sit", BOTH, 0.0, 0.0, muscles=("hamstrings",), sets=8))
    assert today(week, [long], 3).name == ""
    assert today(week, [long], 5).name == "long"


def test_nothing_to_do_once_each_rope_has_its_dose() -> None:
    """And it says so."""
    found = today(balance([*FULL, Held(("hamstrings",), Side.BOTH, 180.0)], 7, 180.0), [], 3)
    assert found.length == ""
    assert (found.routine, found.why) == (None, "Every rope has had its dose this week.")


def test_without_a_stretch_that_fits_it_says_so() -> None:
    """The library is empty, or works something else."""
    for entries in ([], [entry("neck", stretch("neck"))]):
        found = today(balance(FULL, 7, 180.0), entries, 3)
        assert (found.routine, found.why) == (None, "No stretch of your routines fits what is missing.")
