"""Lets a page know that its socket is alive.

A network that is cut says nothing for minutes, to either end. So a page asks when it has heard nothing for a
while, and is answered here, whatever the app is at.
"""

import logging
import secrets

from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger(__name__)

QUESTION = "ping"
"""What the page sends; Flet's own messages are binary."""

CONNECTED: Message = {"type": "websocket.connect"}
ACCEPTED: Message = {"type": "websocket.accept"}


class SocketPulse:
    """ASGI middleware: answers a page's question with a word of this run of the server.

    Another word tells the page that the server was started anew. The app hears of a socket with its first
    message: a page that tries to come back opens several, and goes on with the one that is answered.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._answer: Message = {"type": "websocket.send", "text": secrets.token_hex(8)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on but questions, and sockets once they have more to say."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def next_message() -> Message:
            while (message := await receive()).get("text") == QUESTION:
                await self._reply(send)
            return message

        await receive()
        await send(ACCEPTED)
        first = await next_message()
        if first["type"] == "websocket.disconnect":
            return
        said = [first, CONNECTED]

        async def receive_rest() -> Message:
            return said.pop() if said else await next_message()

        async def send_rest(message: Message) -> None:
            if message["type"] != ACCEPTED["type"]:
                await send(message)

        await self._app(scope, receive_rest, send_rest)

    async def _reply(self, send: Send) -> None:
        """Answer, unless the socket is closing; that is the next that is received."""
        try:
            await send(self._answer)
        except Exception:
            logger.debug("A page asked and went", exc_info=True)
