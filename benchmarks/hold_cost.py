"""What a hold costs on the wire and on the server, next to a bare ring that is set ten times a second."""

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket

from benchmarks.amount import Amount
from benchmarks.browsers import BarePhone, chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.servers import Server, app_server, bare_server, wait_for
from tests.e2e.phone import Phone
from tests.e2e.quick_routines import LONG_HOLD

MEASURED_SECONDS, FEWEST_SECONDS = 40.0, 2.0
SETTLING_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Cost:
    """What arrived at the browser, and what the server's processor did, both as rates."""

    messages_a_second: float
    bytes_a_second: float
    cpu_seconds_a_minute: float | None


def measure(amount: Amount) -> Iterator[Figure | str]:
    """Messages and bytes a second, and the server's CPU seconds a minute, with one browser connected."""
    with (
        tempfile.TemporaryDirectory() as folder,
        app_server(_home_with_long_hold(Path(folder))) as app,
        bare_server("ring") as bare_page,
        chromium() as browser,
    ):
        wait_for(app, bare_page)
        ours = _cost(browser, app, _begin_long_hold, amount)
        bare = _cost(browser, bare_page, _open_bare_page, amount)
    yield Figure("messages in a hold", ours.messages_a_second, bare.messages_a_second, "/s")
    yield Figure("bytes in a hold", ours.bytes_a_second, bare.bytes_a_second, "B/s")
    if ours.cpu_seconds_a_minute is None or bare.cpu_seconds_a_minute is None:
        yield "server CPU is not measured: it is read on Linux only"
    else:
        yield Figure("server CPU in a hold", ours.cpu_seconds_a_minute, bare.cpu_seconds_a_minute, "s/min")


def _home_with_long_hold(home: Path) -> Path:
    (home / "routines").mkdir()
    (home / "routines" / "long-hold.yaml").write_text(LONG_HOLD, encoding="utf-8")
    return home


def _begin_long_hold(page: Page, url: str) -> None:
    phone = Phone(page, url)
    phone.open()
    phone.start("Long hold")


def _open_bare_page(page: Page, url: str) -> None:
    BarePhone(page, url).open()


def _cost(browser: Browser, server: Server, begin: Callable[[Page, str], None], amount: Amount) -> Cost:
    with fresh_page(browser) as page:
        sizes = _sizes_received(page)
        begin(page, server.url)
        page.wait_for_timeout(amount.of(SETTLING_SECONDS, 0.0) * 1000)
        sizes.clear()
        cpu_before, started_at = server.cpu_seconds(), time.monotonic()
        page.wait_for_timeout(amount.of(MEASURED_SECONDS, FEWEST_SECONDS) * 1000)
        cpu_after, seconds = server.cpu_seconds(), time.monotonic() - started_at
    if not sizes:
        raise RuntimeError(f"{server.url} sent nothing")
    return Cost(
        len(sizes) / seconds,
        sum(sizes) / seconds,
        None if cpu_before is None or cpu_after is None else (cpu_after - cpu_before) * 60 / seconds,
    )


def _sizes_received(page: Page) -> list[int]:
    """The sizes of what the page's sockets receive: a list that grows."""
    sizes: list[int] = []

    def watch(socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: sizes.append(len(payload)))

    page.on("websocket", watch)
    return sizes
