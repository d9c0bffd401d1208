"""Where a test stands that goes on no more: faulthandler sees the loop of Playwright, not the call that waits for it."""

import gc
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from greenlet import greenlet  # type: ignore[import-untyped]  # Playwright brings it without types

STUCK_SECONDS = 300.0
"""Longer than any test takes, and half of what pytest waits before it ends the run."""
FRAMES = 12
"""The innermost frames of a call, from the test to Playwright."""


@contextmanager
def told_if_stuck(tell: Callable[[str], None], seconds: float = STUCK_SECONDS) -> Iterator[None]:
    """Tell where each waiting call stands, from a thread, once the block has taken longer than that."""
    timer = threading.Timer(seconds, lambda: tell(waiting_calls()))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def waiting_calls() -> str:
    """The stacks of all greenlets that wait: Playwright runs its loop in one, and the test in another."""
    frames = [found.gr_frame for found in gc.get_objects() if isinstance(found, greenlet)]
    stacks = [traceback.format_stack(frame, FRAMES) for frame in frames if frame is not None]
    return "\n".join("".join(stack) for stack in stacks)
