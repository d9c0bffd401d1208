"""A local server of its own process, for tests that talk to it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

import routine_app

PROJECT = Path(routine_app.__file__).parent.parent

PROGRAM = """
import sys
from pathlib import Path
import flet as ft
from routine_app.cli.log_file import log_to
from routine_app.serve.listening import listen
from routine_app.serve.open_app import serve_app

async def main(page: ft.Page) -> None:
    page.add(ft.Text("Hello"))

log_to(Path(sys.argv[1]).parent / "server.log")
serve_app(main, Path(sys.argv[1]), listen("127.0.0.1", 0))
"""


Served = tuple["subprocess.Popen[str]", str]
"""A server that answers: its process, and its address."""


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Start the server with a stand-in for the app, `folder` as its assets, current and temporary folder."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(folder / "assets")],
        cwd=folder / "current",
        env=os.environ | {"PYTHONPATH": str(PROJECT), "TMPDIR": str(folder / "temporary")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout
        line = process.stdout.readline()
        yield process, next(word for word in line.split() if word.startswith("http://"))
    finally:
        process.kill()
        process.communicate()


def _folders(folder: Path) -> Path:
    for name in ("assets", "current", "temporary"):
        (folder / name).mkdir()
    (folder / "assets" / "mark.svg").write_text("<svg/>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server for all the tests of a module."""
    with serving(_folders(tmp_path_factory.mktemp("served"))) as (_, url):
        yield url


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[[], Served]]:
    """Start a server that the test may end; its folders are below `tmp_path`."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(serving(_folders(tmp_path)))
