"""The real engine under the real clock, beside a busy core: what it was late by, and what was held."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import Step, plan
from routine_app.core.session.engine import Session
from routine_app.core.session.events import Ended, Event, HoldFinished, StepStarted
from routine_app.data.clock import SystemClock
from routine_app.ui.player.session_runner import SessionRunner
from tests.ui.sample_services import page_services

BUSY_PROGRAM = "import time\nend = time.monotonic() + 600\nwhile time.monotonic() < end: pass"
"""Ends by itself, should whoever started it be killed."""

PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class RealTimeRun:
    """How a session went.

    `start_lateness_seconds` has an entry for each step after the first, `end_lateness_seconds` is for
    the end of the session; both run from the plan's deadline to the moment a listener heard of it.
    """

    start_lateness_seconds: tuple[float, ...]
    end_lateness_seconds: float
    held_seconds: tuple[float, ...]


def short_steps(stretch_count: int) -> tuple[Step, ...]:
    """A plan of many short steps, 3.3 s a stretch: where deadlines can chain wrongly often."""
    holds = (SideHold(Side.LEFT, 1.3), SideHold(Side.RIGHT, 0.9))
    stretch = Stretch("Short hold", holds, rest_seconds=0.7, switch_seconds=0.4)
    return plan(Routine("Short steps", (stretch,) * stretch_count, get_ready_seconds=2.0))


def plan_seconds(steps: tuple[Step, ...]) -> float:
    """The length of a plan."""
    return steps[-1].start_seconds + steps[-1].seconds


@contextmanager
def one_busy_core() -> Iterator[None]:
    """Keep one core busy with another process."""
    process = subprocess.Popen([sys.executable, "-c", BUSY_PROGRAM])
    try:
        yield
    finally:
        process.kill()
        process.wait()


async def run_in_real_time(steps: tuple[Step, ...]) -> RealTimeRun:
    """Let a session of these steps run to its end; raises TimeoutError if it never comes."""
    clock = SystemClock()
    heard: list[tuple[float, Event]] = []
    ended = asyncio.Event()

    def hear(event: Event) -> None:
        heard.append((clock.now(), event))
        if isinstance(event, Ended):
            ended.set()

    runner = SessionRunner(Session(steps), "Real time", page_services(clock), lambda _: None, [hear])
    try:
        async with asyncio.timeout(plan_seconds(steps) + PATIENCE_SECONDS):
            runner.start()
            await ended.wait()
    finally:
        runner.close()
    return _summed_up(heard, plan_seconds(steps))


def _summed_up(heard: list[tuple[float, Event]], end_seconds: float) -> RealTimeRun:
    # The plan's deadlines, not the events' own times: those would drift along with a wrong chain.
    (_, first), *later = heard
    lateness = [
        (event, at - first.at - (event.step.start_seconds if isinstance(event, StepStarted) else end_seconds))
        for at, event in later
    ]
    return RealTimeRun(
        tuple(late for event, late in lateness if isinstance(event, StepStarted)),
        next(late for event, late in lateness if isinstance(event, Ended)),
        tuple(event.record.held_seconds for _, event in heard if isinstance(event, HoldFinished)),
    )
