"""The sockets that the local server listens on."""

import contextlib
import errno
import ipaddress
import os
import socket
from collections.abc import Iterable
from typing import NamedTuple

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.serve.http.lan_address import find_lan_address

DEFAULT_PORT = 8550

LOOPBACK = "127.0.0.1"

LOOPBACK_NAMES = ("localhost", LOOPBACK, "[::1]")
"""The names under which browsers reach a server on this machine."""

FREE_PORT_TRIES = 20
"""How many free ports of loopback are tried before one must be free in the local network too."""


class Listener(NamedTuple):
    """Sockets that listen on one port, and how browsers reach them."""

    sockets: tuple[socket.socket, ...]
    names: tuple[str, ...]
    port: int

    @property
    def url(self) -> str:
        """The address to open in a browser of this machine."""
        return _url(self.sockets[0])

    @property
    def lan_url(self) -> str:
        """The address to open in a browser of the local network; this machine's own if only that is served."""
        return _url(self.sockets[-1])

    def close(self) -> None:
        """Stop listening."""
        for listening in self.sockets:
            listening.close()


def listen(host: str, port: int | None) -> Listener:
    """Listen on a loopback host; without a port on the default one, or a free one if it is taken.

    Raises UserFacingError if the host is not this machine's own, or the port cannot be had.
    """
    return _listen((_loopback_address(host),), port)


def listen_in_lan(host: str | None, port: int | None) -> Listener:
    """Listen on 127.0.0.1 and on this machine's address in the local network, or on the one that is given.

    Raises UserFacingError if there is no such address, or the port cannot be had on both.
    """
    return _listen((LOOPBACK, find_lan_address() if host is None else _given_lan_address(host)), port)


def _listen(addresses: tuple[str, ...], port: int | None) -> Listener:
    sockets = _bound(addresses, port)
    for bound in sockets:
        bound.listen(socket.SOMAXCONN)
    names = tuple(dict.fromkeys((*LOOPBACK_NAMES, *map(_bracketed, addresses))))
    return Listener(sockets, names, sockets[0].getsockname()[1])


def _loopback_address(host: str) -> str:
    if host.lower() == "localhost":
        return LOOPBACK
    address = _parsed(host)
    if address is None or not address.is_loopback:
        raise UserFacingError(
            f"--host {host} would open the app to other machines: "
            "add --lan if you want that, or leave --host out to serve this one only."
        )
    return str(address)


def _given_lan_address(host: str) -> str:
    address = _parsed(host)
    if (
        address is None
        or str(address) == LOOPBACK
        or address.is_unspecified
        or address.is_multicast
        or getattr(address, "scope_id", None)
    ):
        raise UserFacingError(
            f"--host {host} is not one address of this computer in the local network: "
            "give one such as 192.168.1.7, or leave --host out."
        )
    return str(address)


def _parsed(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def _bound(addresses: tuple[str, ...], port: int | None) -> tuple[socket.socket, ...]:
    """Sockets on that port; without one on the default port, else a free one, which 0 asks for too."""
    free = [0] * FREE_PORT_TRIES
    tries = [DEFAULT_PORT, *free] if port is None else free if port == 0 else [port]
    for number in tries[:-1]:
        with contextlib.suppress(OSError):  # the last try, below, says what is wrong
            return _bind_all(addresses, number)
    try:
        return _bind_all(addresses, tries[-1])
    except OSError as error:
        listed = " and ".join(addresses)
        if error.errno == errno.EADDRNOTAVAIL:
            raise UserFacingError(
                f"This computer does not have the address {addresses[-1]}; leave --host out, or give one it has."
            ) from error
        raise UserFacingError(
            f"Port {tries[-1]} cannot be had on {listed} ({os_reason(error)}); "
            "give another with --port, or leave --port out for a free one."
        ) from error


def _bind_all(addresses: Iterable[str], port: int) -> tuple[socket.socket, ...]:
    """Bind one port on all the addresses, or none; 0 stands for the one that the first is given."""
    sockets: list[socket.socket] = []
    try:
        for address in addresses:
            sockets.append(_bind(address, port))
            port = sockets[0].getsockname()[1]
    except OSError:
        for bound in sockets:
            bound.close()
        raise
    return tuple(sockets)


def _bind(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # With the protocol named, asyncio turns off Nagle's algorithm: a beep waited 40 ms behind the digits.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound


def _url(listening: socket.socket) -> str:
    host, port, *_ = listening.getsockname()
    return f"http://{_bracketed(host)}:{port}"


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
