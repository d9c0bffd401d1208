"""A call that is made later."""

import asyncio

from routine_app.ui.kit.deferred_call import DeferredCall
from tests.ui.virtual_time import in_virtual_time, virtual_loop


@in_virtual_time
async def test_it_is_made_once_when_its_time_has_come() -> None:
    """Not before; until then it waits."""
    made: list[str] = []
    deferred = DeferredCall()
    deferred.start(2, lambda: made.append("call"))
    await asyncio.sleep(1)
    assert (made, deferred.is_waiting) == ([], True)
    await asyncio.sleep(5)
    assert (made, deferred.is_waiting) == (["call"], False)


@in_virtual_time
async def test_another_takes_its_place() -> None:
    """And counts from its own start."""
    made: list[str] = []
    deferred = DeferredCall()
    deferred.start(2, lambda: made.append("first"))
    await asyncio.sleep(1)
    deferred.start(2, lambda: made.append("second"))
    await asyncio.sleep(1.5)
    assert made == []
    await asyncio.sleep(1)
    assert made == ["second"]


@in_virtual_time
async def test_one_that_is_cancelled_is_never_made() -> None:
    """No timer is left; to cancel twice, or with nothing that waits, does nothing."""
    made: list[str] = []
    deferred = DeferredCall()
    deferred.cancel()
    deferred.start(2, lambda: made.append("call"))
    deferred.cancel()
    deferred.cancel()
    assert (deferred.is_waiting, virtual_loop().pending_timers) == (False, [])
    await asyncio.sleep(5)
    assert made == []


@in_virtual_time
async def test_a_call_may_start_the_next() -> None:
    """As a clock that ticks does."""
    made: list[float] = []
    deferred = DeferredCall()

    def tick() -> None:
        made.append(virtual_loop().time())
        if len(made) < 3:
            deferred.start(1, tick)

    deferred.start(1, tick)
    await asyncio.sleep(10)
    assert made == [1, 2, 3]
