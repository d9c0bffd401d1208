"""Writes sessions and holds into the history, a row each."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus
from routine_app.data.history.columns import HOLD_COLUMNS, RUN_COLUMNS, replacement, row, stored

_START_SESSION = replacement("session", ["id"], RUN_COLUMNS)
_RECORD_HOLD = replacement("hold", ["session_id", "hold_index"], HOLD_COLUMNS[1:])
_END = "UPDATE session SET ended_at = ?, status = ? WHERE id = ?"


def start_session(connection: sqlite3.Connection, session: SessionRecord) -> None:
    """Write that a session has begun, or has gone on: all but its holds and what was said of it."""
    connection.execute(_START_SESSION, (session.session_id, *row(session, RUN_COLUMNS)))


def write_holds(connection: sqlite3.Connection, session_id: str, holds: Iterable[HoldRecord]) -> None:
    """Write holds of a session; those of the same indexes are replaced."""
    connection.executemany(_RECORD_HOLD, [(session_id, *row(hold, HOLD_COLUMNS)) for hold in holds])


def end_session(
    connection: sqlite3.Connection, session_id: str, ended_at: datetime, status: SessionStatus
) -> bool:
    """Write how and when a session ended; False if there is none of that id."""
    return connection.execute(_END, (stored(ended_at), status.value, session_id)).rowcount > 0
