"""A local server of its own process, for tests that talk to it."""

import gzip
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest

import routine_app
from tests.serve.lan.lan_host import lan_host
from tests.serve.raw_http import ask, get

PROJECT = Path(routine_app.__file__).parent.parent

PROGRAM = """
import sys
from contextlib import nullcontext
from pathlib import Path
import flet as ft
from routine_app.cli.log_file import log_to
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.http import server
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import listen, listen_in_lan
from routine_app.serve.lan.serve_phones import serve_to_phones
from routine_app.serve.open_app import serve_app

async def main(page: ft.Page) -> None:
    page.add(ft.Text("Hello"))

client, host, transfers = Path(sys.argv[1]), sys.argv[2], FileTransfers()
log_to(client.parent / "server.log")
source = ClientSource(client.parent / "assets", client)
server.kept_client = lambda source: nullcontext(source.cache)
if host:
    serve_to_phones(main, source, listen_in_lan(host, 0), {}, transfers)
else:
    serve_app(main, source, listen("127.0.0.1", 0), transfers)
"""


BUILD = "build-0123456789abcdef"
CLIENT = {
    "index.html": "<title>Routine App</title>",
    "mark.svg": "<svg/>",
    f"{BUILD}/main.dart.js": "main();",
}
"""What stands in for the files that browsers are sent."""


def write_client(folder: Path) -> None:
    """Write the files; the script is compressed, as most of a client's."""
    for name, text in CLIENT.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(".js"):
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(text.encode()))
        else:
            file.write_text(text, encoding="utf-8")


Served = tuple["subprocess.Popen[str]", str]
"""A server that answers: its process, and its address."""


@contextmanager
def serving(folder: Path, host: str = "", first: str = "") -> Iterator[Served]:
    """Start the server with a stand-in for the app and for its client, `folder` as current and temporary folder.

    With a host it serves to phones there. `first` is run before anything else.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", first + PROGRAM, str(folder / "client"), host],
        cwd=folder / "current",
        env=os.environ
        | {
            "PYTHONPATH": str(PROJECT),
            "TMPDIR": str(folder / "temporary"),
            "FLET_UPLOAD_DIR": str(folder / "current"),
        },
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


def make_folders(folder: Path) -> Path:
    """Make what `serving` asks for below the folder."""
    for name in ("client", "current", "temporary"):
        (folder / name).mkdir()
    write_client(folder / "client")
    return folder


@pytest.fixture(scope="module")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server for all the tests of a module."""
    with serving(make_folders(tmp_path_factory.mktemp("served"))) as (_, url):
        yield url


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[Callable[[], Served]]:
    """Start a server that the test may end; its folders are below `tmp_path`."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(serving(make_folders(tmp_path)))


class Lan(NamedTuple):
    """A server for phones: where it is, its secrets, and its log."""

    process: "subprocess.Popen[str]"
    address: tuple[str, int]
    path: bytes
    cookie: bytes
    log: Path

    @property
    def host(self) -> bytes:
        """The Host that an honest phone sends."""
        return f"{self.address[0]}:{self.address[1]}".encode()


@pytest.fixture(scope="module")
def lan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lan]:
    """Serve to phones, for all the tests of a module; one has come in by the link."""
    folder = make_folders(tmp_path_factory.mktemp("lan"))
    (folder / "secret.txt").write_text("nobody's business", encoding="utf-8")
    with serving(folder, lan_host()) as (process, link):
        url = urlsplit(link)
        address = (str(url.hostname), int(url.port or 0))
        answer = ask(address, get(url.path.encode(), f"Host: {url.netloc}".encode()))
        cookie = answer.headers["set-cookie"].split(";")[0].encode()
        yield Lan(process, address, url.path.encode(), cookie, folder / "server.log")
