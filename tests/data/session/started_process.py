"""Starts a process that claims sessions, and hears what it tells."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]

SESSION = "s"
"""The session that processes take from each other."""


def command(folder: Path, *what: str) -> list[str]:
    """How to start a process that does this."""
    return [sys.executable, str(Path(__file__).with_name("claiming_process.py")), str(folder), *what]


def environment() -> dict[str, str]:
    """What it is started with."""
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


@contextmanager
def claiming(folder: Path, *what: str) -> Iterator[subprocess.Popen[str]]:
    """A process that does this, killed in the end."""
    with subprocess.Popen(
        command(folder, *what),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


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
