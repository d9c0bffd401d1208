"""How a session felt, what hurt, and the note; and changes of these."""

from dataclasses import dataclass, replace
from enum import StrEnum

from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import MUSCLES


@dataclass(frozen=True, slots=True)
class PainRecord:
    """A muscle that hurt, and on which side."""

    muscle: str
    side: Side


class Feeling(StrEnum):
    """How a session felt."""

    EASY = "easy"
    GOOD = "good"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Feedback:
    """What the user says of a session; all of it may be left out, and said anew later."""

    feeling: Feeling | None = None
    pain: tuple[PainRecord, ...] = ()
    note: str = ""


_SIDES = {
    frozenset({Side.LEFT}): Side.LEFT,
    frozenset({Side.RIGHT}): Side.RIGHT,
    frozenset({Side.LEFT, Side.RIGHT}): Side.BOTH,
}


def painful_sides(feedback: Feedback, muscle: str) -> frozenset[Side]:
    """The sides, left and right, on which a muscle is said to hurt."""
    sides = {pain.side for pain in feedback.pain if pain.muscle == muscle}
    return frozenset(side for side in (Side.LEFT, Side.RIGHT) if sides & {side, Side.BOTH})


def with_pain(feedback: Feedback, muscle: str, side: Side, *, hurts: bool) -> Feedback:
    """The feedback in which that side of a muscle, left or right, hurts or does not.

    Muscles stand in the order of `MUSCLES`, those of a newer version last.
    """
    others = painful_sides(feedback, muscle) - {side}
    sides = others | {side} if hurts else others
    pain = [pain for pain in feedback.pain if pain.muscle != muscle]
    if sides:
        pain.append(PainRecord(muscle, _SIDES[sides]))
    return replace(feedback, pain=tuple(sorted(pain, key=_place)))


def _place(pain: PainRecord) -> int:
    return MUSCLES.index(pain.muscle) if pain.muscle in MUSCLES else len(MUSCLES)
