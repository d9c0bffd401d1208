"""The tables of the history, and the steps from each version of them to the next."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from routine_app.core.errors import UserFacingError
from routine_app.data.history.columns import stored

APPLICATION_ID = 0x52744170
"""Marks a SQLite file as a history of this app: the letters "RtAp"."""

Migration = Sequence[str]

MIGRATIONS: Sequence[Migration] = (
    (
        f"PRAGMA application_id = {APPLICATION_ID}",
        """CREATE TABLE session (
            id TEXT PRIMARY KEY,
            routine TEXT NOT NULL,
            title TEXT NOT NULL,
            started_at TEXT NOT NULL,
            ended_at TEXT,
            status TEXT NOT NULL,
            planned_seconds REAL NOT NULL,
            feeling TEXT,
            note TEXT NOT NULL DEFAULT ''
        )""",
        """CREATE TABLE hold (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            hold_index INTEGER NOT NULL,
            stretch TEXT NOT NULL,
            muscles TEXT NOT NULL,
            side TEXT NOT NULL,
            set_number INTEGER NOT NULL,
            round_number INTEGER NOT NULL,
            planned_seconds REAL NOT NULL,
            held_seconds REAL NOT NULL,
            status TEXT NOT NULL,
            PRIMARY KEY (session_id, hold_index)
        ) WITHOUT ROWID""",
        """CREATE TABLE pain (
            session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
            place INTEGER NOT NULL,
            muscle TEXT NOT NULL,
            side TEXT NOT NULL,
            PRIMARY KEY (session_id, place)
        ) WITHOUT ROWID""",
    ),
    (
        "ALTER TABLE session ADD COLUMN length TEXT NOT NULL DEFAULT 'normal'",
        "ALTER TABLE session ADD COLUMN resumed_at TEXT",
    ),
    (
        "ALTER TABLE session ADD COLUMN day TEXT GENERATED ALWAYS AS (substr(started_at, 1, 10)) VIRTUAL",
        "CREATE INDEX session_day ON session (day)",
    ),
    (
        "ALTER TABLE session ADD COLUMN feedback_at TEXT",
        "CREATE TABLE deleted (session_id TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE acknowledged (muscle TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID",
        """UPDATE hold SET planned_seconds = thousandths(planned_seconds),
            held_seconds = thousandths(held_seconds)""",
        "UPDATE session SET planned_seconds = thousandths(planned_seconds)",
    ),
)
"""Entry n leads from schema version n to n + 1, which SQLite keeps as `user_version`.

Times are ISO 8601 text with the offset, muscles a JSON list, a length is its name in small letters, and
other words are those of `routine_app.core.session.record`. A session's `day` is the date where the user was when it
began. `deleted` has the sessions that the user deleted, so that an import does not bring them back. Seconds are
whole thousandths, as `stored` makes them.
"""


def refuse_what_is_not_ours(
    connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration] = MIGRATIONS
) -> None:
    """Raise UserFacingError for a newer version's history and for another program's database."""
    connection.execute("BEGIN")
    version = _number(connection, "PRAGMA user_version")
    application = _number(connection, "PRAGMA application_id")
    tables = _number(connection, "SELECT count(*) FROM sqlite_master")
    connection.execute("COMMIT")
    is_new = version == application == tables == 0
    if not is_new and application != APPLICATION_ID:
        raise UserFacingError(
            f"{path} is a database of another program; move it away, and the app starts a history there."
        )
    if version > len(migrations):
        raise UserFacingError(
            f"The history {path} was written by a newer version of the app "
            f"(it has version {version}, this app knows {len(migrations)}); update the app to use it."
        )


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring the tables to the newest version, each step whole or not at all."""
    connection.create_function("thousandths", 1, stored, deterministic=True)
    while _number(connection, "PRAGMA user_version") < len(migrations):
        _step(connection, migrations)


def _step(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have made this step while this one waited for the lock.
        version = _number(connection, "PRAGMA user_version")
        if version < len(migrations):
            for statement in migrations[version]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
