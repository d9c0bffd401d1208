"""The history on disk: what was written comes back, and nothing that is there is lost."""

import json
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import product
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import PainRecord
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.session.repository import SessionRepository
from routine_app.data.history import database
from routine_app.data.history.database import HistoryDatabase, open_history
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.history.schema import MIGRATIONS, Migration, migrate, refuse_what_is_not_ours
from tests.data.processor_time import least_seconds

STARTED = datetime(2026, 7, 1, 18, 30, 15, 123456, tzinfo=timezone(timedelta(hours=2)))
START = SessionRecord("s1", "hips", "Runner's hips", STARTED, 150.5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a history may be, in a folder that is not there yet."""
    return tmp_path / "home" / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[SqliteHistory]:
    """A history that does not exist yet, closed after the test."""
    with closing(SqliteHistory(path)) as opened:
        yield opened


def make_hold(
    hold_index: int = 0,
    held_seconds: float = 30.0,
    muscles: tuple[str, ...] = ("it_band", "glutes"),
) -> HoldRecord:
    """A hold that was held to its end."""
    return HoldRecord(
        hold_index, "IT band lean", muscles, Side.LEFT, 2, 3, 30.0, held_seconds, HoldStatus.DONE
    )


def make_start(session_id: str, started_at: datetime = STARTED) -> SessionRecord:
    """The start of some session."""
    return SessionRecord(session_id, "hips", "Hips", started_at, 60.0)


def reread(path: Path) -> tuple[SessionRecord, ...]:
    """What another process would read."""
    with closing(SqliteHistory(path)) as other:
        return other.sessions()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    """The value of a pragma."""
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_it_is_a_session_log(history: SqliteHistory) -> None:
    """The protocol is met; mypy checks it."""
    log: SessionRepository = history
    assert log.newest() is None


def test_an_absent_history_is_empty_and_stays_absent(history: SqliteHistory, path: Path) -> None:
    """Reading on a fresh machine makes no file and no folder."""
    assert history.sessions() == ()
    assert not path.parent.exists()


def test_a_whole_session(history: SqliteHistory, path: Path) -> None:
    """Everything that was written is read again, at each moment of a session."""
    history.start(START)
    running = SessionRecord("s1", "hips", "Runner's hips", STARTED, 150.5)
    assert reread(path) == (running,)

    holds = (make_hold(0, 29.988), make_hold(1, 0.0, ()))
    history.record_holds("s1", holds)
    assert reread(path)[0].holds == holds

    ended_at = STARTED + timedelta(minutes=3, microseconds=1)
    history.end("s1", ended_at, SessionStatus.STOPPED)
    assert reread(path) == (
        SessionRecord(
            "s1",
            "hips",
            "Runner's hips",
            STARTED,
            150.5,
            ended_at=ended_at,
            status=SessionStatus.STOPPED,
            holds=holds,
        ),
    )


def test_the_same_hold_again_replaces_what_was_there(history: SqliteHistory) -> None:
    """A hold that is redone has its last values, and the others stay."""
    history.start(START)
    for hold in (make_hold(0, 5.0), make_hold(1, 30.0), make_hold(0, 31.0)):
        history.record_holds("s1", [hold])
    assert history.sessions()[0].holds == (make_hold(0, 31.0), make_hold(1, 30.0))


def test_holds_are_written_together_or_not_at_all(history: SqliteHistory) -> None:
    """One that cannot be written takes the others with it; none at all is nothing to do."""
    history.start(START)
    history.record_holds("s1", [])
    nameless = HoldRecord(1, cast("str", None), (), Side.LEFT, 1, 1, 1.0, 1.0, HoldStatus.DONE)
    with pytest.raises(UserFacingError, match="NOT NULL"):
        history.record_holds("s1", [make_hold(0), nameless])
    assert history.sessions()[0].holds == ()


def test_holds_come_in_the_order_of_the_plan(history: SqliteHistory) -> None:
    """Not in that of writing: after going back, an early hold is written late."""
    history.start(START)
    for index in (10, 2, 0, 1):
        history.record_holds("s1", [make_hold(index)])
    assert [hold.hold_index for hold in history.sessions()[0].holds] == [0, 1, 2, 10]


def test_a_session_that_goes_on_keeps_its_holds(history: SqliteHistory) -> None:
    """To start a session that is there opens it again."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    history.end("s1", STARTED, SessionStatus.STOPPED)
    history.start(START)
    (session,) = history.sessions()
    assert (session.status, session.ended_at, session.holds) == (SessionStatus.RUNNING, None, (make_hold(),))


def test_a_session_that_goes_on_says_when_and_how_long_its_holds_are(
    history: SqliteHistory, path: Path
) -> None:
    """What it was started with anew is what is read again, to the microsecond and with the offset."""
    history.start(replace(START, length=Length.LONG))
    (session,) = reread(path)
    assert (session.length, session.resumed_at) == (Length.LONG, None)
    resumed_at = STARTED + timedelta(hours=11, microseconds=1)
    history.start(replace(START, length=Length.SHORT, resumed_at=resumed_at))
    (session,) = reread(path)
    assert (session.length, session.resumed_at) == (Length.SHORT, resumed_at)
    assert session.resumed_at is not None
    assert session.resumed_at.utcoffset() == STARTED.utcoffset()
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.start(replace(START, resumed_at=resumed_at.replace(tzinfo=None)))


def test_the_newest_session_comes_whole(history: SqliteHistory, path: Path) -> None:
    """By its instant, whatever its offset, as the last of all sessions would; none makes no file."""
    assert history.newest() is None
    assert not path.parent.exists()
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    in_tokyo = datetime(2026, 3, 1, 20, 59, tzinfo=timezone(timedelta(hours=9)))
    in_new_york = datetime(2026, 3, 1, 7, 1, tzinfo=timezone(timedelta(hours=-5)))
    for session_id, started_at in (("z", in_tokyo), ("c", in_new_york), ("b", noon)):
        history.start(make_start(session_id, started_at))
        history.record_holds(session_id, [make_hold(1), make_hold(0)])
    newest = history.newest()
    assert newest is not None
    assert newest == history.sessions()[-1]
    assert (newest.session_id, [hold.hold_index for hold in newest.holds]) == ("c", [0, 1])


def test_a_newest_session_that_cannot_be_read_is_one_sentence(history: SqliteHistory, path: Path) -> None:
    """As for all of them."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE session SET length = 'endless'")
    with pytest.raises(UserFacingError, match=r"has a value that this app never wrote: 'endless'; mend or"):
        history.newest()


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


def test_sessions_come_oldest_first_by_instant(history: SqliteHistory) -> None:
    """Offsets are reckoned with, and the id decides between two of one instant."""
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    in_tokyo = datetime(2026, 3, 1, 20, 59, tzinfo=timezone(timedelta(hours=9)))
    in_new_york = datetime(2026, 3, 1, 7, 1, tzinfo=timezone(timedelta(hours=-5)))
    for session_id, started_at in (("c", in_new_york), ("b", noon), ("a", noon), ("z", in_tokyo)):
        history.start(make_start(session_id, started_at))
    assert [session.session_id for session in history.sessions()] == ["z", "a", "b", "c"]


OFFSETS = st.timedeltas(min_value=timedelta(hours=-23), max_value=timedelta(hours=23)).map(
    lambda offset: timezone(timedelta(seconds=offset // timedelta(seconds=1)))
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    started_at=st.datetimes(timezones=OFFSETS),
    text=st.text(),
    muscles=st.lists(st.text()),
    seconds=st.integers(min_value=0, max_value=10**9).map(lambda number: number / 1000),
)
def test_every_value_comes_back_exactly(
    history: SqliteHistory, started_at: datetime, text: str, muscles: list[str], seconds: float
) -> None:
    """Times with their offsets, any text, muscles in order, and seconds to the thousandth."""
    hold = HoldRecord(0, text, tuple(muscles), Side.BOTH, 1, 1, seconds, seconds, HoldStatus.CUT)
    history.start(SessionRecord("same", text, text, started_at, seconds))
    history.record_holds("same", [hold])
    (session,) = history.sessions()
    assert session == SessionRecord("same", text, text, started_at, seconds, holds=(hold,))
    assert session.started_at.utcoffset() == started_at.utcoffset()


def test_every_side_and_status_comes_back(history: SqliteHistory) -> None:
    """Each word of the records has its place in the file."""
    holds = tuple(
        HoldRecord(place, "Lean", (), side, 1, 1, 1.0, 1.0, status)
        for place, (side, status) in enumerate(product(Side, HoldStatus))
    )
    history.start(START)
    history.record_holds("s1", holds)
    assert history.sessions()[0].holds == holds


def test_times_are_text_and_muscles_a_list(history: SqliteHistory, path: Path) -> None:
    """The file is meant to be read by other tools too."""
    history.start(START)
    history.record_holds("s1", [make_hold()])
    history.close()
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("SELECT started_at FROM session").fetchone() == (
            "2026-07-01T18:30:15.123456+02:00",
        )
        assert json.loads(plain.execute("SELECT muscles FROM hold").fetchone()[0]) == ["it_band", "glutes"]


def test_feeling_pain_and_note_are_read(history: SqliteHistory, path: Path) -> None:
    """Schema 1 has room for them, in the order in which pain was told."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE session SET feeling = 'hard', note = 'Slept badly'")
        other.executemany(
            "INSERT INTO pain (session_id, place, muscle, side) VALUES ('s1', ?, ?, ?)",
            [(1, "glutes", "both"), (0, "it_band", "right")],
        )
    (session,) = history.sessions()
    assert (session.feeling, session.note) == ("hard", "Slept badly")
    assert session.pain == (PainRecord("it_band", Side.RIGHT), PainRecord("glutes", Side.BOTH))


