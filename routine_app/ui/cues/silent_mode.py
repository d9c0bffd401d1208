"""Tells the owner of an iPhone once that silent mode mutes the guide: a page cannot know whether it is on."""

from collections.abc import Callable

import flet as ft

from routine_app.core.cues.silent_mode import SILENT_MODE_WORDS
from routine_app.ui.kit.client_calls import ClientCalls

KEY = "told-of-silent-mode"
"""What the browser remembers it by: there may be another phone at the same server, whose owner was told nothing."""


class SilentModeReminder:
    """Tells it when it is first asked to, unless this browser remembers that it was told."""

    def __init__(self, calls: ClientCalls, tell: Callable[[str], None]) -> None:
        self._calls, self._tell = calls, tell
        self._memory = ft.SharedPreferences()
        self._was_asked = False

    def remind(self) -> None:
        """Tell it, if that is the first time in this browser."""
        if not self._was_asked:
            self._was_asked = True
            self._calls.ask("remember", self._remind)

    async def _remind(self) -> None:
        if not await self._memory.get(KEY):
            self._tell(SILENT_MODE_WORDS)
            await self._memory.set(KEY, value=True)
