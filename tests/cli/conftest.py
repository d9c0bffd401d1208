"""What the tests of the commands share: a folder of the user's own, and a way to run a command."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from routine_app.cli import main as command_line
from routine_app.data import paths

GOOD = """\
title: Evening hips
get_ready: 10s
rest: 10s
switch: 5s
stretches:
  - name: IT band lean
    muscles: [it_band]
    sides: each
    hold: 30.5s
    cues:
      - Keep your torso straight.
      - {at: halfway, say: Breathe out.}
  - name: Butterfly
    muscles: [adductors]
    hold: 45s
"""


class Outcome(NamedTuple):
    """What a command printed and said to the shell."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder, with one good routine, and no routines that ship."""
    routines = tmp_path / "home" / "routines"
    routines.mkdir(parents=True)
    (routines / "evening.yaml").write_text(GOOD, encoding="utf-8")
    monkeypatch.setenv("ROUTINE_APP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_routines_folder", lambda: tmp_path / "shipped")
    (tmp_path / "shipped").mkdir()
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process, leaving the process's logging alone."""
    del home
    monkeypatch.setattr(command_line, "log_to", lambda _: None)

    def run_command(*arguments: object) -> Outcome:
        try:
            code = command_line.main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run_command


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    """The variables of a process of its own that works on the user's folder."""
    project = paths.PACKAGE_FOLDER.parent
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return inherited | {"ROUTINE_APP_HOME": str(home), "PYTHONPATH": str(project)}


@pytest.fixture
def start(environment: dict[str, str]) -> Run:
    """Run a command as its own process."""

    def start_command(*arguments: object, **how: object) -> Outcome:
        command = [sys.executable, "-m", "routine_app", *(str(argument) for argument in arguments)]
        options: dict[str, object] = {
            "stdout": subprocess.PIPE,
            "stderr": subprocess.PIPE,
            "env": environment,
            **how,
        }
        ended = subprocess.run(command, check=False, text=True, timeout=60, **options)  # type: ignore[call-overload]  # options vary
        return Outcome(ended.returncode, ended.stdout, ended.stderr)

    return start_command
