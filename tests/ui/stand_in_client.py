"""What stands at the other end of a page: a browser's part of Flet's protocol, without the drawing.

The page, its session and Flet's comparing of controls are the real ones.
"""

import asyncio
from collections.abc import Coroutine, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

import flet as ft
import flet_audio as fta  # type: ignore[import-untyped]  # Flet types only its main package
import msgpack  # type: ignore[import-untyped]  # it has no annotations
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.controls.services.semantics_service import AccessibilityFeatures
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message, MessageAction, configure_encode_object_for_msgpack
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from tests.ui import control_tree
from tests.ui.client_tree import ClientTree, outline, unpacked
from tests.ui.control_tree import control_id
from tests.ui.stand_in_audio import StandInAudio, Take, heard
from tests.ui.virtual_time import settle

PHONE: Mapping[str, object] = {
    "route": "/",
    "web": True,
    "width": 390.0,
    "height": 844.0,
    "platform_brightness": "light",
}
"""What a browser on a phone tells of itself at first."""


BETWEEN_TAPS_SECONDS = 0.5
"""How soon a finger finds the next button, once it has tapped one."""


class Call(NamedTuple):
    """What a service was asked for, and when."""

    at: float
    control_id: int
    method: str
    arguments: dict[str, Any] | None


class StandInClient(Connection):
    """A client with one page. `patched` has the control of each update that came, `routes` each address.

    `sent` is the last message, as bytes.
    `calls` has what services were asked for; `audio` is its audio player; `kept` is what Flet's own store has. What is
    `refused`, it answers that it cannot do. While it `is_frozen` it answers nothing, and
    answers then, as a page that is locked.
    """

    def __init__(self, **facts: object) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # Flet annotates no results
        self.page_url = "http://127.0.0.1:8550"
        self.loop = asyncio.get_running_loop()
        self.pubsubhub = PubSubHub(loop=self.loop)
        self.routes: list[str] = []
        self.patched: list[int] = []
        self.crashes: list[object] = []
        self.sent = b""
        self.calls: list[Call] = []
        self.features = {field.name: False for field in fields(AccessibilityFeatures)}
        self.audio = StandInAudio()
        self._audio_sources: dict[int, bytes] = {}
        self.is_frozen = False
        self._unanswered: list[tuple[int, str, str, dict[str, Any]]] = []
        self.kept: dict[str, object] = {}
        self.refused: set[str] = set()
        self.can_navigate = True
        self._tapped_at = -BETWEEN_TAPS_SECONDS
        self._events: set[asyncio.Task[None]] = set()
        self.session = Session(self)
        self.page: ft.Page = self.session.page
        self.session.apply_page_patch({**PHONE, **facts})
        _context_page.set(self.page)
        self._encode(self.session.get_page_patch())  # type: ignore[no-untyped-call]  # the same
        self.tree = ClientTree(unpacked(self.sent))

    def send_message(self, message: Message) -> None:
        """Take what a browser would be sent; an address that is asked for is gone to."""
        self._encode(message.body)
        if message.action is MessageAction.PATCH_CONTROL:
            self.patched.append(message.body.id)
            self.tree.apply(message.body.id, unpacked(self.sent)["patch"])
            self._load_audio()
        elif message.action is MessageAction.SESSION_CRASHED:
            self.crashes.append(message.body.message)
        elif message.action is MessageAction.INVOKE_METHOD:
            body = message.body
            self._answer(body.control_id, body.call_id, body.name, body.args)

    def _encode(self, body: object) -> None:
        """Write the bytes that would be sent: in doing so Flet notes what the client now has."""
        encode = configure_encode_object_for_msgpack(BaseControl)  # type: ignore[no-untyped-call]  # the same
        self.sent = msgpack.packb(body, default=encode)

    def _answer(self, control_id: int, call_id: str, method: str, arguments: dict[str, Any]) -> None:
        if method != "push_route":
            self.calls.append(Call(self.loop.time(), control_id, method, arguments))
            if self.is_frozen or (self.audio.is_deaf and method == "get_current_position"):
                self._unanswered.append((control_id, call_id, method, arguments))
            else:
                self._answer_now(control_id, call_id, method, arguments)
            return
        error = None if self.can_navigate else "no router"
        self.session.handle_invoke_method_results(control_id, call_id, None, error)
        if self.can_navigate:
            self.routes.append(arguments["route"])
            self._go(arguments["route"])

    def _answer_now(self, control_id: int, call_id: str, method: str, arguments: dict[str, Any]) -> None:
        answer: object = None
        error = "it is broken" if self.audio.is_broken and method == "get_current_position" else None
        if method in self.refused:
            error = "it is not allowed"
        if method == "get_accessibility_features":
            answer = self.features
        elif method == "get_current_position":
            answer = self.audio.position(self.loop.time())
        elif method == "pause":
            self.audio.stop(self.loop.time())
        elif method == "resume":
            self.audio.begin(self.loop.time())
        elif method == "get":
            answer = self.kept.get(arguments["key"])
        elif method == "set":
            self.kept[arguments["key"]], answer = arguments["value"], True
        self.session.handle_invoke_method_results(control_id, call_id, answer, error)

    def thaw(self) -> None:
        """Wake up, and answer what was asked meanwhile; a track that ended says so first."""
        self.is_frozen = False
        if self.audio.is_over(self.loop.time()):
            for player in self._audio_players:
                self._later(
                    self.session.dispatch_event(control_id(player), "state_change", {"state": "completed"})
                )
        for unanswered in self._unanswered:
            self._answer_now(*unanswered)
        self._unanswered = []

    async def end_audio(self) -> None:
        """Have the player tell that its track has come to its end."""
        for player in self._audio_players:
            await self.session.dispatch_event(control_id(player), "state_change", {"state": "completed"})
        await settle()

    def _go(self, route: str) -> None:
        self.session.apply_page_patch({"route": route})
        self._later(self.session.dispatch_event(control_id(self.page), "route_change", {"route": route}))

    def _load_audio(self) -> None:
        """Load the audio of each player that is new or has another."""
        for player in [] if self.audio.is_missing else self._audio_players:
            number = control_id(player)
            if self._audio_sources.get(number) != player.src:
                self._audio_sources[number] = player.src
                self._later(self._loaded(number, player.src))

    async def _loaded(self, number: int, source: bytes) -> None:
        if self.audio.load_seconds:
            await asyncio.sleep(self.audio.load_seconds)
        self.audio.load(source, self.loop.time())
        await self.session.dispatch_event(number, "loaded", None)

    def _later(self, event: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(event)
        self._events.add(task)
        task.add_done_callback(self._events.discard)

    @property
    def tracks(self) -> list[Take]:
        """The tracks that were begun."""
        return self.audio.takes

    @property
    def played(self) -> list[tuple[float, str]]:
        """The sounds and sentences of `sample_shelves` that were heard, and when each began."""
        return [clip for take in self.tracks for clip in heard(take, self.loop.time())]

    @property
    def announced(self) -> list[tuple[float, str]]:
        """What screen readers were told, and when."""
        calls = [call for call in self.calls if call.method == "announce_message"]
        return [(call.at, (call.arguments or {})["message"]) for call in calls]

    @property
    def _audio_players(self) -> list[fta.Audio]:
        services = self.page._services._services  # noqa: SLF001 - Flet tells a page's services nowhere else
        return [service for service in services if isinstance(service, fta.Audio)]

    def enter(self, control: BaseControl, **values: object) -> None:
        """Have a control hold what a person put in, of which its event tells nothing."""
        self.session.apply_patch(control_id(control), values)

    async def tell(self, control: BaseControl, event: str, data: object = None) -> None:
        """Let an event of a control happen, and all that follows from it."""
        await self.session.dispatch_event(control_id(control), event, data)
        await settle()
        self.check()

    def check(self) -> None:
        """Require that nothing crashed, and that the browser has what the page holds."""
        assert self.crashes == []
        assert self.tree.outline() == outline(self.page)

    async def tell_page(self, event: str, data: object = None) -> None:
        """Let an event of the page happen, and all that follows from it."""
        await self.tell(self.page, event, data)

    async def go_to(self, route: str) -> None:
        """Type an address, or press the browser's Back or Forward."""
        self.session.apply_page_patch({"route": route})
        await self.tell_page("route_change", {"route": route})

    async def press_key(self, key: str, **modifiers: bool) -> None:
        """Press a key, by Flutter's name for it."""
        held = {name: modifiers.get(name, False) for name in ("shift", "ctrl", "alt", "meta")}
        await self.tell_page("keyboard_event", {"key": key, **held})

    async def change(self, event: str, **facts: object) -> None:
        """Turn the screen, or the light: the page has the new facts before it hears of them."""
        self.session.apply_page_patch(facts)
        await self.tell_page(event)

    async def tap(self, name: str) -> None:
        """Tap the button of that accessible name on the top view, once a finger can have found it."""
        target = await self._find(name)
        await self.tell(target, "click")

    async def _find(self, name: str) -> BaseControl:
        """Bring a finger over a button, which takes a moment after another."""
        await asyncio.sleep(self._tapped_at + BETWEEN_TAPS_SECONDS - self.loop.time())
        self._tapped_at = self.loop.time()
        return control_tree.button(self.top, name)

    async def tap_within(self, seconds: float, name: str) -> None:
        """Tap a button so soon after the last tap, as when a finger slips."""
        await asyncio.sleep(seconds)
        await self.tell(control_tree.button(self.top, name), "click")

    async def tap_twice(self, name: str) -> None:
        """Tap a button, and once more before what the first tap does has reached the screen."""
        target = await self._find(name)
        for _ in range(2):
            await self.session.dispatch_event(control_id(target), "click", None)
        await settle()
        self.check()

    async def pick(self, name: str, files: Mapping[str, bytes]) -> None:
        """Pick files, by their names, in the dialog that the browser opens as that button is pressed."""
        action = control_tree.button(self.top, name).action
        assert isinstance(action, ft.PickFiles)
        found = [
            {"id": number, "name": file_name, "size": len(content), "bytes": content}
            for number, (file_name, content) in enumerate(files.items())
        ]
        await self.session.dispatch_event(action.service_id, "result", {"files": found})
        await settle()

    async def leave(self) -> None:
        """Lose the connection."""
        await self.session.disconnect(3600)
        await settle()

    def reconnect(self) -> None:
        """Connect again: the whole page is sent."""
        self.session.attach_connection(self)
        self._encode(self.page)
        self.tree = ClientTree(unpacked(self.sent))

    async def load_anew(self) -> None:
        """Load the page anew, which loads what its player had."""
        for player in self._audio_players:
            await self._loaded(control_id(player), player.src)
        await settle()

    async def return_(self) -> None:
        """Connect again, as after a reload, and let the app hear of it."""
        self.reconnect()
        await self.session.dispatch_connect_event()
        await self.draw()

    async def draw(self) -> None:
        """Draw the top view, and tell how large it came out to what wants to know."""
        for control in [one for one in self.top.controls if getattr(one, "on_size_change", None)]:
            await self.tell(control, "size_change", {"w": 1.0, "h": 1.0})

    async def close(self) -> None:
        """End the session, as when nobody came back."""
        self.session.close()  # type: ignore[no-untyped-call]  # the same
        await settle()

    @property
    def top(self) -> ft.View:
        """The view that one sees."""
        return self.page.views[-1]

    @property
    def words(self) -> list[str]:
        """The words that one sees."""
        return control_tree.words(self.top)

    @property
    def snacks(self) -> list[str]:
        """The messages at the foot of the page, the oldest first."""
        return [word for bar in self.snack_bars for word in control_tree.words(bar)]

    @property
    def snack_bars(self) -> list[ft.SnackBar]:
        """The bars of these messages."""
        dialogs = self.page._dialogs.controls  # noqa: SLF001 - Flet tells a page's dialogs nowhere else
        return [bar for bar in dialogs if isinstance(bar, ft.SnackBar)]
