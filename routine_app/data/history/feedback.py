"""What the user said of sessions, as the history has it."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feedback
from routine_app.core.feedback.repository import PainTold
from routine_app.data.history.columns import stored
from routine_app.data.history.reading import read_pain

_SAY = "UPDATE session SET feeling = ?, note = ?, feedback_at = ? WHERE id = ?"
_PAIN = "INSERT INTO pain (session_id, place, muscle, side) VALUES (?, ?, ?, ?)"
_PAINS = """
    SELECT session.id, session.started_at, pain.muscle, pain.side
    FROM session JOIN pain ON pain.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    ORDER BY julianday(session.started_at), session.id, pain.place
"""


def write_feedback(
    connection: sqlite3.Connection, session_id: str, feedback: Feedback, at: datetime | None
) -> None:
    """Write what is said of a session that is there, in place of what was said before.

    `at` is when it was said, None if that is not known.
    """
    connection.execute(_SAY, (stored(feedback.feeling), feedback.note, stored(at), session_id))
    connection.execute("DELETE FROM pain WHERE session_id = ?", (session_id,))
    rows = [(session_id, place, pain.muscle, pain.side.value) for place, pain in enumerate(feedback.pain)]
    connection.executemany(_PAIN, rows)


def read_pains(connection: sqlite3.Connection, days: Days) -> tuple[PainTold, ...]:
    """Every pain told of sessions of these days, oldest session first; raises as `read_sessions` does."""
    rows = connection.execute(_PAINS, (days.first.isoformat(), days.last.isoformat()))
    return tuple(
        PainTold(session_id, datetime.fromisoformat(started_at), read_pain(muscle, side))
        for session_id, started_at, muscle, side in rows
    )


def read_acknowledged(connection: sqlite3.Connection) -> Mapping[str, datetime]:
    """For each muscle when the advice about its pain was last acknowledged."""
    rows = connection.execute("SELECT muscle, at FROM acknowledged")
    return {muscle: datetime.fromisoformat(at) for muscle, at in rows}


def write_acknowledged(connection: sqlite3.Connection, acknowledged: Mapping[str, datetime]) -> None:
    """Write when the advice about pain in a muscle was acknowledged."""
    rows = [(muscle, stored(at)) for muscle, at in acknowledged.items()]
    connection.executemany("INSERT OR REPLACE INTO acknowledged (muscle, at) VALUES (?, ?)", rows)
