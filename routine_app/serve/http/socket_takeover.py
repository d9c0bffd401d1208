"""Keeps the session of a page whose socket broke, so that the page finds it again.

Flet 1.0.5 gives a returning page a new session, and the old one to nobody, in two cases: while the
server has not yet noticed that the page's old socket is dead, as after a lost network, and after a
message was sent into a socket that was just closing, as in a reload. Both are prevented here.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

PAGE_PARAMETER = "page"
"""What the page adds to the socket's address: a random word of its own, new with each load."""

LONGEST_PAGE_WORD = 64
HAND_OVER_SECONDS = 2.0
"""How long a page that comes back waits for its old socket to be given up."""

DISCONNECTED: Message = {"type": "websocket.disconnect", "code": 1001}

T = TypeVar("T")


class SocketTakeover:
    """ASGI middleware: a page's new socket ends its old one, and a broken socket swallows what is sent."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._sockets: dict[str, _Socket] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; sockets through a guard."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        page = _page_word(scope)
        if page in self._sockets:
            await self._sockets[page].give_up()
        socket = _Socket(receive, send)
        if page:
            self._sockets[page] = socket
        try:
            await self._app(scope, socket.receive, socket.send)
        finally:
            socket.finished.set()
            if self._sockets.get(page) is socket:
                del self._sockets[page]


class _Socket:
    """One socket, which its successor can declare dead."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive = receive
        self._send = send
        self._is_given_up = False
        self._under_way: set[asyncio.Timeout] = set()
        self.finished = asyncio.Event()

    async def give_up(self) -> None:
        """Tell the app that the page is gone, and wait until it has understood."""
        self._is_given_up = True
        for waiting in self._under_way:
            waiting.reschedule(0)
        try:
            async with asyncio.timeout(HAND_OVER_SECONDS):
                await self.finished.wait()
        except TimeoutError:
            logger.warning("An old socket was not given up in time; its page gets a new session")

    async def receive(self) -> Message:
        """Give the next message, or that the page is gone."""
        return await self._unless_given_up(self._receive, DISCONNECTED)

    async def send(self, message: Message) -> None:
        """Send, or drop what can no longer arrive; the app hears of the end when it receives."""
        try:
            await self._unless_given_up(lambda: self._send(message), None)
        except Exception:
            logger.debug("A message was dropped: its socket is closing", exc_info=True)

    async def _unless_given_up(self, act: Callable[[], Awaitable[T]], otherwise: T) -> T:
        """What `act` gives. No task is made of it: this is the way of each message that a running session sends."""
        if self._is_given_up:
            return otherwise
        try:
            async with asyncio.timeout(None) as until_given_up:
                self._under_way.add(until_given_up)
                try:
                    return await act()
                finally:
                    self._under_way.discard(until_given_up)
        except TimeoutError:
            if not until_given_up.expired():
                raise
            return otherwise


def _page_word(scope: Scope) -> str:
    words = parse_qs(scope["query_string"].decode("latin-1")).get(PAGE_PARAMETER, [""])
    return words[0] if len(words[0]) <= LONGEST_PAGE_WORD else ""
