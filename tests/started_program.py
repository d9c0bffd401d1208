"""Programs of the tests that run beside them, to be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def program_environment() -> dict[str, str]:
    """What a program of the tests is started with."""
    return {**os.environ, "PYTHONPATH": str(PROJECT)}


@contextmanager
def started_program(file: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Start a program in a group of its own; it is killed in the end, with what it started."""
    with subprocess.Popen(
        [sys.executable, file, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=program_environment(),
        process_group=0,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):  # a test may have killed it before
                os.killpg(process.pid, signal.SIGKILL)
