"""Tells the user several things one after the other: a page shows one message at a time, and the next takes its place."""

import asyncio
from collections.abc import Callable

from routine_app.ui.kit.deferred_call import loop_seconds

READING_SECONDS = 8.0
"""How long each has the page for itself."""


class Notices:
    """Call `tell` at once with a sentence, or once those before it were there long enough."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._free_at = 0.0
        self._waiting: list[asyncio.TimerHandle] = []

    def tell(self, words: str) -> None:
        """Tell this when it is its turn."""
        wait_seconds = self._free_at - loop_seconds()
        self._free_at = loop_seconds() + max(wait_seconds, 0.0) + READING_SECONDS
        if wait_seconds <= 0:
            self._tell(words)
        else:
            loop = asyncio.get_running_loop()
            self._waiting.append(loop.call_later(wait_seconds, self._tell, words))

    def forget(self) -> None:
        """Tell nothing more of what waits, as when the session is over."""
        for turn in self._waiting:
            turn.cancel()
        self._waiting = []
        self._free_at = 0.0
