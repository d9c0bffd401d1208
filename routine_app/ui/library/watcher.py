"""Looks for changes of the files, so that one sees what another program writes."""

import asyncio
from collections.abc import Callable

from routine_app.ui.kit.safe_handler import guarded

EVERY_SECONDS = 1.0
"""A change is seen within two seconds, a look and a screen's time included."""


class LibraryWatcher:
    """Calls `look` once a second until it is closed."""

    def __init__(self, look: Callable[[], None]) -> None:
        self._look = guarded(look)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look for changes."""
        self._task = asyncio.get_running_loop().create_task(self._watch())

    def close(self) -> None:
        """Stop looking for changes."""
        if self._task is not None:
            self._task.cancel()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            self._look()
