"""Whatever goes wrong, the terminal gets one plain line."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from routine_app.cli import user_library
from tests.cli.conftest import Run


def test_an_unexpected_failure_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback goes to the log, not to the terminal."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(user_library, "FolderRoutines", fail)
    outcome = run("list")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("routine-app: This is a mistake of the program's own")
    assert "secret" not in outcome.err
    assert outcome.err.count("\n") == 1


def test_ctrl_c_is_one_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is the shells' own for an interrupted program."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(user_library, "FolderRoutines", interrupt)
    assert run("list") == (128 + signal.SIGINT, "", "routine-app: Stopped.\n")


def test_a_variable_that_is_no_path_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong surroundings end with exit code 2 and what to do."""
    monkeypatch.setenv("ROUTINE_APP_HOME", "~nobody-of-that-name/x")
    outcome = run("paths")
    assert (outcome.code, outcome.out) == (2, "")
    assert "ROUTINE_APP_HOME" in outcome.err
    assert outcome.err.count("\n") == 1


def test_the_log_gets_the_traceback(home: Path, environment: dict[str, str]) -> None:
    """A failure of the whole program is found in the log file."""
    broken = "import runpy, sys; import routine_app.data.routines.library as l; l.FolderRoutines = None; "
    broken += "sys.argv = ['x', 'list']; runpy.run_module('routine_app', run_name='__main__')"
    ended = subprocess.run(
        [sys.executable, "-c", broken],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "TypeError" in (home / "routine-app.log").read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_output_that_cannot_be_written_is_one_sentence(start: Run) -> None:
    """A full disk ends with exit code 2, and the interpreter adds nothing of its own."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        outcome = start("list", stdout=full)
    assert outcome.code == 2
    assert outcome.err == "routine-app: Cannot read or write: no space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_reader_that_has_had_enough_is_no_trouble(start: Run, home: Path) -> None:
    """`routine-app check | head -1` says nothing on standard error."""
    for number in range(300):
        (home / "routines" / f"{number}.yaml").write_text("title: B\n" + "x: 1\ny: 2\nz: 3\n" * 4)
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        outcome = start("check", stdout=pipe)
    assert outcome.err == ""
