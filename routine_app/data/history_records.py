"""The rows of the history as the records of `routine_app.core.record`, and the other way."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from routine_app.core.length import Length
from routine_app.core.record import (
    HoldRecord,
    HoldStatus,
    PainRecord,
    SessionRecord,
    SessionStart,
    SessionStatus,
)
from routine_app.core.routine import Side

START_SESSION = """
    INSERT INTO session (id, routine, title, started_at, status, planned_seconds, length, resumed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        routine = excluded.routine, title = excluded.title, started_at = excluded.started_at,
        status = excluded.status, planned_seconds = excluded.planned_seconds, length = excluded.length,
        resumed_at = excluded.resumed_at, ended_at = NULL
"""
RECORD_HOLD = """
    INSERT OR REPLACE INTO hold (
        session_id, hold_index, stretch, muscles, side, set_number, round_number,
        planned_seconds, held_seconds, status
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_SESSIONS = """
    SELECT id, routine, title, started_at, ended_at, status, planned_seconds, feeling, note, length, resumed_at
    FROM session
"""
_HOLDS = """
    SELECT session_id, hold_index, stretch, muscles, side, set_number, round_number,
           planned_seconds, held_seconds, status
    FROM hold ORDER BY session_id, hold_index
"""
_PAINS = "SELECT session_id, muscle, side FROM pain ORDER BY session_id, place"
_NEWEST = f"{_SESSIONS} ORDER BY julianday(started_at) DESC, id DESC LIMIT 1"
_HOLDS_OF_ONE = _HOLDS.replace("ORDER BY", "WHERE session_id = ? ORDER BY")
_PAINS_OF_ONE = _PAINS.replace("ORDER BY", "WHERE session_id = ? ORDER BY")

# Looked up at every hold, and calling the Enum costs five times as much.
_SIDES = {side.value: side for side in Side}
_HOLD_STATUSES = {status.value: status for status in HoldStatus}
_LENGTHS = {length.name.lower(): length for length in Length}

Row = tuple[Any, ...]


def read_sessions(connection: sqlite3.Connection) -> tuple[SessionRecord, ...]:
    """Every session with its holds, oldest first by the instant of its start, then by id.

    Raises ValueError or KeyError for a value that this app never writes.
    """
    holds: defaultdict[str, list[HoldRecord]] = defaultdict(list)
    for row in connection.execute(_HOLDS):
        holds[row[0]].append(_hold(row))
    pains: defaultdict[str, list[PainRecord]] = defaultdict(list)
    for session_id, muscle, side in connection.execute(_PAINS):
        pains[session_id].append(_pain(muscle, side))
    sessions = [_session(row, holds[row[0]], pains[row[0]]) for row in connection.execute(_SESSIONS)]
    return tuple(sorted(sessions, key=lambda session: (session.started_at, session.session_id)))


def read_newest(connection: sqlite3.Connection) -> SessionRecord | None:
    """The session that began last, with its holds; raises as `read_sessions` does."""
    row = connection.execute(_NEWEST).fetchone()
    if row is None:
        return None
    holds = [_hold(hold) for hold in connection.execute(_HOLDS_OF_ONE, (row[0],))]
    pains = [_pain(muscle, side) for _, muscle, side in connection.execute(_PAINS_OF_ONE, (row[0],))]
    return _session(row, holds, pains)


def session_row(start: SessionStart, status: SessionStatus) -> Row:
    """The values of a session that begins, in the order in which `START_SESSION` takes them."""
    return (
        start.session_id,
        start.routine,
        start.title,
        time_text(start.started_at),
        status.value,
        start.planned_seconds,
        start.length.name.lower(),
        None if start.resumed_at is None else time_text(start.resumed_at),
    )


def hold_row(session_id: str, hold: HoldRecord) -> Row:
    """The values of one hold, in the order in which `RECORD_HOLD` takes them."""
    return (
        session_id,
        hold.hold_index,
        hold.stretch,
        json.dumps(hold.muscles, ensure_ascii=False),
        hold.side.value,
        hold.set_number,
        hold.round_number,
        hold.planned_seconds,
        hold.held_seconds,
        hold.status.value,
    )


def time_text(moment: datetime) -> str:
    """A time as ISO 8601 text with its offset; ValueError if it has none."""
    if moment.utcoffset() is None:
        raise ValueError(f"a time in the history needs its offset from UTC, and {moment} has none")
    return moment.isoformat()


def _session(row: Row, holds: Iterable[HoldRecord], pains: Iterable[PainRecord]) -> SessionRecord:
    (session_id, routine, title, started_at, ended_at, status, planned_seconds, feeling, note) = row[:9]
    length, resumed_at = row[9:]
    return SessionRecord(
        session_id=session_id,
        routine=routine,
        title=title,
        started_at=datetime.fromisoformat(started_at),
        ended_at=_moment(ended_at),
        status=SessionStatus(status),
        planned_seconds=planned_seconds,
        holds=tuple(holds),
        feeling=feeling,
        pain=tuple(pains),
        note=note,
        length=_LENGTHS[length],
        resumed_at=_moment(resumed_at),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _pain(muscle: str, side: str) -> PainRecord:
    return PainRecord(muscle, _SIDES[side])


def _hold(row: Row) -> HoldRecord:
    """A hold of a row of `_HOLDS`, whose columns are in the order of the record's fields: names cost time here."""
    muscles, side, status = read_muscles(row[3]), _SIDES[row[4]], _HOLD_STATUSES[row[9]]
    return HoldRecord(row[1], row[2], muscles, side, row[5], row[6], row[7], row[8], status)


@lru_cache(maxsize=256)
def read_muscles(text: str) -> tuple[str, ...]:
    """The muscles of a hold; ValueError if the text is none that this app writes."""
    return tuple(json.loads(text))


def read_side(text: str) -> Side:
    """The side of a hold; KeyError if it is none."""
    return _SIDES[text]
