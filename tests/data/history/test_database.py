"""The file itself: opened and closed, shared by threads and processes, and written whole or not at all."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionStatus
from routine_app.data.history import database
from routine_app.data.history.database import HistoryDatabase
from routine_app.data.history.reading import count_sessions
from routine_app.data.history.repository import SqliteHistory
from tests.data.history.sample_sessions import (
    START,
    STARTED,
    make_hold,
    path_made,
    pragma,
    reread,
)


def test_it_may_be_closed_twice_and_used_again(history: SqliteHistory) -> None:
    """Closing is an end that can be taken back."""
    history.close()
    history.start(START)
    history.close()
    history.close()
    history.record_holds("s1", [make_hold()])
    assert history.sessions()[0].holds == (make_hold(),)


def test_after_closing_one_file_is_left(history: SqliteHistory, path: Path) -> None:
    """So that it can be copied by hand."""
    history.start(START)
    history.close()
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]


def test_commits_reach_the_disk(path: Path) -> None:
    """The write-ahead log is synced at each commit, on macOS down to the platter."""
    with closing(HistoryDatabase(path)) as file, file.writing() as connection:
        assert pragma(connection, "journal_mode") == "wal"
        assert pragma(connection, "synchronous") == 3
        assert pragma(connection, "fullfsync") == 1
        assert pragma(connection, "foreign_keys") == 1


def test_where_no_write_ahead_log_can_be_had_another_mode_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """SQLite's answer is taken, and logged. A database in memory has no such log."""
    caplog.set_level("INFO")
    monkeypatch.chdir(tmp_path)
    with closing(SqliteHistory(Path(":memory:"))) as history:
        history.start(START)
        history.record_holds("s1", [make_hold()])
        monkeypatch.setattr(HistoryDatabase, "is_absent", lambda _: False)
        assert history.sessions()[0].holds == (make_hold(),)
    assert caplog.messages == ["The history is kept with journal mode memory."]


def test_a_browsers_rollback_journal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the mode that the phone app uses, one file is left between two writes."""
    monkeypatch.setattr(database, "JOURNAL_MODE", "DELETE")
    with closing(SqliteHistory(path)) as history:
        history.start(START)
        history.record_holds("s1", [make_hold()])
        assert [file.name for file in path.parent.iterdir()] == ["history.db"]
        assert history.sessions()[0].holds == (make_hold(),)


def test_any_thread_may_write(history: SqliteHistory) -> None:
    """Handlers may run on other threads than the one that opened the file; nothing is lost."""
    history.start(START)

    def record(first: int) -> None:
        for index in range(first, first + 20):
            history.record_holds("s1", [make_hold(index)])

    threads = [threading.Thread(target=record, args=(first,)) for first in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [hold.hold_index for hold in history.sessions()[0].holds] == list(range(60))


def test_a_journal_that_cannot_be_switched_at_once_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite does not wait here by itself when another process has begun to write."""
    monkeypatch.setattr(database, "JOURNAL_MODE", "DELETE")
    with closing(SqliteHistory(path)) as history:
        history.start(START)
    monkeypatch.setattr(database, "JOURNAL_MODE", "WAL")
    waits: list[float] = []
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        closing(SqliteHistory(path)) as history,
    ):
        other.execute("BEGIN IMMEDIATE")

        def wait(seconds: float) -> None:
            waits.append(seconds)
            other.execute("ROLLBACK")

        monkeypatch.setattr(time, "sleep", wait)
        history.record_holds("s1", [make_hold()])
        assert len(waits) == 1
        assert pragma(other, "journal_mode") == "wal"


def test_a_write_that_breaks_off_leaves_nothing(history: SqliteHistory, path: Path) -> None:
    """All of a transaction or nothing of it, whatever ends it."""
    history.start(START)

    def break_off() -> None:
        with file.writing() as connection:
            connection.execute("DELETE FROM session")
            raise KeyboardInterrupt

    with closing(HistoryDatabase(path)) as file:
        with pytest.raises(KeyboardInterrupt):
            break_off()
        assert file.read(count_sessions, 0) == 1
    assert len(history.sessions()) == 1


def test_an_empty_file_becomes_a_history(path: Path) -> None:
    """As when something made the file before the app did."""
    path_made(path).touch()
    with closing(SqliteHistory(path)) as history:
        assert history.sessions() == ()
        history.start(START)
        assert len(history.sessions()) == 1


def test_a_history_whose_folder_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """The sentence is that of the folder."""
    (tmp_path / "file").write_text("in the way")
    with closing(SqliteHistory(tmp_path / "file" / "history.db")) as history:
        for use in (history.sessions, lambda: history.start(START)):
            with pytest.raises(
                UserFacingError, match=r"^Cannot create the folder .*file: .*exists; set ROUTINE"
            ):
                use()


def test_each_change_is_told_when_it_is_on_disk(path: Path) -> None:
    """Whoever hears of it finds it there, as another process would; reading is no change."""
    found: list[tuple[int, SessionStatus]] = []

    def note() -> None:
        (session,) = reread(path)
        found.append((len(session.holds), session.status))

    with closing(SqliteHistory(path, note)) as history:
        history.sessions()
        history.start(START)
        history.record_holds("s1", [make_hold()])
        history.sessions()
        history.newest()
        history.end("s1", STARTED, SessionStatus.STOPPED)
    running = SessionStatus.RUNNING
    assert found == [(0, running), (1, running), (1, SessionStatus.STOPPED)]


def test_a_write_that_fails_is_not_told(path: Path) -> None:
    """Neither one that the file refuses, nor one of a session that is not there, nor one without a file."""
    told: list[str] = []
    nameless = HoldRecord(1, cast("str", None), (), Side.LEFT, 1, 1, 1.0, 1.0, HoldStatus.DONE)
    with closing(SqliteHistory(path, lambda: told.append("changed"))) as history:
        history.start(START)
        with pytest.raises(UserFacingError):
            history.record_holds("s1", [nameless])
        with pytest.raises(UserFacingError):
            history.end("another", STARTED, SessionStatus.STOPPED)
    assert told == ["changed"]
    path.write_bytes(b"no database" * 1000)
    with (
        closing(SqliteHistory(path, lambda: told.append("changed"))) as history,
        pytest.raises(UserFacingError),
    ):
        history.start(START)
    assert told == ["changed"]


def test_whoever_is_told_of_a_change_may_use_the_history(path: Path) -> None:
    """The same one: it waits for nothing that it holds itself."""
    found: list[int] = []
    histories: list[SqliteHistory] = []
    with closing(SqliteHistory(path, lambda: found.append(len(histories[0].sessions())))) as history:
        histories.append(history)
        history.start(START)
    assert found == [1]
