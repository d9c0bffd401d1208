"""Reads the history in parts, joins others to it, and writes and deletes whole sessions."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from routine_app.core.history.contents import HistoryContents
from routine_app.core.session.record import SessionRecord
from routine_app.data.history.columns import among, selection, stored
from routine_app.data.history.feedback import read_acknowledged, write_acknowledged, write_feedback
from routine_app.data.history.reading import read_these
from routine_app.data.history.writing import put_holds, start_session

_DELETED = selection("deleted", ["session_id"])


def read_notes(
    connection: sqlite3.Connection, which: str = "", values: Sequence[str] = ()
) -> HistoryContents:
    """What the history has beside its sessions; `which` chooses some of the deletions.

    Raises ValueError for a value that this app never writes.
    """
    deleted = frozenset(row[0] for row in connection.execute(f"{_DELETED} {which}", values))
    return HistoryContents((), deleted, read_acknowledged(connection))


def read_part(connection: sqlite3.Connection, session_ids: Sequence[str]) -> HistoryContents:
    """What the history knows of sessions of these ids, and all acknowledgements; raises as `read_these` does."""
    notes = read_notes(connection, among("session_id", session_ids), session_ids)
    return replace(notes, sessions=read_these(connection, session_ids))


def write_part(connection: sqlite3.Connection, before: HistoryContents, after: HistoryContents) -> None:
    """Put `after` in place of `before`, which is what the history holds of these sessions.

    Sessions that are the very same objects in both are not written again.
    """
    ours = {session.session_id: session for session in before.sessions}
    theirs = {session.session_id for session in after.sessions}
    delete_sessions(connection, (ours.keys() - theirs) | (after.deleted - before.deleted))
    for session in after.sessions:
        if ours.get(session.session_id) is not session:
            write_session(connection, session)
    known = {muscle: stored(at) for muscle, at in before.acknowledged.items()}
    newly = {muscle: at for muscle, at in after.acknowledged.items() if stored(at) != known.get(muscle)}
    write_acknowledged(connection, newly)


def write_session(connection: sqlite3.Connection, session: SessionRecord) -> None:
    """Put a whole session in place of what the history has of it, if it has it."""
    connection.execute("DELETE FROM session WHERE id = ?", (session.session_id,))
    start_session(connection, session)
    put_holds(connection, session.session_id, session.holds)
    write_feedback(connection, session.session_id, session.feedback, session.feedback_at)


def delete_sessions(connection: sqlite3.Connection, session_ids: Iterable[str]) -> None:
    """Delete sessions, and note their ids as deleted."""
    rows = [(session_id,) for session_id in session_ids]
    connection.executemany("DELETE FROM session WHERE id = ?", rows)
    connection.executemany("INSERT OR IGNORE INTO deleted (session_id) VALUES (?)", rows)


def forget_deletion(connection: sqlite3.Connection, session_id: str) -> None:
    """Remove the note that a session was deleted."""
    connection.execute("DELETE FROM deleted WHERE session_id = ?", (session_id,))
