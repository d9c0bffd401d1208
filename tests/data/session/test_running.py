"""What processes with the same files claim, here two of them in one."""

import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from routine_app.core.session.ownership import ProcessClaims, SessionOwners
from routine_app.data.files import version
from routine_app.data.session import running
from routine_app.data.session.running import RunningSessions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the claims are, not there yet."""
    return tmp_path / "home" / "running"


def let_settle(table: Path) -> None:
    """Make it so long since a file was written that its next change will show."""
    changed = table.stat().st_mtime_ns - 10**9
    os.utime(table, ns=(changed, changed))


def names(folder: Path) -> list[str]:
    """The kinds of files in the folder."""
    return sorted(path.suffix for path in folder.iterdir())


def test_it_is_a_process(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The protocol is met; mypy checks it. To look, to ask and to give back what one has not makes no file."""
    processes: ProcessClaims = RunningSessions(folder)
    assert (processes.taken_elsewhere(), processes.asked_for()) == (frozenset(), ())
    processes.ask_for("s")
    processes.give_back("s")
    assert not folder.parent.exists()
    assert caplog.messages == []


def test_a_session_is_one_process_s(folder: Path) -> None:
    """Which may take it again, and gives back only its own; another has it then."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    assert [one.take("s"), one.take("s"), other.take("s")] == [True, True, False]
    other.give_back("s")
    assert (one.taken_elsewhere(), other.taken_elsewhere()) == (frozenset(), {"s"})
    one.give_back("s")
    assert (other.taken_elsewhere(), other.take("s"), one.take("s")) == (frozenset(), True, False)
    other.give_back("s")


def test_processes_run_several_sessions_each(folder: Path) -> None:
    """To give one back keeps the others; the last takes the process's own file away."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    assert all([one.take("a"), other.take("b"), one.take("c"), other.take("d")])
    assert (one.taken_elsewhere(), other.taken_elsewhere()) == ({"b", "d"}, {"a", "c"})
    one.give_back("a")
    assert other.taken_elsewhere() == {"c"}
    assert names(folder) == [".db", ".lock", ".lock"]
    one.give_back("c")
    other.give_back("b")
    other.give_back("d")
    assert names(folder) == [".db"]


def test_a_name_of_a_session_is_only_a_name(folder: Path) -> None:
    """An imported history may have any."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    for name in ("../s", "", "a'b\0", "\N{WOMAN}" * 200):
        assert (one.take(name), other.take(name), other.taken_elsewhere()) == (True, False, {name})
        one.give_back(name)
    assert [path.name for path in folder.parent.iterdir()] == ["running"]


def test_only_who_has_it_is_asked_for_it(folder: Path) -> None:
    """Until it is given back, or wanted no more; who takes it next is asked for nothing."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    for process, session_id in ((one, "a"), (one, "b"), (other, "c")):
        process.take(session_id)
    other.ask_for("a")
    assert (list(one.asked_for()), list(other.asked_for())) == (["a"], [])
    other.stop_asking("a")
    assert list(one.asked_for()) == []
    other.ask_for("a")
    one.give_back("a")
    other.take("a")
    assert (list(one.asked_for()), list(other.asked_for())) == ([], [])
    one.give_back("b")
    other.give_back("a")
    other.give_back("c")


def test_a_folder_that_was_taken_away_is_made_again(folder: Path) -> None:
    """The next session is told to others as ever."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    one.take("a")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert other.taken_elsewhere() == frozenset()
    assert one.take("b")
    assert other.taken_elsewhere() == {"b"}
    one.give_back("b")
    assert names(folder) == [".db"]


def test_what_is_not_a_lock_harms_nothing(folder: Path) -> None:
    """A file that somebody put there is passed by."""
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    (folder / "x.lock").write_text("no database " * 100, encoding="utf-8")
    one, other = RunningSessions(folder), RunningSessions(folder)
    assert (one.take("s"), other.take("s")) == (True, False)
    one.give_back("s")
    assert names(folder) == [".db", ".txt"]


def test_what_cannot_be_looked_at_is_not_free(folder: Path) -> None:
    """As when a process has no more files to open: here a folder stands where the lock was."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    one.take("s")
    (lock,) = folder.glob("*.lock")
    lock.unlink()
    lock.mkdir()
    assert (other.take("s"), other.taken_elsewhere()) == (False, {"s"})
    lock.rmdir()
    assert other.take("s")
    one.give_back("s")
    other.give_back("s")


