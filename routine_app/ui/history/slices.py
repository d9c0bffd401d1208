"""Long work beside everything else that a process has to do."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from routine_app.core.file_ways import Tell
from routine_app.core.long_work import Work

T = TypeVar("T")

SLICE_SECONDS = 0.005
"""How long everything else waits at a time: a beep may be ten times as late."""


async def in_slices(work: Work[T], now: Callable[[], float], tell: Tell) -> T:
    """Do all of the work, a little at a time, and give what came of it; raises what the work does.

    In slices, and not in a thread, since a browser has none, and so that no lock of the work is ever waited for.
    `now` counts seconds, and `tell` is told the share that is done after each slice. If this is cancelled, the work
    ends where it stands.
    """
    try:
        while True:
            until = now() + SLICE_SECONDS
            share = next(work)
            while now() < until:
                share = next(work)
            tell(share)
            await asyncio.sleep(0)
    except StopIteration as end:
        outcome: T = end.value
        return outcome
    finally:
        work.close()
