"""What all commands share: usage, failures, and how little they load."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from routine_app import __version__
from routine_app.cli import user_files

Run = Callable[..., Any]


@pytest.mark.parametrize(
    "arguments",
    [
        ["stretch"],
        ["plan"],
        ["list", "--jsn"],
        ["list", "--js"],
        ["history", "--json", "--csv"],
        ["serve", "--port", "65536"],
        ["serve", "--port", "-1"],
        ["serve", "--port", "eighty"],
    ],
)
def test_wrong_usage_is_one_line_and_two(run: Run, arguments: list[str]) -> None:
    """No usage text of ten lines: one sentence that says where the help is."""
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("routine-app: ")
    assert outcome.err.count("\n") == 1
    assert "--help` says" in outcome.err


def test_the_version_is_printed(run: Run) -> None:
    """It is the package's own."""
    assert run("--version") == (0, f"routine-app {__version__}\n", "")


def test_the_help_names_every_command(run: Run) -> None:
    """And it is no error to ask for it."""
    outcome = run("--help")
    assert outcome.code == 0
    for name in ("serve", "check", "plan", "list", "history", "paths"):
        assert f"    {name} " in outcome.out


def test_an_unexpected_failure_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The traceback goes to the log, not to the terminal."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(user_files, "FolderRoutines", fail)
    outcome = run("list")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("routine-app: This is a mistake of the program's own")
    assert "secret" not in outcome.err
    assert outcome.err.count("\n") == 1


def test_ctrl_c_is_one_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is the shells' own for an interrupted program."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(user_files, "FolderRoutines", interrupt)
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


def test_text_that_the_terminal_lacks_is_escaped(start: Run, home: Path, environment: dict[str, str]) -> None:
    """An ASCII terminal gets a title in another script as escapes, and JSON stays JSON."""
    text = "title: Вечер 🧘\nstretches: [{name: S, hold: 9s}]\n"
    (home / "routines" / "evening.yaml").write_text(text, encoding="utf-8")
    ascii_only = environment | {"PYTHONIOENCODING": "ascii"}
    assert "\\u0412" in start("list", env=ascii_only).out
    document = start("plan", "evening", "--json", env=ascii_only).out
    assert json.loads(document)["title"] == "Вечер 🧘"


@pytest.mark.parametrize("command", [["check"], ["plan", "evening"], ["list"], ["history"], ["paths"]])
def test_these_commands_load_no_flet(environment: dict[str, str], command: list[str]) -> None:
    """Flet and its web server take longer to load than these commands take in all."""
    program = (
        "import sys; from routine_app.cli.main import main; main(sys.argv[1:]); "
        "sys.exit(', '.join(m for m in ('flet', 'uvicorn', 'fastapi', 'asyncio') if m in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert ended.stderr.strip() == ""
