"""Writes sessions and holds into the history, a row each."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from operator import attrgetter

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus, longer_hold
from routine_app.data.history.columns import (
    HOLD_COLUMNS,
    RUN_COLUMNS,
    replacement,
    row,
    stored,
    thousandths,
)
from routine_app.data.history.reading import read_holds

_START_SESSION = f"{replacement('session', ['id'], RUN_COLUMNS)} WHERE session.status = 'running'"
_RECORD_HOLD = replacement("hold", ["session_id", "hold_index"], HOLD_COLUMNS[1:])
_END = "UPDATE session SET ended_at = ?, status = ? WHERE id = ? AND status <> 'completed'"

_which_hold = attrgetter("stretch", "side", "set_number", "round_number")


def start_session(connection: sqlite3.Connection, session: SessionRecord) -> None:
    """Write that a session has begun, or has gone on: all but its holds and what was said of it.

    One that has ended stays as it is.
    """
    connection.execute(_START_SESSION, (session.session_id, *row(session, RUN_COLUMNS)))


def write_holds(connection: sqlite3.Connection, session_id: str, holds: Iterable[HoldRecord]) -> None:
    """Write holds of a session; of the same hold the longer one is kept.

    One of another stretch or side makes way: the routine's file changed, and its holds have new indexes. Raises
    ValueError or KeyError for a value in the history that this app never writes.
    """
    there = read_holds(connection, session_id)
    changed = {}
    for hold in holds:
        changed[hold.hold_index] = there[hold.hold_index] = _kept(there.get(hold.hold_index), hold)
    put_holds(connection, session_id, changed.values())


def put_holds(connection: sqlite3.Connection, session_id: str, holds: Iterable[HoldRecord]) -> None:
    """Write holds of a session, each in place of what the history has at its index."""
    connection.executemany(_RECORD_HOLD, [(session_id, *row(hold, HOLD_COLUMNS)) for hold in holds])


def _kept(before: HoldRecord | None, hold: HoldRecord) -> HoldRecord:
    """What stays of a hold, given what the history has at its index."""
    hold = replace(
        hold,
        planned_seconds=thousandths(hold.planned_seconds),
        held_seconds=thousandths(hold.held_seconds),
    )
    if before is None or _which_hold(before) != _which_hold(hold):
        return hold
    return longer_hold(before, hold)


def end_session(
    connection: sqlite3.Connection, session_id: str, ended_at: datetime, status: SessionStatus
) -> None:
    """Write how and when a session ended; one that was completed stays so."""
    connection.execute(_END, (stored(ended_at), status.value, session_id))
