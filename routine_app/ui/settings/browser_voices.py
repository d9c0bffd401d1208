"""The voices that a browser has, and which of them is chosen: kept in the browser, as each device has other ones."""

from collections.abc import Callable
from functools import cached_property

import flet as ft

from routine_app.ui.kit.client_calls import ClientCalls

VOICES = "voices"
"""Where the page's `cues.js` says which there are, of Flet's own store in the browser."""

CHOSEN = "voice"
"""Where it reads which one is to speak."""


class BrowserVoices:
    """Asks the page, and tells it; a voice is named as the page names it."""

    def __init__(self, calls: ClientCalls) -> None:
        self._calls = calls

    def find(self, on_found: Callable[[tuple[str, ...], str], None]) -> None:
        """Tell `on_found` which voices there are, and which is chosen, empty for none."""

        async def look() -> None:
            voices, chosen = await self._store.get(VOICES), await self._store.get(CHOSEN)
            on_found(tuple(map(str, voices)) if isinstance(voices, list) else (), str(chosen or ""))

        self._calls.ask("tell its voices", look)

    def choose(self, voice: str) -> None:
        """Have a voice speak from now on; an empty name leaves it to the browser."""
        self._calls.ask("take a voice", lambda: self._store.set(CHOSEN, voice))

    @cached_property
    def _store(self) -> ft.SharedPreferences:
        return ft.SharedPreferences()
