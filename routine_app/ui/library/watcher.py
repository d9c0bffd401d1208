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
        """Look from now on."""
        self._task = asyncio.get_running_loop().create_task(self._go_on())

    def close(self) -> None:
        """Look no more."""
        if self._task is not None:
            self._task.cancel()

    async def _go_on(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            self._look()
