"""The tables: brought from each version to the newest, and other programs' left alone."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.session.record import SessionRecord
from routine_app.data.history.database import open_history
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.history.schema import MIGRATIONS, Migration, migrate, refuse_what_is_not_ours
from tests.data.history.sample_sessions import (
    START,
    STARTED,
    make_hold,
    path_made,
    pragma,
    reread,
)


def test_a_history_of_the_first_schema_gets_normal_lengths(history: SqliteHistory, path: Path) -> None:
    """Its sessions and holds stay, and none of them ever went on."""
    with closing(sqlite3.connect(path_made(path), isolation_level=None)) as first:
        migrate(first, MIGRATIONS[:1])
        first.execute(
            "INSERT INTO session (id, routine, title, started_at, status, planned_seconds)"
            " VALUES ('s1', 'hips', 'Runner''s hips', ?, 'running', 150.5)",
            (STARTED.isoformat(),),
        )
    history.record_holds("s1", [make_hold()])
    assert history.sessions() == (
        SessionRecord("s1", "hips", "Runner's hips", STARTED, 150.5, holds=(make_hold(),)),
    )


def test_another_programs_database_is_left_alone(path: Path) -> None:
    """No table is added to it."""
    with closing(sqlite3.connect(path_made(path))) as other, other:
        other.execute("CREATE TABLE urls (id)")
    before = path.read_bytes()
    with closing(SqliteHistory(path)) as history, pytest.raises(UserFacingError) as caught:
        history.start(START)
    assert str(caught.value) == (
        f"{path} is a database of another program; move it away, and the app starts a history there."
    )
    assert path.read_bytes() == before


def test_a_newer_versions_history_is_left_alone(history: SqliteHistory, path: Path) -> None:
    """Neither read nor written, and the sentence says which versions they are."""
    history.start(START)
    history.close()
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("PRAGMA user_version = 7")
    before = path.read_bytes()
    for use in (history.sessions, lambda: history.record_holds("s1", [make_hold()])):
        with pytest.raises(UserFacingError) as caught:
            use()
        assert str(caught.value) == (
            f"The history {path} was written by a newer version of the app "
            "(it has version 7, this app knows 4); update the app to use it."
        )
    history.close()
    assert path.read_bytes() == before


LATER: tuple[Migration, ...] = (
    *MIGRATIONS,
    ("ALTER TABLE session ADD COLUMN place TEXT", "UPDATE session SET place = 'home'"),
    ("CREATE TABLE goal (days INTEGER)",),
)


def test_an_old_history_is_brought_to_the_newest_schema(history: SqliteHistory, path: Path) -> None:
    """Step by step, with what was in it."""
    history.start(START)
    history.close()
    with closing(open_history(path)) as connection:
        migrate(connection, LATER)
        assert pragma(connection, "user_version") == 6
        assert connection.execute("SELECT id, place FROM session").fetchall() == [("s1", "home")]
        migrate(connection, LATER)
        assert pragma(connection, "user_version") == 6
        refuse_what_is_not_ours(connection, path, LATER)


def test_the_seconds_of_an_old_history_become_thousandths(path: Path) -> None:
    """As an export has them, so that its own export brings nothing new into it."""
    path_made(path)
    with closing(sqlite3.connect(path)) as old, old:
        migrate(old, MIGRATIONS[:3])
        old.execute("""INSERT INTO session (id, routine, title, started_at, status, planned_seconds)
            VALUES ('s1', 'hips', 'Hips', '2026-07-01T18:30:15+02:00', 'running', 45.00049)""")
        old.execute("INSERT INTO hold VALUES ('s1', 0, 'Lean', '[]', 'left', 1, 1, 30.0, 29.98765432, 'cut')")
    (session,) = reread(path)
    assert (session.planned_seconds, session.holds[0].held_seconds) == (45.0, 29.988)


def test_a_step_that_fails_leaves_the_schema_before_it(history: SqliteHistory, path: Path) -> None:
    """All of a step or nothing of it."""
    history.start(START)
    history.close()
    failing = (*LATER[:-1], ("CREATE TABLE half (x)", "CREATE TABLE half (x)"))
    with closing(open_history(path)) as connection:
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            migrate(connection, failing)
        assert pragma(connection, "user_version") == 5
        assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'half'").fetchall() == []
        assert not connection.in_transaction
