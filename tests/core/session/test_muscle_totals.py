"""Seconds held for each muscle and side."""

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan
from routine_app.core.session.muscle_totals import MuscleSeconds, muscle_seconds, planned_muscle_seconds
from routine_app.core.session.record import HoldRecord, HoldStatus


def hold(side: Side, held_seconds: float, *muscles: str) -> HoldRecord:
    """Make a record of a hold."""
    return HoldRecord(0, "S", muscles, side, 1, 1, 30.0, held_seconds, HoldStatus.CUT)


def test_sides_add_up_and_both_counts_for_each() -> None:
    """10 left, 20 right and 5 of both are 15 and 25; a muscle beside the main one gets half."""
    holds = [
        hold(Side.LEFT, 10.0, "hip_flexors"),
        hold(Side.RIGHT, 20.0, "hip_flexors", "glutes"),
        hold(Side.BOTH, 5.0, "hip_flexors"),
    ]
    assert muscle_seconds(holds) == (
        MuscleSeconds("hip_flexors", 15.0, 25.0),
        MuscleSeconds("glutes", 0.0, 10.0),
    )


def test_a_muscle_that_is_named_twice_counts_once() -> None:
    """In full if it is the main one."""
    assert muscle_seconds([hold(Side.LEFT, 8.0, "neck", "neck")]) == (MuscleSeconds("neck", 8.0, 0.0),)


def test_no_muscle_no_row() -> None:
    """A hold that names no muscle adds to none."""
    assert muscle_seconds([hold(Side.BOTH, 5.0)]) == ()


def test_a_plan_counts_its_holds_and_not_its_gaps() -> None:
    """In every set, each on its side; a stretch of no muscle adds nothing."""
    lean = (SideHold(Side.LEFT, 20.0), SideHold(Side.RIGHT, 30.0))
    stretches = (
        Stretch("Lean", lean, 10.0, 5.0, muscles=("it_band", "glutes"), sets=2),
        Stretch("Sit", (SideHold(Side.BOTH, 45.0),), 10.0, 5.0, muscles=("glutes",)),
        Stretch("Breathe", (SideHold(Side.BOTH, 60.0),), 10.0, 5.0),
    )
    assert planned_muscle_seconds(plan(Routine("R", stretches))) == (
        MuscleSeconds("it_band", 40.0, 60.0),
        MuscleSeconds("glutes", 65.0, 75.0),
    )
