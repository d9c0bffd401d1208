"""Reads and replaces the whole history, and writes and deletes whole sessions."""

import sqlite3
from collections.abc import Iterable

from routine_app.core.history.contents import HistoryContents
from routine_app.core.session.record import SessionRecord
from routine_app.data.history.feedback import read_acknowledged, write_acknowledged, write_feedback
from routine_app.data.history.reading import read_sessions
from routine_app.data.history.writing import start_session, write_holds


def read_contents(connection: sqlite3.Connection) -> HistoryContents:
    """The whole history; raises ValueError or KeyError for a value that this app never writes."""
    deleted = frozenset(row[0] for row in connection.execute("SELECT session_id FROM deleted"))
    return HistoryContents(read_sessions(connection), deleted, read_acknowledged(connection))


def write_contents(connection: sqlite3.Connection, before: HistoryContents, after: HistoryContents) -> None:
    """Put `after` in place of `before`, which is what the history holds.

    Sessions that are the very same objects in both are not written again.
    """
    ours = {session.session_id: session for session in before.sessions}
    theirs = {session.session_id for session in after.sessions}
    delete_sessions(connection, (ours.keys() - theirs) | (after.deleted - before.deleted))
    for session_id in before.deleted - after.deleted:
        forget_deletion(connection, session_id)
    for session in after.sessions:
        if ours.get(session.session_id) is not session:
            write_session(connection, session)
    connection.execute("DELETE FROM acknowledged")
    write_acknowledged(connection, after.acknowledged)


def write_session(connection: sqlite3.Connection, session: SessionRecord) -> None:
    """Put a whole session in place of what the history has of it, if it has it."""
    connection.execute("DELETE FROM session WHERE id = ?", (session.session_id,))
    start_session(connection, session)
    write_holds(connection, session.session_id, session.holds)
    write_feedback(connection, session.session_id, session.feedback, session.feedback_at)


def delete_sessions(connection: sqlite3.Connection, session_ids: Iterable[str]) -> None:
    """Delete sessions, and note their ids as deleted."""
    rows = [(session_id,) for session_id in session_ids]
    connection.executemany("DELETE FROM session WHERE id = ?", rows)
    connection.executemany("INSERT OR IGNORE INTO deleted (session_id) VALUES (?)", rows)


def forget_deletion(connection: sqlite3.Connection, session_id: str) -> None:
    """Remove the note that a session was deleted."""
    connection.execute("DELETE FROM deleted WHERE session_id = ?", (session_id,))
