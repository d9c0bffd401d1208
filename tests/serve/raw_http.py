"""Requests as bytes: client libraries would put the odd ones right."""

import contextlib
import socket
from typing import NamedTuple

SOCKET_HEADERS = (
    b"Upgrade: websocket",
    b"Connection: Upgrade",
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    b"Sec-WebSocket-Version: 13",
)


class Answer(NamedTuple):
    """What came back: the status (0 if the server just hung up), the header lines, the body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(address: tuple[str, int], request: bytes) -> Answer:
    """Send these bytes, and give the answer once the server hangs up or the whole answer is there."""
    with socket.create_connection(address, timeout=10) as connection:
        with contextlib.suppress(ConnectionError):
            connection.sendall(request)
        received = b""
        with contextlib.suppress(ConnectionError):
            while not _is_whole(received, request) and (more := connection.recv(65536)):
                received += more
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    pairs = (line.split(": ", 1) for line in lines[1:])
    return Answer(
        int(lines[0].split()[1]) if head else 0, {name.lower(): value for name, value in pairs}, body
    )


def get(target: bytes, *headers: bytes, method: bytes = b"GET") -> bytes:
    """A request of exactly these header lines."""
    return b"\r\n".join([method + b" " + target + b" HTTP/1.1", *headers, b"", b""])


def _is_whole(received: bytes, request: bytes) -> bool:
    head, end, body = received.partition(b"\r\n\r\n")
    if not end:
        return False
    if b" 101 " in head.splitlines()[0] or request.startswith(b"HEAD"):
        return True
    lengths = [
        line.split(b":")[1] for line in head.lower().splitlines() if line.startswith(b"content-length")
    ]
    return bool(lengths) and len(body) >= int(lengths[0])
