"""Seconds really held, added up for each muscle and side."""

from collections.abc import Iterable
from dataclasses import dataclass

from routine_app.core.record import HoldRecord
from routine_app.core.routine import Side


@dataclass(frozen=True, slots=True)
class MuscleSeconds:
    """What one muscle got on each side; a hold of both sides counts for each."""

    muscle: str
    left_seconds: float
    right_seconds: float


def muscle_seconds(holds: Iterable[HoldRecord]) -> tuple[MuscleSeconds, ...]:
    """The seconds held for each muscle, in the order in which they were first worked."""
    totals: dict[str, tuple[float, float]] = {}
    for hold in holds:
        for muscle in hold.muscles:
            left, right = totals.get(muscle, (0.0, 0.0))
            totals[muscle] = (
                left + hold.held_seconds * (hold.side is not Side.RIGHT),
                right + hold.held_seconds * (hold.side is not Side.LEFT),
            )
    return tuple(MuscleSeconds(muscle, left, right) for muscle, (left, right) in totals.items())
