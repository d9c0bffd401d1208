"""How late steps start when a core is busy, next to a loop that sleeps a second at a time."""

import asyncio
from collections.abc import Iterator

from benchmarks.amount import Amount
from benchmarks.figure import Figure
from routine_app.data.clock import SystemClock
from tests.real_time_run import RealTimeRun, one_busy_core, plan_seconds, run_in_real_time, short_steps

STRETCHES, FEWEST_STRETCHES = 18, 1
"""A minute of 72 steps, and five seconds of four."""


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The worst and the last lateness of both, in milliseconds."""
    with one_busy_core():
        ours, naive = asyncio.run(_side_by_side(amount.of(STRETCHES, FEWEST_STRETCHES)))
    lateness = (*ours.start_lateness_seconds, ours.end_lateness_seconds)
    yield Figure("lateness of a step, worst", max(lateness) * 1000, max(naive) * 1000, "ms")
    yield Figure("lateness after a minute", ours.end_lateness_seconds * 1000, naive[-1] * 1000, "ms")


async def _side_by_side(stretch_count: int) -> tuple[RealTimeRun, list[float]]:
    steps = short_steps(stretch_count)
    return await asyncio.gather(run_in_real_time(steps), _naive_lateness_seconds(round(plan_seconds(steps))))


async def _naive_lateness_seconds(seconds: int) -> list[float]:
    """The lateness of each second that such a loop counts; it does nothing else, to be fair to it."""
    clock = SystemClock()
    started_at = clock.now()
    lateness = []
    for second in range(1, seconds + 1):
        await asyncio.sleep(1)
        lateness.append(clock.now() - started_at - second)
    return lateness
