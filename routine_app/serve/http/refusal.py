"""Saying no to a request or a socket before the app hears of it."""

from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

POLICY_VIOLATION = 1008
"""The WebSocket close code for a connection that is against the rules (RFC 6455, 7.4.1)."""


class Guard:
    """ASGI middleware: passes on the requests and sockets for which `find_refusal` has no answer."""

    def __init__(self, app: ASGIApp, find_refusal: Callable[[Scope], Response | None]) -> None:
        self._app = app
        self._find_refusal = find_refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or give it the answer of the refusal."""
        refusal = None if scope["type"] == "lifespan" else self._find_refusal(scope)
        if refusal is None:
            await self._app(scope, receive, send)
        else:
            await refuse(scope, receive, send, refusal)


async def refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    """Give a request this answer and hang up; a socket is closed before it opens, which is 403 to a browser."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    answer.headers["Connection"] = "close"
    answer.headers["Cache-Control"] = "no-store"
    await answer(scope, receive, send)
