"""Time that jumps: what would take an hour is over at once, and each moment is exact."""

import asyncio
import functools
import logging
import selectors
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from contextvars import Context
from datetime import UTC, datetime, timedelta
from selectors import SelectorKey
from typing import Any, ParamSpec, TypeVarTuple

import pytest

P = ParamSpec("P")
Ts = TypeVarTuple("Ts")

TIMERS_AT_ONCE = 1000
"""More timers than this, set while the time stands still, are a loop without an end."""

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock stands at `seconds`, and jumps to the next timer instead of waiting."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._timers: list[asyncio.TimerHandle] = []
        self._set_at_once = 0
        super().__init__(_JumpingSelector(self._jump))

    def time(self) -> float:
        """Give the made-up seconds."""
        return self.seconds

    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        """Remember each timer that is set; too many at one moment raise RuntimeError."""
        self._set_at_once += 1
        if self._set_at_once > TIMERS_AT_ONCE:
            raise RuntimeError("the test sets timers without an end")
        timer = super().call_at(when, callback, *args, context=context)
        self._timers.append(timer)
        return timer

    @property
    def pending_timers(self) -> list[asyncio.TimerHandle]:
        """The timers that are still to come."""
        return [timer for timer in self._timers if not timer.cancelled() and timer.when() > self.seconds]

    def _jump(self, seconds: float) -> None:
        self.seconds += seconds
        self._set_at_once = 0


class _JumpingSelector(selectors.SelectSelector):
    """Waits for nothing: it says how long it should have waited."""

    def __init__(self, jump: Callable[[float], None]) -> None:
        super().__init__()
        self._jump = jump

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Give what is ready now, and if that is nothing, let the time pass."""
        ready = super().select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None:
            raise RuntimeError("the test waits for what will never happen")
        self._jump(timeout)
        return ready


class VirtualClock:
    """Both clocks of the app, on the time of the loop that runs; it is noon when that stands at 0."""

    def now(self) -> float:
        """Give the loop's seconds."""
        return asyncio.get_running_loop().time()

    def wall(self) -> datetime:
        """Give the time of day."""
        return NOON + timedelta(seconds=self.now())


def in_virtual_time(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Run a test in a loop of its own; one that leaves a task, a timer or a swallowed fault behind fails."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        with _swallowed_faults() as faults, asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(_leaving_nothing(test(*args, **kwargs)))
        assert faults == []

    return run


def logged(test: Callable[[], Coroutine[Any, Any, None]], caplog: pytest.LogCaptureFixture) -> list[str]:
    """Run a test in which the surroundings fail; gives what the log has of it."""
    with caplog.at_level(logging.ERROR):
        in_virtual_time(test)()
    return caplog.messages


@contextmanager
def _swallowed_faults() -> Iterator[list[str]]:
    """What handlers raised: the app, Flet and asyncio log it and go on."""
    faults: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: faults.append(handler.format(record))  # type: ignore[method-assign]  # all it does
    loggers = [logging.getLogger(name) for name in ("routine_app.ui.kit.safe_handler", "flet", "asyncio")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield faults
    finally:
        for logger in loggers:
            logger.removeHandler(handler)


async def _leaving_nothing(test: Coroutine[Any, Any, None]) -> None:
    await test
    await settle()
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert virtual_loop().pending_timers == []


async def settle() -> None:
    """Let everything happen that needs no time."""
    for _ in range(10):
        await asyncio.sleep(0)


def virtual_loop() -> VirtualLoop:
    """Give the loop that runs."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    return loop
