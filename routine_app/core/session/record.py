"""What is logged of a session: what was planned, and what was really held."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side


class HoldStatus(StrEnum):
    """How a hold ended: held to its end, cut short, or not held for as much as a second. The worst comes first."""

    SKIPPED = "skipped"
    CUT = "cut"
    DONE = "done"


class SessionStatus(StrEnum):
    """How a session stands in the log; one that a crash interrupted is still `running` there."""

    RUNNING = "running"
    COMPLETED = "completed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class HoldRecord:
    """One planned hold and what came of it. `hold_index` is its place among the plan's holds."""

    hold_index: int
    stretch: str
    muscles: tuple[str, ...]
    side: Side
    set_number: int
    round_number: int
    planned_seconds: float
    held_seconds: float
    status: HoldStatus


def longer_hold(one: HoldRecord, other: HoldRecord) -> HoldRecord:
    """The one of two records of a hold that counts: held longer, then come out better, then always the same."""
    return max(one, other, key=_hold_rank)


def _hold_rank(hold: HoldRecord) -> tuple[object, ...]:
    rest = hold.stretch, hold.muscles, hold.side, hold.set_number, hold.round_number, hold.planned_seconds
    return hold.held_seconds, tuple(HoldStatus).index(hold.status), *rest


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One session as the log has it; one that has just begun has no holds yet.

    `routine` is the name of the routine's file without its ending. `planned_seconds` is the sum of the planned
    holds. Each time carries its offset from UTC: `ended_at` is None while the session runs, `resumed_at` is when it
    last went on after an interruption, if it ever did. `feedback_at` is when the user last said something of it: the
    feeling, pain, or the note.
    """

    session_id: str
    routine: str
    title: str
    started_at: datetime
    planned_seconds: float
    length: Length = Length.NORMAL
    resumed_at: datetime | None = None
    ended_at: datetime | None = None
    status: SessionStatus = SessionStatus.RUNNING
    holds: tuple[HoldRecord, ...] = ()
    feeling: Feeling | None = None
    pain: tuple[PainRecord, ...] = ()
    note: str = ""
    feedback_at: datetime | None = None

    @property
    def feedback(self) -> Feedback:
        """What the user said of it."""
        return Feedback(self.feeling, self.pain, self.note)

    @property
    def held_seconds(self) -> float:
        """The seconds really held, over all holds."""
        return sum(hold.held_seconds for hold in self.holds)