@pytest.mark.parametrize("what", ["a file in its place", "a damaged table"])
def test_where_it_cannot_be_written_each_is_as_if_alone(
    folder: Path, caplog: pytest.LogCaptureFixture, what: str
) -> None:
    """With one word in the log, and nothing raised."""
    folder.parent.mkdir()
    if what == "a file in its place":
        folder.write_text("", encoding="utf-8")
    else:
        folder.mkdir()
        (folder / "sessions.db").write_text("no database " * 100, encoding="utf-8")
    one, other = RunningSessions(folder), RunningSessions(folder)
    with caplog.at_level(logging.WARNING):
        assert (one.take("s"), one.take("t"), other.taken_elsewhere()) == (True, True, frozenset())
        one.ask_for("s")
        one.give_back("s")
    said = [message for message in caplog.messages if message.startswith("Other processes are not told")]
    assert 1 <= len(said) <= 2


def test_a_table_that_stays_busy_gives_nobody_a_session(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Another process may be taking it at this moment, and nobody looks meanwhile; later one can try again."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    one.take("a")
    one.give_back("a")
    monkeypatch.setattr(running, "BUSY_SECONDS", 0.0)
    with closing(sqlite3.connect(folder / "sessions.db", isolation_level=None)) as table:
        table.execute("BEGIN IMMEDIATE")
        assert not one.take("s")
        assert other.taken_elsewhere() == frozenset()
    assert len(caplog.messages) == 2
    assert one.take("s")
    one.give_back("s")


def test_pages_of_two_processes_take_a_session_over_by_asking(folder: Path) -> None:
    """The owners of both, joined to what they claim: never does a page of each run it."""
    one, other = SessionOwners(RunningSessions(folder)), SessionOwners(RunningSessions(folder))
    runs: set[str] = set()

    def stop_one() -> None:
        runs.discard("one")

    def stop_other() -> None:
        runs.discard("other")

    assert one.claim("s", stop_one)
    runs.add("one")
    assert not other.claim("s", stop_other)
    other.ask_for("s")
    other.heed()
    assert (list(other.elsewhere()), runs) == (["s"], {"one"})
    one.heed()
    assert (list(other.elsewhere()), runs) == ([], set())
    assert other.claim("s", stop_other)
    assert not one.claim("s", stop_one)
    other.release(stop_other)
    assert one.claim("s", stop_one)
    one.release(stop_one)


def test_a_table_that_has_not_changed_is_not_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process asks once a second: it opens the table when another has written, and for what others have."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    one.take("s")
    connect, opened = sqlite3.connect, list[Path]()

    def counted(path: Path, **how: Any) -> sqlite3.Connection:  # noqa: ANN401 - whatever SQLite takes
        opened.append(path)
        connection: sqlite3.Connection = connect(path, **how)
        return connection

    def looks() -> tuple[object, object, int]:
        let_settle(folder / "sessions.db")
        opened.clear()
        asked, elsewhere = [(list(one.asked_for()), one.taken_elsewhere()) for _ in range(3)][-1]
        return asked, elsewhere, len(opened)

    monkeypatch.setattr(sqlite3, "connect", counted)
    assert looks() == ([], frozenset(), 1)
    other.ask_for("s")
    assert looks() == (["s"], frozenset(), 1)
    other.take("t")
    assert looks() == (["s"], {"t"}, 7)
    one.give_back("s")
    other.give_back("t")


def test_a_table_that_has_just_changed_is_looked_at_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within one tick of the file system's clock it may change and look as before."""
    one, other = RunningSessions(folder), RunningSessions(folder)
    one.take("s")
    table = folder / "sessions.db"
    status = table.stat()
    assert list(one.asked_for()) == []
    other.ask_for("s")
    os.utime(table, ns=(status.st_atime_ns, status.st_mtime_ns))
    monkeypatch.setattr(version, "UNSETTLED_SECONDS", 3600.0)
    assert list(one.asked_for()) == ["s"]
    one.give_back("s")
