"""The rows of the history as the records of `routine_app.core`."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import in_order
from routine_app.core.history.repository import DayTotal, SessionOverview
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.columns import FEEDBACK_COLUMNS, HOLD_COLUMNS, RUN_COLUMNS, selection

_SESSION_COLUMNS = (*RUN_COLUMNS, *FEEDBACK_COLUMNS)
_SESSIONS = selection("session", ("id", *_SESSION_COLUMNS))
_HOLDS = f"{selection('hold', ('session_id', *HOLD_COLUMNS))} ORDER BY session_id, hold_index"
_PAINS = "SELECT session_id, muscle, side FROM pain ORDER BY session_id, place"
_NEWEST_FIRST = f"{_SESSIONS} ORDER BY julianday(started_at) DESC, id DESC"
_HOLDS_OF_ONE = _HOLDS.replace("ORDER BY", "WHERE session_id = ? ORDER BY")
_HELD_OF_ONE = "SELECT coalesce(sum(held_seconds), 0.0) FROM hold WHERE session_id = ?"
_PAINS_OF_ONE = _PAINS.replace("ORDER BY", "WHERE session_id = ? ORDER BY")

# Looked up at every hold, and calling the Enum costs five times as much.
_SIDES = {side.value: side for side in Side}
_HOLD_STATUSES = {status.value: status for status in HoldStatus}
_LENGTHS = {length.value: length for length in Length}

_READERS: Mapping[str, Callable[[str], object]] = {
    "started_at": datetime.fromisoformat,
    "ended_at": datetime.fromisoformat,
    "resumed_at": datetime.fromisoformat,
    "feedback_at": datetime.fromisoformat,
    "status": SessionStatus,
    "feeling": Feeling,
    "length": _LENGTHS.__getitem__,
}
"""What is made of the columns of a session that are no text or number."""

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
        pains[session_id].append(read_pain(muscle, side))
    sessions = [_session(row, holds[row[0]], pains[row[0]]) for row in connection.execute(_SESSIONS)]
    return in_order(sessions)


def read_newest(connection: sqlite3.Connection) -> SessionRecord | None:
    """The session that began last, with its holds; raises as `read_sessions` does."""
    row = connection.execute(f"{_NEWEST_FIRST} LIMIT 1").fetchone()
    return None if row is None else _with_all(connection, row)


def read_session(connection: sqlite3.Connection, session_id: str) -> SessionRecord | None:
    """One session with its holds, None if there is none of that id; raises as `read_sessions` does."""
    row = connection.execute(f"{_SESSIONS} WHERE id = ?", (session_id,)).fetchone()
    return None if row is None else _with_all(connection, row)


def read_overviews(connection: sqlite3.Connection, count: int) -> tuple[SessionOverview, ...]:
    """The sessions that began last, newest first, without their holds; raises as `read_sessions` does."""
    rows = connection.execute(f"{_NEWEST_FIRST} LIMIT ?", (count,)).fetchall()
    return tuple(_overview(connection, _session(row, (), _pains_of(connection, row[0]))) for row in rows)


def _overview(connection: sqlite3.Connection, session: SessionRecord) -> SessionOverview:
    held_seconds = connection.execute(_HELD_OF_ONE, (session.session_id,)).fetchone()[0]
    return SessionOverview(
        session_id=session.session_id,
        title=session.title,
        started_at=session.started_at,
        status=session.status,
        planned_seconds=session.planned_seconds,
        held_seconds=held_seconds,
        feedback=session.feedback,
    )


def _with_all(connection: sqlite3.Connection, row: Row) -> SessionRecord:
    holds = [_hold(hold) for hold in connection.execute(_HOLDS_OF_ONE, (row[0],))]
    return _session(row, holds, _pains_of(connection, row[0]))


def _pains_of(connection: sqlite3.Connection, session_id: str) -> list[PainRecord]:
    return [read_pain(muscle, side) for _, muscle, side in connection.execute(_PAINS_OF_ONE, (session_id,))]


def _session(row: Row, holds: Iterable[HoldRecord], pains: Iterable[PainRecord]) -> SessionRecord:
    session_id, *rest = row
    values = dict(zip(_SESSION_COLUMNS, rest, strict=True))
    for column, read in _READERS.items():
        if values[column] is not None:
            values[column] = read(values[column])
    return SessionRecord(session_id, **values, holds=tuple(holds), pain=tuple(pains))


def read_pain(muscle: str, side: str) -> PainRecord:
    """The pain of a row; KeyError if its side is none."""
    return PainRecord(muscle, _SIDES[side])


def _hold(row: Row) -> HoldRecord:
    """The hold of a row of `_HOLDS`. Columns stand in the order of the record's fields: by name it takes longer."""
    muscles, side, status = read_muscles(row[3]), _SIDES[row[4]], _HOLD_STATUSES[row[9]]
    return HoldRecord(row[1], row[2], muscles, side, row[5], row[6], row[7], row[8], status)


@lru_cache(maxsize=256)
def read_muscles(text: str) -> tuple[str, ...]:
    """The muscles of a hold; ValueError if the text is none that this app writes."""
    return tuple(json.loads(text))


_HELD = """
    SELECT hold.muscles, hold.side, sum(hold.held_seconds)
    FROM session JOIN hold ON hold.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    GROUP BY hold.muscles, hold.side
"""
_DAY_TOTALS = """
    SELECT session.day, sum(hold.held_seconds) AS total
    FROM session JOIN hold ON hold.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    GROUP BY session.day HAVING total >= 1 ORDER BY session.day
"""
"""A hold of less than a second is one that was skipped."""


def count_sessions(connection: sqlite3.Connection) -> int:
    """How many sessions there are."""
    return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])


def read_day_totals(connection: sqlite3.Connection, days: Days) -> tuple[DayTotal, ...]:
    """Each of these days on which something was held, oldest first; raises as `read_sessions` does."""
    rows = connection.execute(_DAY_TOTALS, (days.first.isoformat(), days.last.isoformat()))
    return tuple(DayTotal(date.fromisoformat(day), seconds) for day, seconds in rows)


def read_held(connection: sqlite3.Connection, days: Days) -> tuple[Held, ...]:
    """The seconds held, a sum for each kind of hold; raises as `read_sessions` does."""
    rows = connection.execute(_HELD, (days.first.isoformat(), days.last.isoformat()))
    return tuple(Held(read_muscles(muscles), _SIDES[side], seconds) for muscles, side, seconds in rows)
