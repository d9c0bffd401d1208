"""The rows of the history as the records of `routine_app.core`."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feeling, PainRecord
from routine_app.core.history.contents import in_order
from routine_app.core.history.repository import DayTotal
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.columns import FEEDBACK_COLUMNS, HOLD_COLUMNS, RUN_COLUMNS, among, selection

_SESSION_COLUMNS = (*RUN_COLUMNS, *FEEDBACK_COLUMNS)
_SESSIONS = selection("session", ("id", *_SESSION_COLUMNS))
_HOLDS = selection("hold", ("session_id", *HOLD_COLUMNS))
_PAINS = selection("pain", ("session_id", "muscle", "side"))
_IDS = selection("session", ["id"])
_BEGUN = """
    SELECT id, started_at, day, rowid FROM session WHERE (day, rowid) > (?, ?) ORDER BY day, rowid LIMIT ?
"""
BEGUN_AT_ONCE = 1000

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


def read_sessions(
    connection: sqlite3.Connection, which: str = "", values: Sequence[str | int] = ()
) -> tuple[SessionRecord, ...]:
    """Every session with its holds, oldest first by the instant of its start, then by id.

    `which` chooses some of them: the end of a statement, with the values for its `?`. Raises ValueError or KeyError
    for a value that this app never writes.
    """
    chosen = f"WHERE session_id IN ({_IDS} {which})"
    holds: defaultdict[str, list[HoldRecord]] = defaultdict(list)
    for row in connection.execute(f"{_HOLDS} {chosen} ORDER BY session_id, hold_index", values):
        holds[row[0]].append(_hold(row))
    pains: defaultdict[str, list[PainRecord]] = defaultdict(list)
    for session_id, muscle, side in connection.execute(
        f"{_PAINS} {chosen} ORDER BY session_id, place", values
    ):
        pains[session_id].append(read_pain(muscle, side))
    rows = connection.execute(f"{_SESSIONS} {which}", values)
    return in_order(_session(row, holds[row[0]], pains[row[0]]) for row in rows)


def read_newest(connection: sqlite3.Connection, count: int) -> tuple[SessionRecord, ...]:
    """The sessions that began last, newest first; raises as `read_sessions` does."""
    newest = connection.execute(f"{_IDS} ORDER BY julianday(started_at) DESC, id DESC LIMIT ?", (count,))
    ids = [row[0] for row in newest]
    return read_these(connection, ids)[::-1]


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Begun = tuple[timedelta, str, tuple[str, int]]
"""How long after 1970 a session began, its id, and where its row stands: by its day and its number."""


def read_begun(connection: sqlite3.Connection, after: Sequence[Begun]) -> tuple[Begun, ...]:
    """The next thousand sessions by the day of their start, after the one that was read last, if one was.

    Raises as `read_sessions` does.
    """
    place = after[-1][2] if after else ("", 0)
    rows = connection.execute(_BEGUN, (*place, BEGUN_AT_ONCE))
    # To put ten thousand times of several zones in order takes 50 ms, such differences less than 12.
    return tuple(
        (datetime.fromisoformat(at) - _EPOCH, session_id, (day, number))
        for session_id, at, day, number in rows
    )


def read_these(connection: sqlite3.Connection, session_ids: Sequence[str]) -> tuple[SessionRecord, ...]:
    """The sessions of these ids, oldest first, as far as there are any; raises as `read_sessions` does."""
    return read_sessions(connection, among("id", session_ids), session_ids)


def read_session(connection: sqlite3.Connection, session_id: str) -> SessionRecord | None:
    """One session with its holds, None if there is none of that id; raises as `read_sessions` does."""
    return next(iter(read_sessions(connection, "WHERE id = ?", [session_id])), None)


def read_holds(connection: sqlite3.Connection, session_id: str) -> dict[int, HoldRecord]:
    """The holds of one session by their indexes; raises as `read_sessions` does."""
    rows = connection.execute(f"{_HOLDS} WHERE session_id = ?", [session_id])
    return {row[1]: _hold(row) for row in rows}


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
