"""Finding this machine's address in the local network."""

import errno
import socket

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve.http import lan_address
from routine_app.serve.http.lan_address import find_lan_address


def route_from(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    """Make this the source address of the default route; with none there is no route."""

    class Asking(socket.socket):
        """A socket that sends nothing, and learns its address at once."""

        def connect(self, _: object) -> None:
            if address is None:
                raise OSError(errno.ENETUNREACH, "Network is unreachable")

        def getsockname(self) -> tuple[str, int]:
            return (address or "", 40000)

    monkeypatch.setattr(socket, "socket", Asking)


@pytest.mark.parametrize("address", ["192.168.1.7", "10.0.0.2", "172.20.10.3", "169.254.7.7", "100.64.0.9"])
def test_an_address_of_a_local_network(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Home networks, phones' hotspots, networks without a router, and provider-wide ones."""
    route_from(monkeypatch, address)
    assert find_lan_address() == address


@pytest.mark.parametrize("address", [None, "127.0.0.1", "0.0.0.0"])  # noqa: S104 - it is refused
def test_no_network(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    """One sentence says how to go on."""
    route_from(monkeypatch, address)
    with pytest.raises(UserFacingError, match=r"^This computer is in no local network; .*--host\.$"):
        find_lan_address()


def test_the_whole_internet_only_on_purpose(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rented server's address is not served just because it is there."""
    route_from(monkeypatch, "8.8.8.8")
    with pytest.raises(UserFacingError, match=r"add --host 8\.8\.8\.8\.$"):
        find_lan_address()


def test_a_machine_without_a_route_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is no failure of the program."""
    monkeypatch.setattr(lan_address, "SOMEWHERE_ELSE", ("255.255.255.255", 9))
    with pytest.raises(UserFacingError, match=r"^This computer is in no local network"):
        find_lan_address()
