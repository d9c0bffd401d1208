"""The timer does not drift: measured with the real engine, the real clock, and a busy machine."""

import asyncio

import pytest

from routine_app.core.routine.plan import held_seconds
from tests.real_time_run import one_busy_core, plan_seconds, run_in_real_time, short_steps

STRETCH_COUNT = 36
LATEST_SECONDS = 0.020


@pytest.mark.measured
def test_two_minutes_end_when_they_should() -> None:
    """Of 144 steps in two minutes the last deadline is met within 20 ms, and every hold is exact."""
    steps = short_steps(STRETCH_COUNT)
    assert (len(steps), round(plan_seconds(steps))) == (144, 120)
    with one_busy_core():
        run = asyncio.run(run_in_real_time(steps))
    assert abs(run.end_lateness_seconds) <= LATEST_SECONDS
    assert sum(run.held_seconds) == held_seconds(steps)
