"""What goes wrong with a history, in one sentence that says what to do."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.session.record import SessionStatus
from routine_app.data.history import database
from routine_app.data.history.database import open_history
from routine_app.data.history.repository import SqliteHistory
from tests.data.history.sample_sessions import (
    START,
    STARTED,
    make_hold,
    path_made,
    pragma,
)


def test_a_newest_session_that_cannot_be_read_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """As for all of them."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE session SET length = 'endless'")
    with pytest.raises(UserFacingError, match=r"has a value that this app never wrote: 'endless'; mend or"):
        history.newest()


def test_a_session_that_is_not_there_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """As when another window has deleted it; the history stays usable."""
    sentence = f"The history {path} does not have this session any more, so the rest of it is not logged."
    history.start(START)
    with pytest.raises(UserFacingError) as caught:
        history.record_holds("other", [make_hold()])
    assert str(caught.value) == sentence
    with pytest.raises(UserFacingError) as caught:
        history.end("other", STARTED, SessionStatus.COMPLETED)
    assert str(caught.value) == sentence
    history.record_holds("s1", [make_hold()])
    assert len(history.sessions()) == 1


def test_a_failed_write_changes_nothing(history: SqliteHistory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the disk refuses is told in one sentence, and the session goes on. SQLite itself plays the refusal."""

    def open_full(path: Path) -> sqlite3.Connection:
        connection = open_history(path)
        connection.execute(f"PRAGMA max_page_count = {pragma(connection, 'page_count')}")
        return connection

    history.start(START)
    history.close()
    monkeypatch.setattr(database, "open_history", open_full)
    with pytest.raises(UserFacingError, match=r"cannot be written, the disk is full; free some space\.$"):
        history.record_holds("s1", [make_hold(muscles=("x" * 100_000,))])
    history.record_holds("s1", [make_hold()])
    assert history.sessions()[0].holds == (make_hold(),)


def test_a_history_that_stays_locked_is_one_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the wait the user is told, and once it is free the same history works."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    with closing(SqliteHistory(path)) as history, closing(sqlite3.connect(path_made(path))) as other:
        history.start(START)
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserFacingError) as caught:
            history.record_holds("s1", [make_hold()])
        assert str(caught.value) == (
            f"The history {path} is kept locked by another program; close that and try again."
        )
        other.execute("ROLLBACK")
        history.record_holds("s1", [make_hold()])
        assert history.sessions()[0].holds == (make_hold(),)


def damage(path: Path) -> None:
    """Overwrite every page but the first, which says what the file is."""
    content = bytearray(path.read_bytes())
    page_bytes = int.from_bytes(content[16:18], "big")
    content[page_bytes:] = b"\xff" * (len(content) - page_bytes)
    path.write_bytes(content)


def test_a_damaged_history_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """It is left as it is."""
    history.start(START)
    history.close()
    damage(path)
    before = path.read_bytes()
    with pytest.raises(UserFacingError) as caught:
        history.sessions()
    assert str(caught.value) == (
        f"The history {path} is damaged; move it away, and the app starts a new one."
    )
    history.close()
    assert path.read_bytes() == before


def test_a_value_that_was_never_written_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """As after an edit by hand."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE session SET status = 'dancing'")
    with pytest.raises(UserFacingError) as caught:
        history.sessions()
    assert str(caught.value) == (
        f"The history {path} has a value that this app never wrote: "
        "'dancing' is not a valid SessionStatus; mend or move it away."
    )


@pytest.mark.parametrize(
    "content", [b"title: Hips\n", b"\0" * 8192, b"x" * 8192, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_file_that_is_no_database_is_left_alone(path: Path, content: bytes) -> None:
    """Reading and writing are both refused in one sentence, and no byte is changed."""
    path_made(path).write_bytes(content)
    with closing(SqliteHistory(path)) as history:
        for use in (history.sessions, lambda: history.start(START)):
            with pytest.raises(UserFacingError) as caught:
                use()
            assert str(caught.value) == (
                f"{path} is not a history of this app; move it away, and the app starts a new one."
            )
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]


def test_a_folder_in_the_historys_place_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """Reading and writing say the same."""
    path.mkdir(parents=True)
    for use in (history.sessions, lambda: history.start(START)):
        with pytest.raises(UserFacingError) as caught:
            use()
        assert str(caught.value) == (
            f"The history {path} cannot be opened; see that it is a file and that you may write in its folder, "
            "or set ROUTINE_APP_HOME to a folder you can write to."
        )


def test_a_read_only_history_is_one_sentence(history: SqliteHistory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses to write is told with what to do. SQLite itself plays the refusal."""

    def open_read_only(path: Path) -> sqlite3.Connection:
        connection = open_history(path)
        connection.execute("PRAGMA query_only = ON")
        return connection

    history.start(START)
    history.close()
    monkeypatch.setattr(database, "open_history", open_read_only)
    assert len(history.sessions()) == 1
    with pytest.raises(UserFacingError, match=r"it or its folder is read-only; allow writing both, or set"):
        history.record_holds("s1", [make_hold()])
