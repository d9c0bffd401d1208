"""Sessions that the tests of the history write, and what another process would read of them."""

import sqlite3
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory

STARTED = datetime(2026, 7, 1, 18, 30, 15, 123456, tzinfo=timezone(timedelta(hours=2)))
START = SessionRecord("s1", "hips", "Runner's hips", STARTED, 150.5)

BERLIN, HONOLULU = (timezone(timedelta(hours=hours)) for hours in (2, -10))
EVENING = datetime(2026, 5, 4, 23, 50, tzinfo=BERLIN)
MAY = Days(date(2026, 5, 1), date(2026, 5, 31))
HIP_PAIN = PainRecord("hip_flexors", Side.LEFT)
SAID = Feedback(Feeling.HARD, (HIP_PAIN, PainRecord("neck", Side.BOTH)), "Slept badly")


def make_hold(
    hold_index: int = 0,
    held_seconds: float = 30.0,
    muscles: tuple[str, ...] = ("it_band", "glutes"),
) -> HoldRecord:
    """A hold that was held to its end."""
    return HoldRecord(
        hold_index, "IT band lean", muscles, Side.LEFT, 2, 3, 30.0, held_seconds, HoldStatus.DONE
    )


def make_start(session_id: str, started_at: datetime = STARTED) -> SessionRecord:
    """The start of some session."""
    return SessionRecord(session_id, "hips", "Hips", started_at, 60.0)


def many_sessions(count: int, hold_count: int = 3) -> tuple[SessionRecord, ...]:
    """Sessions of so many holds each, one an hour, by the clocks of two places in turn; oldest first."""
    holds = tuple(make_hold(place) for place in range(hold_count))
    begun = [
        (STARTED + timedelta(hours=number)).astimezone((BERLIN, HONOLULU)[number % 2])
        for number in range(count)
    ]
    return tuple(
        SessionRecord(
            f"{number:06}",
            "hips",
            "Hüften",
            at,
            30.0 * hold_count,
            ended_at=at,
            status=SessionStatus.COMPLETED,
            holds=holds,
        )
        for number, at in enumerate(begun)
    )


def reread(path: Path) -> tuple[SessionRecord, ...]:
    """What another process would read."""
    with closing(SqliteHistory(path)) as other:
        return other.sessions()


def path_made(path: Path) -> Path:
    """The same path, its folder made."""
    path.parent.mkdir(exist_ok=True)
    return path


def log(history: SqliteHistory, name: str, began: datetime, *held_seconds: float) -> None:
    """Write a whole session of these holds."""
    history.start(SessionRecord(name, "hips", f"Title {name}", began, 60.0 * len(held_seconds)))
    holds = [
        HoldRecord(place, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, seconds, HoldStatus.CUT)
        for place, seconds in enumerate(held_seconds)
    ]
    history.record_holds(name, holds)
    history.end(name, began + timedelta(minutes=5), SessionStatus.STOPPED)


def pragma(connection: sqlite3.Connection, name: str) -> object:
    """The value of a pragma."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]
