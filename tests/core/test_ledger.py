"""Seconds held for each muscle and side."""

from routine_app.core.ledger import MuscleSeconds, muscle_seconds
from routine_app.core.record import HoldRecord, HoldStatus
from routine_app.core.routine import Side


def hold(side: Side, held_seconds: float, *muscles: str) -> HoldRecord:
    """Make a record of a hold."""
    return HoldRecord(0, "S", muscles, side, 1, 1, 30.0, held_seconds, HoldStatus.CUT)


def test_sides_add_up_and_both_counts_for_each() -> None:
    """10 left, 20 right and 5 of both are 15 and 25; each muscle of a hold gets it."""
    holds = [
        hold(Side.LEFT, 10.0, "hip_flexors"),
        hold(Side.RIGHT, 20.0, "hip_flexors", "glutes"),
        hold(Side.BOTH, 5.0, "hip_flexors"),
    ]
    assert muscle_seconds(holds) == (
        MuscleSeconds("hip_flexors", 15.0, 25.0),
        MuscleSeconds("glutes", 0.0, 20.0),
    )


def test_no_muscle_no_row() -> None:
    """A hold that names no muscle adds to none."""
    assert muscle_seconds([hold(Side.BOTH, 5.0)]) == ()
