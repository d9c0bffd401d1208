"""Starts a process that claims sessions, and hears what it tells."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from tests.started_program import started_program

SESSION = "s"
"""The session that processes take from each other."""

PROGRAM = str(Path(__file__).with_name("claiming_process.py"))


def claiming(folder: Path, *what: str) -> AbstractContextManager[subprocess.Popen[str]]:
    """A process that does this, killed in the end."""
    return started_program(PROGRAM, str(folder), *what)


@contextmanager
def keeping(folder: Path, session_id: str) -> Iterator[subprocess.Popen[str]]:
    """A process that has taken this session and keeps it, killed in the end."""
    with claiming(folder, "keep", session_id) as process:
        assert line_of(process) == "took True"
        yield process


def line_of(process: subprocess.Popen[str]) -> str:
    """What a process tells next."""
    assert process.stdout is not None
    return process.stdout.readline().rstrip()


def asked_for(process: subprocess.Popen[str]) -> object:
    """The sessions that a process which keeps one is asked for."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return json.loads(line_of(process))
