"""Silent connections, and too many of them."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.serve.conftest import make_folders, serving
from tests.serve.raw_http import SOCKET_HEADERS, get

STRICTER = """
from routine_app.serve.http import connection_limits
connection_limits.REQUEST_SECONDS = {seconds}
connection_limits.MOST_CONNECTIONS_OF_ONE_PEER = 3
"""

PING, PONG = b"\x89\x80mask", b"\x8a\x00"


@contextlib.contextmanager
def stricter(folder: Path, seconds: float) -> Iterator[tuple[str, int]]:
    """Serve with three connections a peer, and so much patience."""
    with serving(make_folders(folder), first=STRICTER.format(seconds=seconds)) as (_, url):
        yield "127.0.0.1", int(urlsplit(url).port or 0)


def is_hung_up(connection: socket.socket) -> bool:
    """Wait for what comes next: whether it is the end."""
    with contextlib.suppress(ConnectionError):
        return connection.recv(1) == b""
    return True


def host(address: tuple[str, int]) -> bytes:
    """The Host header for that address."""
    return f"Host: {address[0]}:{address[1]}".encode()


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: "], ids=["nothing", "half a request"])
def test_who_does_not_say_what_he_wants_is_hung_up_on(tmp_path: Path, said: bytes) -> None:
    """Silence would hold a connection for ever; a socket that is open stays so meanwhile."""
    with stricter(tmp_path, 0.5) as address, socket.create_connection(address, timeout=10) as browser:
        browser.sendall(get(b"/ws", host(address), *SOCKET_HEADERS))
        answers = browser.makefile("rb")
        while answers.readline().strip():
            pass
        with socket.create_connection(address, timeout=10) as silent:
            silent.sendall(said)
            assert is_hung_up(silent)
        browser.sendall(PING)
        assert answers.read(2) == PONG


def test_one_machine_gets_only_so_many_connections(tmp_path: Path) -> None:
    """The fourth is ended at once, and the first are served."""
    with stricter(tmp_path, 60.0) as address, contextlib.ExitStack() as stack:
        first, *_, fourth = (
            stack.enter_context(socket.create_connection(address, timeout=10)) for _ in range(4)
        )
        assert is_hung_up(fourth)
        first.sendall(get(b"/", host(address)))
        assert first.makefile("rb").readline() == b"HTTP/1.1 200 OK\r\n"
