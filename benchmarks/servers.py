"""Servers to measure, each in a process of its own: the app's, and one of a bare Flet page."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

BARE_PAGE = Path(__file__).with_name("bare_page.py")
BARE_ENVIRONMENT = {"FLET_FORCE_WEB_SERVER": "1", "FLET_DISPLAY_URL_PREFIX": "At"}
"""Flet opens nothing, and prints its address."""


class Server:
    """A server that starts while others do, and answers once somebody has asked for its address."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    @cached_property
    def url(self) -> str:
        """Wait until it answers; raises RuntimeError if it ends before."""
        return _address(self._process)

    def cpu_seconds(self) -> float | None:
        """The CPU time its process has used, in all its threads; None where the system does not tell."""
        if sys.platform != "linux":
            return None
        # What clock_getcpuclockid(3) gives: the clock of another process, exact to nanoseconds.
        return time.clock_gettime((~self._process.pid << 3) | 2)

    def memory_bytes(self) -> int | None:
        """The memory its process has at this moment; None where the system does not tell."""
        if sys.platform != "linux":
            return None
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")


def wait_for(*servers: Server) -> list[str]:
    """Give their addresses once all of them answer, so that none is measured while another starts."""
    return [server.url for server in servers]


@contextmanager
def app_server(
    home: Path, module: str = "routine_app", options: Sequence[str] = (), **variables: str
) -> Iterator[Server]:
    """Serve the app, with the user's files below `home`; `module` runs the command line, `options` are more of `serve`."""
    command = [sys.executable, "-m", module, "serve", "--port", "0", *options]
    with _serving(command, {"ROUTINE_APP_HOME": str(home), **variables}) as server:
        yield server


@contextmanager
def bare_server(page: str) -> Iterator[Server]:
    """Serve one of the bare pages: `ring` or `text`."""
    with _serving([sys.executable, "-u", str(BARE_PAGE), page], BARE_ENVIRONMENT) as server:
        yield server


@contextmanager
def _serving(command: list[str], variables: Mapping[str, str]) -> Iterator[Server]:
    process = subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.PIPE, text=True)
    try:
        yield Server(process)
    finally:
        process.kill()
        process.communicate()


def _address(process: "subprocess.Popen[str]") -> str:
    for line in process.stdout or ():
        found = re.search(r"http://\S+", line)
        if found is not None:
            return found[0]
    raise RuntimeError("a server ended before it said where it is")
