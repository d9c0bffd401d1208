"""The socket that the local server listens on."""

import ipaddress
import os
import socket
from typing import NamedTuple

from routine_app.core.surroundings import SurroundingsError

DEFAULT_PORT = 8550

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""The names under which browsers reach a server on this machine."""


class Listener(NamedTuple):
    """A socket that listens, and how browsers reach it."""

    socket: socket.socket
    names: tuple[str, ...]
    port: int

    @property
    def url(self) -> str:
        """The address to open in a browser."""
        host, port, *_ = self.socket.getsockname()
        return f"http://{_bracketed(host)}:{port}"


def listen(host: str, port: int | None) -> Listener:
    """Listen on a loopback host; without a port on the default one, or a free one if it is taken.

    Raises SurroundingsError if the host is not this machine's own, or the port cannot be had.
    """
    address = _loopback_address(host)
    bound = _bound_to_default_or_free(address) if port is None else _bound(address, port)
    bound.listen(socket.SOMAXCONN)
    names = tuple(dict.fromkeys((*LOOPBACK_NAMES, _bracketed(address))))
    return Listener(bound, names, bound.getsockname()[1])


def _loopback_address(host: str) -> str:
    if host.lower() == "localhost":
        return "127.0.0.1"
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        raise SurroundingsError(
            f"--host {host} would open the app to other machines; only this one is served for now: "
            "leave --host out, or give 127.0.0.1."
        )
    return str(address)


def _bound_to_default_or_free(address: str) -> socket.socket:
    try:
        return _bind(address, DEFAULT_PORT)
    except OSError:
        return _bound(address, 0)


def _bound(address: str, port: int) -> socket.socket:
    try:
        return _bind(address, port)
    except OSError as error:
        raise SurroundingsError(
            f"Port {port} cannot be had on {address} ({error.strerror or error}); "
            "give another with --port, or leave --port out for a free one."
        ) from error


def _bind(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((address, port))
    except OSError:
        bound.close()
        raise
    return bound


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address
