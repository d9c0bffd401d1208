"""Looks for what other programs and processes write, so that one sees it: one round a second for all pages."""

import asyncio
from collections.abc import Callable
from contextvars import Context, copy_context

from routine_app.ui.kit.safe_handler import guarded

EVERY_SECONDS = 1.0
"""A change is seen within two seconds, a look and a screen's time included."""

Look = Callable[[], None]


class OutsideWatcher:
    """Calls `begin` once a second while there are pages, and then the look of each, which has its own context.

    One for a process: what several pages look at can be read once, by the first of them. Between two pages all else has
    its turn, since a page draws what it finds.
    """

    def __init__(self, begin: Look = lambda: None) -> None:
        self._begin = guarded(begin)
        self._looks: dict[Look, Context] = {}
        self._task: asyncio.Task[None] | None = None

    def add(self, look: Look) -> None:
        """Look for a page too."""
        self._looks[look] = copy_context()
        if self._task is None:
            # A task keeps its context: that of a page, and the page with it, would stay when the page is gone.
            self._task = Context().run(asyncio.create_task, self._watch())

    def remove(self, look: Look) -> None:
        """Look for a page no more."""
        self._looks.pop(look, None)
        if not self._looks and self._task is not None:
            self._task.cancel()
            self._task = None

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            next(iter(self._looks.values())).run(self._begin)
            for look, context in tuple(self._looks.items()):
                if look in self._looks:
                    context.run(guarded(look))
                await asyncio.sleep(0)
