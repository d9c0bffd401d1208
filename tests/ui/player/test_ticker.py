"""When the app is called back, and that nothing ends the ticking."""

import asyncio
import logging
from collections.abc import Callable

import pytest

from routine_app.ui.player.ticker import RETRY_SECONDS, Ticker
from tests.ui.virtual_time import in_virtual_time, virtual_loop


class Ticked:
    """A ticker that notes when it ticks, and asks for the next tick after the seconds that are given."""

    def __init__(self, *seconds: float, then: float = 1000.0) -> None:
        self.at: list[float] = []
        self.act: Callable[[], None] = lambda: None
        self._seconds = list(seconds)
        self._then = then
        self.ticker = Ticker(self._tick)

    def _tick(self) -> float:
        self.at.append(asyncio.get_running_loop().time())
        self.act()
        return self._seconds.pop(0) if self._seconds else self._then


@in_virtual_time
async def test_it_ticks_at_once_and_then_as_it_is_told() -> None:
    """Each answer is how long until the next tick."""
    ticked = Ticked(0.2, 0.8, 1.0)
    ticked.ticker.start()
    assert ticked.at == [0.0]
    await asyncio.sleep(5)
    assert ticked.at == pytest.approx([0.0, 0.2, 1.0, 2.0])
    ticked.ticker.stop()


@in_virtual_time
async def test_it_ticks_no_more_after_a_stop() -> None:
    """And leaves no timer behind."""
    ticked = Ticked(then=1.0)
    ticked.ticker.start()
    await asyncio.sleep(2.5)
    ticked.ticker.stop()
    await asyncio.sleep(5)
    assert ticked.at == [0.0, 1.0, 2.0]
    assert virtual_loop().pending_timers == []


@in_virtual_time
async def test_a_stop_within_a_tick_is_the_last_tick() -> None:
    """As when a session ends by itself: what the tick answers no longer counts."""
    ticked = Ticked(then=1.0)
    ticked.act = lambda: ticked.ticker.stop() if len(ticked.at) == 3 else None
    ticked.ticker.start()
    await asyncio.sleep(10)
    assert ticked.at == [0.0, 1.0, 2.0]


@in_virtual_time
async def test_starting_again_ticks_at_once_and_drops_the_coming_tick() -> None:
    """After a command the screen must not wait; and there is one train of ticks, not two."""
    ticked = Ticked(then=1.0)
    ticked.ticker.start()
    await asyncio.sleep(0.4)
    ticked.ticker.start()
    assert len(virtual_loop().pending_timers) == 1
    await asyncio.sleep(2.0)
    assert ticked.at == pytest.approx([0.0, 0.4, 1.4, 2.4])
    ticked.ticker.stop()


@in_virtual_time
async def test_a_start_within_a_tick_leaves_one_train() -> None:
    """A tick that starts the ticker anew does not double it."""
    ticked = Ticked(then=1.0)
    ticked.act = lambda: ticked.ticker.start() if len(ticked.at) == 2 else None
    ticked.ticker.start()
    await asyncio.sleep(3.5)
    assert ticked.at == [0.0, 1.0, 1.0, 2.0, 3.0]
    ticked.ticker.stop()


@in_virtual_time
async def test_it_can_be_started_after_a_stop() -> None:
    """A stop is not for good, and two of them are as one."""
    ticked = Ticked(then=1.0)
    ticked.ticker.start()
    ticked.ticker.stop()
    ticked.ticker.stop()
    await asyncio.sleep(3)
    ticked.ticker.start()
    await asyncio.sleep(1)
    ticked.ticker.stop()
    assert ticked.at == [0.0, 3.0, 4.0]


@in_virtual_time
async def test_a_tick_that_raises_is_tried_again() -> None:
    """A timer that stops is the worst fault this app can have."""
    ticked = Ticked(then=10.0)

    def fail_twice() -> None:
        if len(ticked.at) <= 2:
            raise ValueError("broken")

    ticked.act = fail_twice
    ticked.ticker.start()
    await asyncio.sleep(5)
    assert ticked.at == [0.0, RETRY_SECONDS, 2 * RETRY_SECONDS]
    ticked.ticker.stop()


def test_a_tick_that_raises_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """With what was wrong."""

    @in_virtual_time
    async def fail_once() -> None:
        ticked = Ticked()
        ticked.act = lambda: ticked.ticker.stop() or 1 / 0  # type: ignore[func-returns-value, assignment]
        ticked.ticker.start()

    with caplog.at_level(logging.ERROR):
        fail_once()
    (record,) = caplog.records
    assert "A tick of the timer failed" in record.message
    assert record.exc_info is not None
    assert record.exc_info[0] is ZeroDivisionError
