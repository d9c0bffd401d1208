"""Saying no to a request or a socket before the app hears of it."""

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

POLICY_VIOLATION = 1008
"""The WebSocket close code for a connection that is against the rules (RFC 6455, 7.4.1)."""


async def refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    """Give a request this answer and hang up; a socket is closed before it opens, which is 403 to a browser."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    answer.headers["Connection"] = "close"
    answer.headers["Cache-Control"] = "no-store"
    await answer(scope, receive, send)
