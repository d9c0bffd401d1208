"""A call that is made later, unless it is cancelled or another takes its place, and the clock that it goes by."""

import asyncio
from collections.abc import Callable


def loop_seconds() -> float:
    """The clock of the event loop, in seconds."""
    return asyncio.get_running_loop().time()


class DeferredCall:
    """A timer for one call at a time."""

    def __init__(self) -> None:
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a call is still to be made."""
        return self._timer is not None

    def start(self, seconds: float, call: Callable[[], object]) -> None:
        """Make this call after so many seconds, and not the one that waits."""
        self.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._make, call)

    def cancel(self) -> None:
        """Cancel the call that waits, if one does."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _make(self, call: Callable[[], object]) -> None:
        self.cancel()
        call()
