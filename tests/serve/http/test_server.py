"""The server that shows the app in browsers."""

import asyncio
import os
import signal
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from starlette.applications import Starlette

from routine_app.serve.http.server import AnnouncingServer
from tests.serve.conftest import CLIENT
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop

SOCKET_REQUEST = (
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def fetch(url: str) -> tuple[int, str]:
    """The status and the text that come from an address."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - the tests' own server
            return answer.status, answer.read().decode(errors="replace")
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, ""


def test_the_client_is_served(server_url: str) -> None:
    """The page for any screen, and a file under its name; one that is not there is not."""
    assert fetch(server_url)[1] == fetch(server_url + "/routine/a.yaml")[1] == CLIENT["index.html"]
    assert fetch(server_url + "/mark.svg") == (200, "<svg/>")
    assert fetch(server_url + "/none.svg")[0] == 404


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/oauth_callback"])
def test_the_frameworks_own_pages_are_gone(server_url: str, path: str) -> None:
    """FastAPI's manual loads scripts from the internet, and nobody logs in here."""
    assert "swagger" not in fetch(server_url + path)[1].lower()
    assert "redoc" not in fetch(server_url + path)[1].lower()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_quietly(
    start_server: Callable[[], tuple["subprocess.Popen[str]", str]], tmp_path: Path, number: signal.Signals
) -> None:
    """With a browser's socket open it ends within seconds, says nothing, and leaves no file behind."""
    process, url = start_server()
    port = urlsplit(url).port
    fetch(url)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as browser:
        browser.sendall(SOCKET_REQUEST.format(port=port).encode())
        assert b" 101 " in browser.makefile("rb").readline()
        process.send_signal(number)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (0, "", "")
    assert [list((tmp_path / name).iterdir()) for name in ("current", "temporary")] == [[], []]


@in_virtual_time
async def test_it_wakes_up_once_a_second_and_to_end() -> None:
    """For the date of its answers; uvicorn by itself looks ten times a second whether it shall end."""
    woken: list[float] = []

    class Watched(AnnouncingServer):
        async def on_tick(self, counter: int) -> bool:
            woken.append(virtual_loop().seconds)
            return await super().on_tick(counter)

    server = Watched(uvicorn.Config(Starlette()), lambda: None)
    serving = asyncio.create_task(server.main_loop())
    await asyncio.sleep(2.5)
    assert not serving.done()
    server.stop()
    await settle()
    assert serving.done()
    assert woken == [0.0, 1.0, 2.0, 2.5]