def test_a_time_without_offset_is_a_mistake_of_the_program(history: SqliteHistory) -> None:
    """It could never be ordered among the others."""
    history.start(START)
    naive = STARTED.replace(tzinfo=None)
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.start(make_start("s2", naive))
    with pytest.raises(ValueError, match="needs its offset from UTC"):
        history.end("s1", naive, SessionStatus.COMPLETED)
    assert [(session.session_id, session.ended_at) for session in history.sessions()] == [("s1", None)]


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


def test_commits_reach_the_disk(history: SqliteHistory) -> None:
    """The write-ahead log is synced at each commit, on macOS down to the platter."""
    history.start(START)
    connection = history._file._connection
    assert connection is not None
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 3
    assert pragma(connection, "fullfsync") == 1
    assert pragma(connection, "foreign_keys") == 1


def test_where_no_write_ahead_log_can_be_had_another_mode_does(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """SQLite's answer is taken, and logged. A database in memory has no such log."""
    caplog.set_level("INFO")
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


def test_a_failed_write_changes_nothing(history: SqliteHistory) -> None:
    """What the disk refuses is told in one sentence, and the session goes on."""
    history.start(START)
    connection = history._file._connection
    assert connection is not None
    pages = pragma(connection, "page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
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
        assert history._file._connection is not None
        assert pragma(history._file._connection, "journal_mode") == "wal"


def test_a_write_that_breaks_off_leaves_nothing(history: SqliteHistory) -> None:
    """All of a transaction or nothing of it, whatever ends it."""
    history.start(START)

    def break_off() -> None:
        with history._file.writing() as connection:
            connection.execute("DELETE FROM session")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert len(history.sessions()) == 1


def path_made(path: Path) -> Path:
    """The same path, its folder made."""
    path.parent.mkdir(exist_ok=True)
    return path


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


def test_an_empty_file_becomes_a_history(path: Path) -> None:
    """As when something made the file before the app did."""
    path_made(path).touch()
    with closing(SqliteHistory(path)) as history:
        assert history.sessions() == ()
        history.start(START)
        assert len(history.sessions()) == 1


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


def test_a_history_whose_folder_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    """The sentence is that of the folder."""
    (tmp_path / "file").write_text("in the way")
    with closing(SqliteHistory(tmp_path / "file" / "history.db")) as history:
        for use in (history.sessions, lambda: history.start(START)):
            with pytest.raises(
                UserFacingError, match=r"^Cannot create the folder .*file: .*exists; set ROUTINE"
            ):
                use()


def test_a_read_only_history_is_one_sentence(history: SqliteHistory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses to write is told with what to do. SQLite itself plays the refusal."""

    def open_read_only(path: Path) -> sqlite3.Connection:
        connection = open_history(path)
        connection.execute("PRAGMA query_only = ON")
        return connection

    history.start(START)
    history.close()
    monkeypatch.setattr("routine_app.data.history.database.open_history", open_read_only)
    assert len(history.sessions()) == 1
    with pytest.raises(UserFacingError, match=r"it or its folder is read-only; allow writing both, or set"):
        history.record_holds("s1", [make_hold()])


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


def test_many_sessions_take_little_more_than_their_holds(history: SqliteHistory) -> None:
    """500 of twenty holds each: less than two and a half times what it takes to make the holds of bare rows."""
    history.start(START)
    connection = history._file._connection
    assert connection is not None
    connection.executescript("""
        BEGIN;
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 499)
        INSERT INTO session (id, routine, title, started_at, status, planned_seconds)
            SELECT 's-' || i, routine, title, started_at, status, planned_seconds FROM n, session;
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
        INSERT INTO hold SELECT id, i, 'Pigeon pose', '["hip_flexors", "glutes"]', 'left', 1, 1, 30, 29.9, 'cut'
            FROM n, session;
        COMMIT;
    """)
    assert [len(session.holds) for session in history.sessions()] == [20] * 500
    sessions, holds = least_seconds(history.sessions, lambda: bare_holds(connection), rounds=3)
    assert sessions < 2.5 * holds


def bare_holds(connection: sqlite3.Connection) -> list[HoldRecord]:
    """The holds of a file, in no order and of no session."""
    return [bare_hold(row) for row in connection.execute("SELECT * FROM hold")]


def bare_hold(row: tuple[Any, ...]) -> HoldRecord:
    """A hold of its columns, of which the first is the session."""
    _, place, name, muscles, side, set_number, round_number, planned, held, status = row
    what = (place, name, tuple(json.loads(muscles)), Side(side))
    return HoldRecord(*what, set_number, round_number, planned, held, HoldStatus(status))


def test_reading_takes_the_same_few_queries_however_many_sessions(history: SqliteHistory) -> None:
    """One for the sessions, one for all holds, one for all pain, in one transaction."""
    for number in range(5):
        history.start(make_start(f"s{number}"))
        history.record_holds(f"s{number}", [make_hold()])
    connection = history._file._connection
    assert connection is not None
    statements: list[str] = []
    connection.set_trace_callback(statements.append)
    history.sessions()
    assert [statement.split()[0] for statement in statements] == [
        "BEGIN",
        "SELECT",
        "SELECT",
        "SELECT",
        "COMMIT",
    ]


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
