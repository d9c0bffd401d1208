"""Calls the app back whenever what it shows is about to change."""

import logging
from collections.abc import Callable

from routine_app.ui.kit.deferred_call import DeferredCall

logger = logging.getLogger(__name__)

RETRY_SECONDS = 1.0
"""How long after a failed tick the next one comes."""


class Ticker:
    """Runs `tick`, which answers how many seconds it has until it must run again.

    A tick that raises is logged and does not end the ticking: a timer that stops is the worst fault
    this app can have.
    """

    def __init__(self, tick: Callable[[], float]) -> None:
        self._tick = tick
        self._next = DeferredCall()
        self._is_running = False

    def start(self) -> None:
        """Tick now, and then whenever it is time; starting again ticks at once."""
        self._is_running = True
        self._run()

    def stop(self) -> None:
        """Stop ticking."""
        self._is_running = False
        self._next.cancel()

    def _run(self) -> None:
        self._next.cancel()
        try:
            seconds = self._tick()
        except Exception:
            logger.exception("A tick of the timer failed; the next one comes in a second")
            seconds = RETRY_SECONDS
        if self._is_running:
            self._next.start(seconds, self._run)
