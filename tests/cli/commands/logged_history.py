"""A history for the commands that take it out and bring it in."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import HistoryContents
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.core.history.whole_history import contents_of, fill

BEGAN = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
HOLDS = (
    HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 30.0, 12.5, HoldStatus.CUT),
    HoldRecord(1, "=Lean", ("it_band", "glutes"), Side.RIGHT, 1, 1, 30.0, 30.0, HoldStatus.DONE),
)
FULL = SessionRecord(
    session_id="s1",
    routine="evening",
    title="Évening hips",
    started_at=BEGAN,
    ended_at=BEGAN + timedelta(minutes=2),
    status=SessionStatus.STOPPED,
    planned_seconds=60.0,
    holds=HOLDS,
    feeling=Feeling.HARD,
    pain=(PainRecord("neck", Side.BOTH),),
    note="Fine",
    length=Length.LONG,
    resumed_at=BEGAN + timedelta(minutes=1),
    feedback_at=BEGAN + timedelta(minutes=3),
)
BARE = SessionRecord("s2", "evening", "Hips", BEGAN + timedelta(days=1), 60.0)
CONTENTS = HistoryContents((FULL, BARE), frozenset({"gone"}), {"neck": BEGAN})


def put(home: Path, contents: HistoryContents) -> None:
    """Make these the contents of the history of a home."""
    with closing(SqliteHistory(home / "history.db")) as history:
        fill(history, contents)


def kept(home: Path) -> HistoryContents:
    """What the history of a home holds."""
    with closing(SqliteHistory(home / "history.db")) as history:
        return contents_of(history)
