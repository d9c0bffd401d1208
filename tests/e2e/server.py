"""The app as its own process, which a journey may kill."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from routine_app.cli.main import run
from tests.e2e.phone import Served

PATIENCE_SECONDS = 30.0
LOADED_ONCE = ["routine_app.cli.main", "routine_app.app", "flet_web.fastapi", "uvicorn"]
"""What every server needs: loaded by one process, of which each server is a copy, since loading takes 2 s of a core."""

KEPT_CLIENT = Path(__file__).resolve().parent.parent.parent / "build" / "client"

PROCESSES = get_context("forkserver") if "forkserver" in get_all_start_methods() else get_context("spawn")


class Told(io.TextIOBase):
    """A standard output that is read in another process."""

    encoding = "utf-8"

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    def write(self, text: str) -> int:
        """Send what was printed."""
        self._reader.send(text)
        return len(text)


@contextmanager
def server(
    home: Path, *options: str, program: Callable[[], None] = run
) -> Iterator[tuple[Served, BaseProcess]]:
    """Serve the files of a folder until the end, or until it is killed.

    `options` are more of `serve`; `program` is what the new process does once its arguments and its home are set.
    """
    _share_client(home)
    said, saying = PROCESSES.Pipe(duplex=False)
    arguments = ["serve", "--port", "0", *options]
    PROCESSES.set_forkserver_preload(LOADED_ONCE)
    process = PROCESSES.Process(target=_begin, args=(program, home, arguments, saying), daemon=True)
    process.start()
    saying.close()
    try:
        yield Served(_address(said), home), process
    finally:
        process.kill()
        process.join()
        said.close()


def _share_client(home: Path) -> None:
    """Let all servers of the tests keep what browsers are sent in one place: to make it takes 2 s of a core."""
    kept = home / "cache" / "client"
    if not kept.is_symlink():
        KEPT_CLIENT.mkdir(parents=True, exist_ok=True)
        kept.parent.mkdir(exist_ok=True)
        kept.symlink_to(KEPT_CLIENT, target_is_directory=True)


def _begin(program: Callable[[], None], home: Path, arguments: list[str], saying: Connection) -> None:
    os.environ.update(ROUTINE_APP_HOME=str(home), DISPLAY="", WAYLAND_DISPLAY="")
    sys.argv[1:] = arguments
    sys.stdout = Told(saying)
    program()


def _address(said: Connection) -> str:
    """The address that the server prints first."""
    printed = ""
    while "\n" not in printed:
        assert said.poll(PATIENCE_SECONDS), f"the server only said {printed!r}"
        printed += said.recv()
    found = re.search(r"http://\S+", printed)
    assert found is not None, printed
    return found[0]
