"""Writes sessions and holds into the history, a row each."""

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStart, SessionStatus

_START_SESSION = """
    INSERT INTO session (id, routine, title, started_at, status, planned_seconds, length, resumed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        routine = excluded.routine, title = excluded.title, started_at = excluded.started_at,
        status = excluded.status, planned_seconds = excluded.planned_seconds, length = excluded.length,
        resumed_at = excluded.resumed_at, ended_at = NULL
"""
_RECORD_HOLD = """
    INSERT OR REPLACE INTO hold (
        session_id, hold_index, stretch, muscles, side, set_number, round_number,
        planned_seconds, held_seconds, status
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_END = "UPDATE session SET ended_at = ?, status = ? WHERE id = ?"

Value = str | int | float | None


def start_session(connection: sqlite3.Connection, start: SessionStart | SessionRecord) -> None:
    """Write that a session has begun, or has gone on, and runs."""
    row = (
        start.session_id,
        start.routine,
        start.title,
        time_text(start.started_at),
        SessionStatus.RUNNING.value,
        thousandths(start.planned_seconds),
        start.length.value,
        known_time_text(start.resumed_at),
    )
    connection.execute(_START_SESSION, row)


def write_holds(connection: sqlite3.Connection, session_id: str, holds: Iterable[HoldRecord]) -> None:
    """Write holds of a session; those of the same indexes are replaced."""
    connection.executemany(_RECORD_HOLD, [_hold_row(session_id, hold) for hold in holds])


def end_session(
    connection: sqlite3.Connection, session_id: str, ended_at: datetime | None, status: SessionStatus
) -> bool:
    """Write how and when a session ended, if it did; False if there is none of that id."""
    ended = connection.execute(_END, (known_time_text(ended_at), status.value, session_id))
    return ended.rowcount > 0


def time_text(moment: datetime) -> str:
    """A time as ISO 8601 text with its offset; ValueError if it has none."""
    if moment.utcoffset() is None:
        raise ValueError(f"a time in the history needs its offset from UTC, and {moment} has none")
    return moment.isoformat()


def known_time_text(moment: datetime | None) -> str | None:
    """A time as ISO 8601 text with its offset, or None if it is not known."""
    return None if moment is None else time_text(moment)


def thousandths(seconds: float) -> float:
    """Seconds as the history has them, in whole thousandths: an export gives them back just so."""
    return round(seconds, 3)


def _hold_row(session_id: str, hold: HoldRecord) -> tuple[Value, ...]:
    return (
        session_id,
        hold.hold_index,
        hold.stretch,
        json.dumps(hold.muscles, ensure_ascii=False),
        hold.side.value,
        hold.set_number,
        hold.round_number,
        thousandths(hold.planned_seconds),
        thousandths(hold.held_seconds),
        hold.status.value,
    )
