"""Seconds held, really or by a plan, added up for each muscle and side."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from routine_app.core.routine.model import Side
from routine_app.core.routine.plan import Step, holds_of
from routine_app.core.session.record import HoldRecord

SECOND_MUSCLE_SHARE = 0.5
"""What a muscle that a hold works beside its main one gets of its seconds; the main one gets them all."""


class Held(NamedTuple):
    """Seconds really held, or planned, on a side, in holds of the same muscles, the main one first."""

    muscles: tuple[str, ...]
    side: Side
    seconds: float


@dataclass(frozen=True, slots=True)
class MuscleSeconds:
    """What one muscle got on each side; a hold of both sides counts for each."""

    muscle: str
    left_seconds: float
    right_seconds: float

    @property
    def by_side(self) -> tuple[tuple[Side, float], ...]:
        """Each side, the left one first, and its seconds."""
        return (Side.LEFT, self.left_seconds), (Side.RIGHT, self.right_seconds)


def muscle_seconds(holds: Iterable[HoldRecord]) -> tuple[MuscleSeconds, ...]:
    """The seconds held for each muscle, in the order in which they were first worked."""
    return added_up(Held(hold.muscles, hold.side, hold.held_seconds) for hold in holds)


def planned_muscle_seconds(steps: Iterable[Step]) -> tuple[MuscleSeconds, ...]:
    """The seconds that a plan holds for each muscle, in the order in which they are first worked."""
    return added_up(Held(step.stretch.muscles, step.side, step.seconds) for step in holds_of(steps))


def added_up(holds: Iterable[Held]) -> tuple[MuscleSeconds, ...]:
    """The seconds that each muscle got of these holds, in the order in which the muscles come."""
    totals: dict[str, tuple[float, float]] = {}
    for muscles, side, seconds in holds:
        for place, muscle in enumerate(dict.fromkeys(muscles)):
            left, right = totals.get(muscle, (0.0, 0.0))
            share = seconds * (SECOND_MUSCLE_SHARE if place else 1.0)
            totals[muscle] = (
                left + share * (side is not Side.RIGHT),
                right + share * (side is not Side.LEFT),
            )
    return tuple(MuscleSeconds(muscle, left, right) for muscle, (left, right) in totals.items())
