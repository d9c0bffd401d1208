"""Tabs without a browser, of which a small machine can have many.

They say over the socket what a page says that nobody touches, and draw nothing: the server cannot tell the difference.
"""

import asyncio
import secrets
import time
from contextlib import suppress
from typing import Any

import msgpack  # type: ignore[import-untyped]  # it has no annotations
from flet.messaging.protocol import MessageAction
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin

from tests.ui.client_tree import ClientTree, Node, nodes, unpacked

PHONE = {"web": True, "width": 390.0, "height": 844.0, "platform_brightness": "light"}
"""What a browser tells of itself, beside its address."""

QUESTION = "ping"
ASK_AFTER_SECONDS = 1.05
"""A page of the app that has heard nothing for so long asks if anybody is there, as in `assets/page/connection.js`."""

PATIENCE_SECONDS = 30.0
SECOND_TAP_SECONDS = 0.5
"""A finger is no faster; the app takes what comes sooner for a slip."""

DURATION = 3
"""The extension of MessagePack that a duration is in Flet's protocol."""


class BareTab:
    """A tab with a page of Flet's own; `messages` is how many came."""

    path = "/ws"

    def __init__(self, url: str) -> None:
        self._url = url
        self.messages = 0

    async def open(self, route: str = "/") -> None:
        """Connect as a browser does, and ask for the page at an address."""
        address = self._url.replace("http", "ws", 1) + self.path
        self._socket: ClientConnection = await connect(
            address, origin=Origin(self._url), max_size=None, ping_interval=None
        )
        await self._greet()
        page = {**PHONE, "route": route}
        await self._send(MessageAction.REGISTER_CLIENT, session_id="", page_name="", page=page)
        self._listening = asyncio.create_task(self._listen())

    async def close(self) -> None:
        """Close the tab; raises what kept it from listening."""
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening
        await self._socket.close()

    async def _greet(self) -> None:
        """Say nothing first."""

    async def _listen(self) -> None:
        async for message in self._socket:
            if isinstance(message, bytes):
                self.messages += 1

    async def _send(self, action: MessageAction, **body: object) -> None:
        await self._socket.send(b"\0" + msgpack.packb([action.value, body]))


class AppTab(BareTab):
    """A tab with a page of the app: it loads what it is to play, answers what it is asked, and asks if it hears nothing."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.path = f"/ws?page={secrets.token_hex(8)}"
        self._tree = ClientTree({})
        self._news = asyncio.Event()
        self._loaded: dict[int, bytes] = {}
        self._plays_since = 0.0

    async def tap(self, name: str) -> None:
        """Tap the button whose words begin so, once it is there; raises TimeoutError if it does not come."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while (button := self._find(name)) is None:
                self._news.clear()
                await self._news.wait()
        await asyncio.sleep(SECOND_TAP_SECONDS)
        await self._tell(button, "click")

    def _find(self, name: str) -> Node | None:
        buttons = (node for node in nodes(self._tree.root) if node.get("on_click"))
        return next((button for button in buttons if _words(button).startswith(name)), None)

    async def _greet(self) -> None:
        await self._socket.send(QUESTION)

    async def _listen(self) -> None:
        while True:
            try:
                async with asyncio.timeout(ASK_AFTER_SECONDS):
                    message = await self._socket.recv()
            except TimeoutError:
                await self._socket.send(QUESTION)
                continue
            if isinstance(message, bytes):
                self.messages += 1
                await self._take(*unpacked(message[1:]))

    async def _take(self, action: int, body: dict[str, Any]) -> None:
        if action == MessageAction.REGISTER_CLIENT.value:
            self._tree = ClientTree(body["page_patch"])
        elif action == MessageAction.PATCH_CONTROL.value:
            self._tree.apply(body["id"], body["patch"])
            await self._load_audio()
        elif action == MessageAction.INVOKE_METHOD.value:
            await self._answer(**body)
        self._news.set()

    async def _load_audio(self) -> None:
        for player in [node for node in nodes(self._tree.root) if node["_c"] == "Audio"]:
            if self._loaded.get(player["_i"]) != player["src"]:
                self._loaded[player["_i"]] = player["src"]
                self._plays_since = time.monotonic()
                await self._tell(player, "loaded")

    async def _answer(
        self, control_id: int, call_id: str, name: str, args: dict[str, Any] | None = None
    ) -> None:
        result: object = None
        if name == "get_current_position":
            microseconds = round((time.monotonic() - self._plays_since) * 1e6)
            result = msgpack.ExtType(DURATION, str(microseconds).encode())
        elif name == "get_accessibility_features":
            result = {"reduce_motion": False}
        await self._send(
            MessageAction.INVOKE_METHOD, control_id=control_id, call_id=call_id, result=result, error=None
        )
        if name == "push_route" and args:
            page = self._tree.root
            await self._send(MessageAction.UPDATE_CONTROL_PROPS, id=page["_i"], props=args)
            await self._tell(page, "route_change", args)

    async def _tell(self, control: Node, event: str, data: object = None) -> None:
        await self._send(MessageAction.CONTROL_EVENT, target=control["_i"], name=event, data=data)


def _words(button: Node) -> str:
    return " ".join(node["value"] for node in nodes(button) if node.get("value"))
