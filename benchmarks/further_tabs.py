"""What each further tab in a hold costs the server, next to as many bare rings that are set ten times a second."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.amount import Amount
from benchmarks.figure import Figure
from benchmarks.servers import Server, app_server, bare_server, wait_for
from benchmarks.stand_in_tabs import AppTab, BareTab
from tests.e2e.quick_routines import LONG_HOLD, fill_home

TABS, FEWEST_TABS = 20, 4
MEASURED_SECONDS, FEWEST_SECONDS = 40.0, 3.0
SETTLING_SECONDS = 3.0
"""Until a hold has its track, and all that it begins with is over."""

BYTES_OF_A_MEGABYTE = 1e6

CPU, MEMORY = "each further tab in a hold", "memory of a tab"


@dataclass(frozen=True, slots=True)
class Use:
    """What a server uses, its processor as a rate."""

    cpu_seconds_a_minute: float
    megabytes: float


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The server's CPU seconds a minute and its memory, of each tab beside the first."""
    with (
        tempfile.TemporaryDirectory() as folder,
        app_server(_home_with_long_hold(Path(folder))) as app,
        bare_server("ring") as bare_page,
    ):
        wait_for(app, bare_page)
        ours = asyncio.run(_of_further_tabs(app, _in_a_hold, amount))
        bare = asyncio.run(_of_further_tabs(bare_page, _with_a_bare_page, amount))
    if ours is None or bare is None:
        yield from (f"{name} is not measured: it is read on Linux only" for name in (CPU, MEMORY))
    else:
        yield Figure(CPU, ours.cpu_seconds_a_minute, bare.cpu_seconds_a_minute, "s/min")
        yield Figure(MEMORY, ours.megabytes, bare.megabytes, "MB")


def _home_with_long_hold(folder: Path) -> Path:
    fill_home(folder, {"long-hold.yaml": LONG_HOLD}, settings="")
    return folder


async def _in_a_hold(url: str) -> BareTab:
    tab = AppTab(url)
    await tab.open("/routine/long-hold")
    await tab.tap("Start")
    return tab


async def _with_a_bare_page(url: str) -> BareTab:
    tab = BareTab(url)
    await tab.open()
    return tab


async def _of_further_tabs(
    server: Server, open_tab: Callable[[str], Awaitable[BareTab]], amount: Amount
) -> Use | None:
    """What each of them uses, all the same; None where that cannot be read."""
    further = amount.of(TABS, FEWEST_TABS) - 1
    async with AsyncExitStack() as closing:
        tabs: list[BareTab] = []
        used: list[Use | None] = []
        for count in (1, further):
            for _ in range(count):
                tabs.append(await open_tab(server.url))
                closing.push_async_callback(tabs[-1].close)
            used.append(await _use(server, tabs, amount))
    one, many = used
    if one is None or many is None:
        return None
    return Use(
        (many.cpu_seconds_a_minute - one.cpu_seconds_a_minute) / further,
        (many.megabytes - one.megabytes) / further,
    )


async def _use(server: Server, tabs: Sequence[BareTab], amount: Amount) -> Use | None:
    """What the server uses while these tabs are open; raises RuntimeError if one of them stands still."""
    await asyncio.sleep(SETTLING_SECONDS)
    messages = [tab.messages for tab in tabs]
    cpu_before, started_at = server.cpu_seconds(), time.monotonic()
    await asyncio.sleep(amount.of(MEASURED_SECONDS, FEWEST_SECONDS))
    cpu_after, seconds = server.cpu_seconds(), time.monotonic() - started_at
    if any(tab.messages - before < int(seconds) - 1 for tab, before in zip(tabs, messages, strict=True)):
        raise RuntimeError(f"a tab of {server.url} stood still")
    memory = server.memory_bytes()
    if cpu_before is None or cpu_after is None or memory is None:
        return None
    return Use((cpu_after - cpu_before) * 60 / seconds, memory / BYTES_OF_A_MEGABYTE)
