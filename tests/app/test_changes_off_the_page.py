"""Whatever changed while a screen was not shown, it looks as in a page that was just opened.

A list that changed off the page was sent twice, whole and as its changes: three cards for two sessions, or none. After
each event of any test of a page, `StandInClient.check` compares what a browser has with what the page holds.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from tests.app.opened_app import BOTH, END_SECONDS, SHORT, Opened
from tests.ui.virtual_time import NOON, in_virtual_time, settle

CHANGING = (
    "/",
    "/routine/short",
    "/balance",
    "/history",
    "/session/s1",
    "/edit/short.yaml",
    "/share/short.yaml",
)
"""The screens that show what changes."""

SHOWN_MEANWHILE = ("/", "/balance", "/history", "/settings", "/session/s1", "/edit/short.yaml", "/help")


def held(number: int) -> SessionRecord:
    """A session of one hold, so many days ago."""
    began = NOON - timedelta(days=number)
    hold = HoldRecord(0, "Pigeon pose", ("hip_flexors",), Side.LEFT, 1, 1, 10.0, 10.0, HoldStatus.DONE)
    return SessionRecord(
        f"s{number}",
        "short",
        f"Short hips {number}",
        began,
        10.0,
        ended_at=began + timedelta(minutes=1),
        status=SessionStatus.COMPLETED,
        holds=(hold,),
    )


def hold_three(opened: Opened) -> None:
    """Have three sessions."""
    for number in range(3):
        opened.log.restore(held(number))


def _add(opened: Opened) -> None:
    """Another device holds three more, and writes three routines and a stretch."""
    for number in range(3, 6):
        opened.log.restore(held(number))
    for name in "xyz":
        opened.write(name, BOTH.replace("Both", f"New {name}"))
    opened.write("short", SHORT + "  - {name: Butterfly, sides: together, hold: 20s}\n")


def _take_some(opened: Opened) -> None:
    """Another device deletes a session and a routine."""
    opened.log.delete("s0")
    opened.remove("both legs")


def _take_nearly_all(opened: Opened) -> None:
    for number in (2, 3, 4, 5):
        opened.log.delete(f"s{number}")
    for name in ("x", "y", "z", "broken"):
        opened.remove(name)


CHANGES: tuple[Callable[[Opened], None], ...] = (_add, _take_some, _take_nearly_all)


async def look_at(opened: Opened) -> dict[str, list[str]]:
    """Look at each screen that shows what changes: what one reads there."""
    seen = {}
    for screen in CHANGING:
        await opened.client.go_to(screen)
        seen[screen] = opened.words
    return seen


@in_virtual_time
async def test_each_screen_looks_as_in_a_fresh_page(tmp_path: Path) -> None:
    """Whatever changed, wherever one was meanwhile."""
    pages = {meanwhile: Opened(tmp_path) for meanwhile in SHOWN_MEANWHILE}
    hold_three(pages["/"])
    await asyncio.sleep(1)
    for opened in pages.values():
        await look_at(opened)
    for change in CHANGES:
        for meanwhile, opened in pages.items():
            await opened.client.go_to(meanwhile)
        change(pages["/"])
        await asyncio.sleep(3)
        fresh = Opened(tmp_path)
        await settle()
        as_fresh = await look_at(fresh)
        await fresh.client.close()
        for meanwhile, opened in pages.items():
            assert await look_at(opened) == as_fresh, (change, meanwhile)
            await asyncio.sleep(0.1)
    for opened in pages.values():
        await opened.client.close()


@pytest.mark.parametrize("screen", ["/history", "/balance", "/"])
@in_virtual_time
async def test_sessions_of_ones_own_between_two_looks(tmp_path: Path, screen: str) -> None:
    """Each session is one card more, however often one looks."""
    opened = Opened(tmp_path)
    hold_three(opened)
    for _ in range(2):
        await opened.client.go_to(screen)
        await opened.client.go_to("/")
        await opened.start()
        await asyncio.sleep(END_SECONDS + 1)
        await opened.client.tap("Finish")
    await opened.client.go_to(screen)
    fresh = Opened(tmp_path, route=screen)
    await settle()
    assert opened.words == fresh.words
    await opened.client.close()
    await fresh.client.close()
