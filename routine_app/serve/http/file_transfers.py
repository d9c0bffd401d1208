"""Large files between browsers and the app, each at an address of its own that nobody can guess.

In the socket of a page a file is one message, and whatever is done to one of 64 MiB stops the pages of everybody: to
log it took 0.35 s, to compress it 0.4 s. Here it comes and goes in small pieces.
"""

import asyncio
import secrets
from collections.abc import Sequence
from http import HTTPStatus
from urllib.parse import quote

from starlette.types import Receive, Scope, Send

from routine_app.core.errors import UserFacingError
from routine_app.core.file_ways import Tell

PATH = "/transfer/"

SILENCE_SECONDS = 60.0
"""How long a browser may send nothing of a file that it is to send."""

OFFER_SECONDS = 600.0
"""How long a file can be fetched."""


class ComingFile:
    """A file that a browser is about to send."""

    def __init__(self, transfers: "FileTransfers", size_bytes: int) -> None:
        self._transfers, self.size_bytes = transfers, size_bytes
        self.address = f"{PATH}{secrets.token_urlsafe()}"
        self._pieces: list[bytes] = []
        self._came_bytes = 0
        self._news = asyncio.Event()
        self._is_over = False

    async def pieces(self, tell: Tell) -> Sequence[bytes]:
        """Wait until all of it is there, and give it. Raises UserFacingError if it does not come."""
        try:
            while not self._is_over:
                async with asyncio.timeout(SILENCE_SECONDS):
                    await self._news.wait()
                self._news.clear()
                tell(self._came_bytes / max(self.size_bytes, 1))
        except TimeoutError:
            self._is_over = True
        finally:
            self._transfers.forget(self)
        if not self.is_whole:
            raise UserFacingError("The file did not arrive as a whole; pick it again.")
        return self._pieces

    async def take(self, receive: Receive) -> None:
        """Take what the browser sends, no more than it said."""
        self._transfers.forget(self)
        has_more = True
        while has_more and not self._is_over:
            message = await receive()
            has_more = message.get("more_body", False)
            self._came_bytes += len(message.get("body", b""))
            if self._came_bytes > self.size_bytes:
                break
            self._pieces.append(message.get("body", b""))
            self._news.set()
        self._is_over = True
        self._news.set()

    @property
    def is_whole(self) -> bool:
        """Whether all of it came."""
        return self._came_bytes == self.size_bytes


class FileTransfers:
    """The files that are expected of browsers, and those that they may fetch."""

    def __init__(self) -> None:
        self._coming: dict[str, ComingFile] = {}
        self._offered: dict[str, tuple[str, Sequence[bytes]]] = {}

    def expect(self, size_bytes: int) -> ComingFile:
        """Let one file of that size come."""
        coming = ComingFile(self, size_bytes)
        self._coming[coming.address] = coming
        return coming

    def forget(self, coming: ComingFile) -> None:
        """Expect a file no more."""
        self._coming.pop(coming.address, None)

    def offer(self, name: str, pieces: Sequence[bytes]) -> str:
        """Let a file of that name be fetched for a while; gives its address."""
        address = f"{PATH}{secrets.token_urlsafe()}"
        self._offered[address] = name, pieces
        asyncio.get_running_loop().call_later(OFFER_SECONDS, self._offered.pop, address)
        return address

    def expects(self, scope: Scope) -> bool:
        """Whether a request sends a file that is expected."""
        coming = self._coming.get(scope.get("path", ""))
        if coming is None or scope.get("method") != "PUT":
            return False
        return dict(scope["headers"]).get(b"content-length") == str(coming.size_bytes).encode()

    async def receive(self, scope: Scope, receive: Receive) -> bool:
        """Take the file that a request sends; whether all of it came."""
        coming = self._coming[scope["path"]]
        await coming.take(receive)
        return coming.is_whole

    def offers(self, scope: Scope) -> bool:
        """Whether a request fetches a file that is offered."""
        return scope.get("method") == "GET" and scope["path"] in self._offered

    async def send(self, scope: Scope, send: Send) -> None:
        """Send the file that a request fetches."""
        name, pieces = self._offered[scope["path"]]
        headers = {
            "Content-Type": "application/octet-stream",
            "Content-Length": str(sum(map(len, pieces))),
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Cache-Control": "no-store",
        }
        raw = [(key.lower().encode(), value.encode()) for key, value in headers.items()]
        await send({"type": "http.response.start", "status": HTTPStatus.OK, "headers": raw})
        for piece in pieces:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(0)
        await send({"type": "http.response.body"})
