"""A session of two holds, copies of which are joined."""

from datetime import timedelta

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.core.history.generated_histories import at


def hold(index: int, held: float, status: HoldStatus = HoldStatus.CUT, stretch: str = "Lean") -> HoldRecord:
    """A hold of which so much was held."""
    return HoldRecord(index, stretch, ("it_band",), Side.LEFT, 1, 1, 30.0, held, status)


SESSION = SessionRecord(
    session_id="s1",
    routine="hips",
    title="Hips",
    started_at=at(0, 2),
    ended_at=at(1, 2),
    status=SessionStatus.STOPPED,
    planned_seconds=60.0,
    holds=(hold(0, 30.0, HoldStatus.DONE), hold(1, 10.0)),
    feeling=Feeling.GOOD,
    pain=(PainRecord("neck", Side.LEFT),),
    note="Fine",
    length=Length.LONG,
    resumed_at=at(0, 2) + timedelta(minutes=5),
    feedback_at=at(2, 2),
)
