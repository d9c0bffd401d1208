"""The socket of the local server."""

import socket

import pytest

from routine_app.core.surroundings import SurroundingsError
from routine_app.serve import listening
from routine_app.serve.listening import listen


@pytest.fixture
def taken() -> "socket.socket":
    """A port on which another program listens."""
    return socket.create_server(("127.0.0.1", 0))


def test_a_taken_default_port_gives_way(taken: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --port the app opens all the same, on a free port."""
    port = taken.getsockname()[1]
    monkeypatch.setattr(listening, "DEFAULT_PORT", port)
    listener = listen("127.0.0.1", None)
    with taken, listener.socket:
        assert listener.port != port
        assert listener.url == f"http://127.0.0.1:{listener.port}"


def test_a_free_default_port_is_used(taken: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address stays the same from one day to the next."""
    port = taken.getsockname()[1]
    taken.close()
    monkeypatch.setattr(listening, "DEFAULT_PORT", port)
    listener = listen("localhost", None)
    with listener.socket:
        assert listener.port == port


def test_a_taken_port_that_was_asked_for_is_said(taken: socket.socket) -> None:
    """One sentence that says what to do."""
    port = taken.getsockname()[1]
    with taken, pytest.raises(SurroundingsError, match=rf"^Port {port} cannot be had .*--port[^\n]*$"):
        listen("127.0.0.1", port)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "192.168.1.7", "::", "example.org", "", "127.0.0.1.evil.example"],  # noqa: S104 - it is refused
)
def test_other_machines_are_not_served(host: str) -> None:
    """Only the loopback addresses are listened on."""
    with pytest.raises(SurroundingsError, match="only this one is served"):
        listen(host, 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_ipv6_loopback_has_its_brackets() -> None:
    """The address can be pasted into a browser."""
    try:
        listener = listen("::1", 0)
    except SurroundingsError:
        pytest.skip("this machine has no IPv6 loopback")
    with listener.socket:
        assert listener.url == f"http://[::1]:{listener.port}"


def test_it_knows_its_names() -> None:
    """The usual three, and the address itself if it is another."""
    listener = listen("127.0.0.2", 0)
    with listener.socket:
        assert listener.names == ("localhost", "127.0.0.1", "[::1]", "127.0.0.2")
