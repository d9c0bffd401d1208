"""The app as its own process, which a journey may kill."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.phone import Served


@contextmanager
def server(
    home: Path, program: Sequence[str] = ("-m", "routine_app")
) -> Iterator[tuple[Served, subprocess.Popen[str]]]:
    """Serve the files of a folder until the end, or until it is killed; `program` is what Python is to run."""
    process = subprocess.Popen(
        [sys.executable, *program, "serve", "--port", "0"],
        env={**os.environ, "ROUTINE_APP_HOME": str(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        assert found is not None
        yield Served(found[0], home), process
    finally:
        process.kill()
        process.wait(timeout=20)
        process.stdout.close()
