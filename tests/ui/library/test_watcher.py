"""The look for changes of the files."""

import asyncio
import logging

import pytest

from routine_app.ui.library.watcher import LibraryWatcher
from tests.ui.virtual_time import VirtualLoop, in_virtual_time, settle, virtual_loop


@in_virtual_time
async def test_it_looks_once_a_second() -> None:
    """So that a change is seen within two; not at the very start, and not after the end."""
    looks: list[float] = []
    watch = LibraryWatcher(lambda: looks.append(virtual_loop().seconds))
    watch.start()
    await asyncio.sleep(3.5)
    watch.close()
    await asyncio.sleep(5)
    assert looks == [1.0, 2.0, 3.0]


@in_virtual_time
async def test_one_that_was_not_started_is_closed_in_peace() -> None:
    """As when a page fails to start."""
    LibraryWatcher(lambda: None).close()


def test_a_look_that_fails_is_not_the_last(caplog: pytest.LogCaptureFixture) -> None:
    """The log has it."""
    looks: list[int] = []

    def look() -> None:
        looks.append(len(looks))
        raise OSError("gone")

    async def watch_it() -> None:
        watch = LibraryWatcher(look)
        watch.start()
        await asyncio.sleep(2.5)
        watch.close()
        await settle()

    with caplog.at_level(logging.ERROR), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(watch_it())
    assert looks == [0, 1]
    assert caplog.messages == ["What was asked for could not be done"] * 2
