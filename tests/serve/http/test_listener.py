"""The sockets of the local server."""

import socket
from contextlib import closing

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve.http import listener as listening
from routine_app.serve.http.listener import listen, listen_in_lan
from tests.serve.lan.lan_host import lan_host


@pytest.fixture
def taken() -> "socket.socket":
    """A port on which another program listens."""
    return socket.create_server(("127.0.0.1", 0))


def test_a_taken_default_port_gives_way(taken: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --port the app opens all the same, on a free port."""
    port = taken.getsockname()[1]
    monkeypatch.setattr(listening, "DEFAULT_PORT", port)
    listener = listen("127.0.0.1", None)
    with taken, closing(listener):
        assert listener.port != port
        assert listener.url == f"http://127.0.0.1:{listener.port}"


def test_a_free_default_port_is_used(taken: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address stays the same from one day to the next."""
    port = taken.getsockname()[1]
    taken.close()
    monkeypatch.setattr(listening, "DEFAULT_PORT", port)
    listener = listen("localhost", None)
    with closing(listener):
        assert listener.port == port


def test_a_taken_port_that_was_asked_for_is_said(taken: socket.socket) -> None:
    """One sentence that says what to do."""
    port = taken.getsockname()[1]
    with taken, pytest.raises(UserFacingError, match=rf"^Port {port} cannot be had .*--port[^\n]*$"):
        listen("127.0.0.1", port)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "192.168.1.7", "::", "example.org", "", "127.0.0.1.evil.example"],  # noqa: S104 - it is refused
)
def test_other_machines_are_not_served(host: str) -> None:
    """Only the loopback addresses are listened on."""
    with pytest.raises(UserFacingError, match="add --lan if you want that"):
        listen(host, 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_ipv6_loopback_has_its_brackets() -> None:
    """The address can be pasted into a browser."""
    try:
        listener = listen("::1", 0)
    except UserFacingError:
        pytest.skip("this machine has no IPv6 loopback")
    with closing(listener):
        assert listener.url == f"http://[::1]:{listener.port}"


def test_it_knows_its_names() -> None:
    """The usual three, and the address itself if it is another."""
    listener = listen("127.0.0.2", 0)
    with closing(listener):
        assert listener.names == ("localhost", "127.0.0.1", "[::1]", "127.0.0.2")


def test_the_lan_is_served_on_one_address_beside_loopback() -> None:
    """Two sockets, one port; nothing listens on all addresses."""
    host = lan_host()
    listener = listen_in_lan(host, 0)
    with closing(listener):
        assert [bound.getsockname() for bound in listener.sockets] == [
            ("127.0.0.1", listener.port),
            (host, listener.port),
        ]
        assert listener.names == ("localhost", "127.0.0.1", "[::1]", host)
        assert listener.url == f"http://127.0.0.1:{listener.port}"
        assert listener.lan_url == f"http://{host}:{listener.port}"


def test_without_a_host_it_finds_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one of the default route."""
    host = lan_host()
    monkeypatch.setattr(listening, "find_lan_address", lambda: host)
    listener = listen_in_lan(None, 0)
    with closing(listener):
        assert listener.lan_url == f"http://{host}:{listener.port}"


def test_a_default_port_taken_in_the_lan_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """The port must be free on both addresses, and the socket already bound is given back."""
    host = lan_host()
    with socket.create_server((host, 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(listening, "DEFAULT_PORT", port)
        with closing(listen_in_lan(host, None)) as listener:
            assert listener.port != port
            socket.create_server(("127.0.0.1", port)).close()


def test_a_port_taken_in_the_lan_is_said() -> None:
    """With both addresses, since either can be the reason."""
    host = lan_host()
    with socket.create_server((host, 0)) as taken:
        port = taken.getsockname()[1]
        said = rf"^Port {port} cannot be had on 127.0.0.1 and {host} \(address already in use\); give another"
        with pytest.raises(UserFacingError, match=said):
            listen_in_lan(host, port)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "127.0.0.1", "224.0.0.1", "fe80::1%eth0", "my-computer.local", ""],  # noqa: S104 - it is refused
)
def test_not_an_address_of_the_lan(host: str) -> None:
    """All addresses at once, a name, or no address of a network."""
    with pytest.raises(UserFacingError, match="is not one address of this computer in the local network"):
        listen_in_lan(host, 0)


def test_an_address_of_another_machine() -> None:
    """The sentence names the address, not the port."""
    with pytest.raises(UserFacingError, match=r"does not have the address 198\.51\.100\.7;"):
        listen_in_lan("198.51.100.7", 0)
