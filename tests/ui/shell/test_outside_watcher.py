"""The looks for what others write, of all pages in one round."""

import asyncio
import gc
import logging
from contextvars import ContextVar, copy_context
from weakref import ref

import pytest

from routine_app.ui.shell.outside_watcher import OutsideWatcher
from tests.ui.virtual_time import VirtualLoop, in_virtual_time, settle, virtual_loop

PAGE: ContextVar[str] = ContextVar("PAGE")


class Page:
    """What a context may hold."""


HELD: ContextVar[Page] = ContextVar("HELD")


@in_virtual_time
async def test_it_looks_once_a_second() -> None:
    """So that a change is seen within two; not at the very start, and not after the end."""
    looks: list[float] = []

    def look() -> None:
        looks.append(virtual_loop().seconds)

    watcher = OutsideWatcher()
    watcher.add(look)
    await asyncio.sleep(3.5)
    watcher.remove(look)
    await asyncio.sleep(5)
    assert looks == [1.0, 2.0, 3.0]


@in_virtual_time
async def test_pages_look_in_one_round_each_in_its_own_context() -> None:
    """What they look at is made ready before the first; one that comes later joins in, one that has left is out."""
    done: list[tuple[float, str]] = []

    def note(what: str) -> None:
        done.append((virtual_loop().seconds, what))

    def look() -> None:
        note(PAGE.get())

    def look_too() -> None:
        note(PAGE.get())
        if virtual_loop().seconds > 2:
            watcher.remove(look)

    watcher = OutsideWatcher(lambda: note(f"begin in {PAGE.get()}"))
    for name, its_look, seconds in (("other", look_too, 1.3), ("one", look, 1.0)):
        context = copy_context()
        context.run(PAGE.set, name)
        context.run(watcher.add, its_look)
        await asyncio.sleep(seconds)
    assert done == [
        (1.0, "begin in other"),
        (1.0, "other"),
        (2.0, "begin in other"),
        (2.0, "other"),
        (2.0, "one"),
    ]
    done.clear()
    await asyncio.sleep(1)
    watcher.remove(look_too)
    await asyncio.sleep(5)
    assert done == [(3.0, "begin in other"), (3.0, "other")]


@in_virtual_time
async def test_a_page_that_has_left_is_forgotten() -> None:
    """Though it was the first: what its context holds is not kept for the others."""
    watcher, looks = OutsideWatcher(), [lambda: None, lambda: None]
    page = Page()
    known = ref(page)
    context = copy_context()
    context.run(HELD.set, page)
    context.run(watcher.add, looks[0])
    watcher.add(looks[1])
    await asyncio.sleep(1.5)
    watcher.remove(looks[0])
    del page, context
    await asyncio.sleep(1)
    gc.collect()
    assert known() is None
    watcher.remove(looks[1])


@in_virtual_time
async def test_between_two_pages_all_else_has_its_turn() -> None:
    """A page that finds something draws it, and another may have to count on."""
    done: list[str] = []

    def look() -> None:
        done.append("look")
        asyncio.get_running_loop().call_soon(done.append, "something else")

    def look_too() -> None:
        done.append("look too")

    watcher = OutsideWatcher()
    watcher.add(look)
    watcher.add(look_too)
    await asyncio.sleep(1.5)
    assert done == ["look", "something else", "look too"]
    watcher.remove(look)
    watcher.remove(look_too)


@in_virtual_time
async def test_a_page_that_never_came_leaves_in_peace() -> None:
    """As when it fails to start; and after the last has left, another may come."""
    looks: list[int] = []

    def look() -> None:
        looks.append(1)

    watcher = OutsideWatcher()
    watcher.remove(look)
    for _ in range(2):
        watcher.add(look)
        await asyncio.sleep(1.5)
        watcher.remove(look)
        await settle()
    assert looks == [1, 1]


def test_a_look_that_fails_is_not_the_last(caplog: pytest.LogCaptureFixture) -> None:
    """The log has it; nor does it keep the next page from looking."""
    looks: list[str] = []

    def fail() -> None:
        looks.append("fail")
        raise OSError("gone")

    def look() -> None:
        looks.append("look")

    async def watch_it() -> None:
        watcher = OutsideWatcher(fail)
        for its_look in (fail, look):
            watcher.add(its_look)
        await asyncio.sleep(2.5)
        for its_look in (fail, look):
            watcher.remove(its_look)
        await settle()

    with caplog.at_level(logging.ERROR), asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(watch_it())
    assert looks == ["fail", "fail", "look"] * 2
    assert caplog.messages == ["What was asked for could not be done"] * 4
