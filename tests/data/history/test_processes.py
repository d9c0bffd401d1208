"""Several processes with one history, and processes that die: nothing that was written is lost."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.started_program import program_environment

WRITER = """
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.routine.model import Side
from routine_app.data.history.repository import SqliteHistory

session_id, how_many, *paths = sys.argv[1:]
now = datetime(2026, 1, 1, tzinfo=UTC)
for path in map(Path, paths):
    print("ready", flush=True)
    sys.stdin.readline()
    history = SqliteHistory(path)
    history.start(SessionRecord(session_id, "hips", "Hips", now, 30.0))
    for index in range(int(how_many)) if how_many != "0" else count():
        hold = HoldRecord(index, "Lean", ("glutes",), Side.LEFT, 1, 1, 30.0, 29.5, HoldStatus.CUT)
        history.record_holds(session_id, [hold])
        print(index, flush=True)
    history.end(session_id, now, SessionStatus.COMPLETED)
    history.close()
"""

FOR_EVER = 0


def start_writer(session_id: str, how_many: int, *paths: Path) -> subprocess.Popen[str]:
    """A process that is ready to write so many holds, one a transaction, and prints each when it is done.

    When it is let go, it writes them into the first history; then it is ready again for the next one.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, session_id, str(how_many), *map(str, paths)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=program_environment(),
    )
    wait_for(process, "ready")
    return process


def wait_for(process: subprocess.Popen[str], word: str) -> None:
    """Wait until a process prints a word, which must be the next one."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line == f"{word}\n", line or process.communicate(timeout=60)[1]


def let_go(process: subprocess.Popen[str]) -> None:
    """Let a ready process begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes make and fill one history that none of them finds: every hold is there."""
    path = tmp_path / "new" / "history.db"
    writers = [start_writer(f"s{number}", 25, path) for number in range(4)]
    for writer in writers:
        let_go(writer)
    outcomes = [writer.communicate(timeout=60) for writer in writers]
    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, outcomes, strict=True)] == [
        (0, "")
    ] * 4
    with closing(SqliteHistory(path)) as history:
        sessions = history.sessions()
    assert [(session.session_id, session.status) for session in sessions] == [
        (f"s{number}", SessionStatus.COMPLETED) for number in range(4)
    ]
    assert [[hold.hold_index for hold in session.holds] for session in sessions] == [list(range(25))] * 4


def test_many_processes_open_a_new_history_at_once(tmp_path: Path) -> None:
    """The first moment of a file, when its journal and its tables are made, is no exception: eight times."""
    paths = [tmp_path / f"{number}.db" for number in range(8)]
    writers = [start_writer(f"s{number}", 1, *paths) for number in range(4)]
    for is_last in [False] * 7 + [True]:
        for writer in writers:
            let_go(writer)
        for writer in writers:
            wait_for(writer, "0")
            if not is_last:
                wait_for(writer, "ready")
    assert [writer.communicate(timeout=60) for writer in writers] == [("", "")] * 4
    for path in paths:
        with closing(SqliteHistory(path)) as history:
            assert [len(session.holds) for session in history.sessions()] == [1] * 4


@pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")
@pytest.mark.parametrize("written_before", [1, 7, 40])
def test_a_killed_process_loses_no_hold_that_was_written(tmp_path: Path, written_before: int) -> None:
    """Killed in the middle of writing: what `record_holds` had returned for is there, and more can be written."""
    path = tmp_path / "history.db"
    writer = start_writer("s1", FOR_EVER, path)
    let_go(writer)
    assert writer.stdout is not None
    for _ in range(written_before):
        writer.stdout.readline()
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()  # with what came together with the lines above, which `communicate` passes by
    _, errors = writer.communicate(timeout=60)
    told = written_before + rest.count("\n")
    assert (writer.returncode, errors) == (-signal.SIGKILL, "")

    after = datetime(2026, 1, 2, tzinfo=UTC)
    with closing(SqliteHistory(path)) as history:
        (session,) = history.sessions()
        indexes = [hold.hold_index for hold in session.holds]
        # The one that was being written may be there or not.
        assert indexes in (list(range(told)), list(range(told + 1)))
        assert session.status is SessionStatus.RUNNING
        history.start(SessionRecord("s2", "hips", "Hips", after, 30.0))
        history.record_holds("s2", [HoldRecord(0, "Lean", (), Side.BOTH, 1, 1, 30.0, 30.0, HoldStatus.DONE)])
        assert [record.session_id for record in history.sessions()] == ["s1", "s2"]


def test_a_hold_is_seen_by_others_before_the_next_step(tmp_path: Path) -> None:
    """Each line that the writer prints is in the file while the writer still has it open."""
    path = tmp_path / "history.db"
    writer = start_writer("s1", 3, path)
    let_go(writer)
    assert writer.stdout is not None
    with closing(SqliteHistory(path)) as history:
        for index in range(3):
            assert writer.stdout.readline() == f"{index}\n"
            assert len(history.sessions()[0].holds) > index
    assert writer.communicate(timeout=60)[1] == ""
    assert writer.returncode == 0
