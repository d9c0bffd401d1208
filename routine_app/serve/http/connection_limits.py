"""What a connection may do: ask in well-formed requests, soon, and beside not too many others of its machine."""

import asyncio
import logging

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

REQUEST_SECONDS = 10.0
"""How long a connection may take to say what it wants."""

LONGEST_UNFINISHED_HEAD_BYTES = 16 * 1024
"""How much of a request line and headers is kept while the rest is awaited."""

MOST_HANDSHAKE_HEADERS = 100
LONGEST_HANDSHAKE_HEADER_BYTES = 8000
"""Just below where the library for sockets breaks off (websockets 17: 128 headers, 8192 bytes each)."""

MOST_CONNECTIONS_OF_ONE_PEER = 256
"""A browser opens six and one for each tab; one machine must not use up the system's files."""

log = logging.getLogger(__name__)


class ConnectionLimits(H11Protocol):
    """HTTP/1.1 by h11, which refuses malformed requests; silence and crowds end too."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        """Take the connection, unless its peer has too many."""
        super().connection_made(transport)
        self._request_timer = self.loop.call_later(REQUEST_SECONDS, self._end_if_silent)
        if self.client and self._connections_of(self.client[0]) > MOST_CONNECTIONS_OF_ONE_PEER:
            log.warning("%s has too many connections open", self.client[0])
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._request_timer.cancel()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """Make it a socket, if that is what the request plainly asks for."""
        if _is_plain_handshake(event):
            self._request_timer.cancel()
            super().handle_websocket_upgrade(event)
        else:
            self.send_400_response("Invalid HTTP request received.")

    def _connections_of(self, peer: str) -> int:
        clients = (getattr(connection, "client", None) for connection in self.connections)
        return sum(1 for client in clients if client and client[0] == peer)

    def _end_if_silent(self) -> None:
        if self.cycle is None:
            self.transport.abort()


def _is_plain_handshake(request: h11.Request) -> bool:
    headers = list(request.headers)
    names = {name for name, _ in headers}
    return (
        request.method == b"GET"
        and request.http_version == b"1.1"
        and not names & {b"content-length", b"transfer-encoding"}
        and len(headers) <= MOST_HANDSHAKE_HEADERS
        and all(len(name) + len(value) <= LONGEST_HANDSHAKE_HEADER_BYTES for name, value in headers)
        and all(value.isascii() for _, value in headers)
        and len(request.target) <= LONGEST_HANDSHAKE_HEADER_BYTES
    )
