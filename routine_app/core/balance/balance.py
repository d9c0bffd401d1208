"""What each muscle and side got in some days, against the dose that it should have."""

from collections.abc import Iterable
from dataclasses import dataclass

from routine_app.core.days import WEEK_DAYS
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.session.muscle_totals import Held, MuscleSeconds, added_up

LEAST_MISSING_SECONDS = 0.5
"""A hold that is told to have lasted as long as its dose may be some milliseconds short."""


@dataclass(frozen=True, slots=True)
class Rope:
    """One side of one muscle: what it got, and what it should have got, in seconds."""

    muscle: str
    side: Side
    held_seconds: float
    dose_seconds: float

    @property
    def missing_seconds(self) -> float:
        """The seconds that are missing from the dose; 0 if not even half a second is."""
        missing = self.dose_seconds - self.held_seconds
        return missing if missing >= LEAST_MISSING_SECONDS else 0.0


@dataclass(frozen=True, slots=True)
class Balance:
    """What was held in some days: the six muscles of the hip as in `HIP_MUSCLES`, and others, the longest first.

    `dose_seconds` is what each muscle and side should have in these days.
    """

    days: int
    dose_seconds: float
    hip: tuple[MuscleSeconds, ...]
    others: tuple[MuscleSeconds, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held for the hip."""
        return not any(row.left_seconds or row.right_seconds for row in self.hip)

    @property
    def ropes(self) -> tuple[Rope, ...]:
        """Both sides of each muscle of the hip, the one that misses most first; else as in `HIP_MUSCLES`."""
        ropes = [
            Rope(row.muscle, side, seconds, self.dose_seconds)
            for row in self.hip
            for side, seconds in row.by_side
        ]
        return tuple(sorted(ropes, key=lambda rope: -rope.missing_seconds))

    @property
    def missing_seconds(self) -> dict[tuple[str, Side], float]:
        """What each rope misses of its dose, by its muscle and side, in the order of the ropes."""
        return {(rope.muscle, rope.side): rope.missing_seconds for rope in self.ropes}

    @property
    def shortest(self) -> Rope | None:
        """The rope that misses most of its dose; None if each has had it.

        Where both sides of a muscle miss the same, the rope's side is BOTH.
        """
        rope = self.ropes[0]
        return self.worse_side(rope.muscle) if rope.missing_seconds else None

    def row_of(self, muscle: str) -> MuscleSeconds:
        """What a muscle of the hip got."""
        return next(row for row in self.hip if row.muscle == muscle)

    def worse_side(self, muscle: str) -> Rope:
        """The rope of the side that got less of a muscle of the hip; its side is BOTH where they got the same."""
        row = self.row_of(muscle)
        is_even = round(row.left_seconds) == round(row.right_seconds)  # as they are shown
        side = Side.LEFT if row.left_seconds < row.right_seconds else Side.RIGHT
        held_seconds = min(row.left_seconds, row.right_seconds)
        return Rope(muscle, Side.BOTH if is_even else side, held_seconds, self.dose_seconds)


def balance(held: Iterable[Held], days: int, weekly_dose_seconds: float) -> Balance:
    """The balance of what was held in so many days."""
    rows = {row.muscle: row for row in added_up(held)}
    hip = tuple(rows.pop(muscle, MuscleSeconds(muscle, 0.0, 0.0)) for muscle in HIP_MUSCLES)
    others = sorted(rows.values(), key=lambda row: (-(row.left_seconds + row.right_seconds), row.muscle))
    return Balance(days, weekly_dose_seconds * days / WEEK_DAYS, hip, tuple(others))
