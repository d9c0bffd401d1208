"""A session and its holds, for tests of what is made of them."""

from datetime import datetime, timedelta, timezone

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus

PARIS_SUMMER = timezone(timedelta(hours=2))
STARTED = datetime(2026, 7, 1, 18, 30, 15, 250000, tzinfo=PARIS_SUMMER)


def a_hold(
    stretch: str = "Pigeon pose",
    muscles: tuple[str, ...] = ("hip_flexors", "glutes"),
    side: Side = Side.LEFT,
    *,
    planned: float = 30.0,
    held: float = 30.0,
    status: HoldStatus = HoldStatus.DONE,
) -> HoldRecord:
    """One hold, as a test wants it."""
    return HoldRecord(0, stretch, muscles, side, 2, 3, planned, held, status)


def a_session(*holds: HoldRecord, title: str = "Runner's hips") -> SessionRecord:
    """A stopped session with these holds."""
    return SessionRecord(
        session_id="s1",
        routine="hips",
        title=title,
        started_at=STARTED,
        ended_at=STARTED + timedelta(minutes=5),
        status=SessionStatus.STOPPED,
        planned_seconds=60.0,
        holds=holds,
        feeling=Feeling.GOOD,
        pain=(PainRecord("it_band", Side.RIGHT),),
        note="Felt fine",
    )
