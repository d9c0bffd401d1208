"""How long after navigation the first content stands on the screen, and what it takes, next to a bare page of one text."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.amount import Amount
from benchmarks.bare_page import TEXT
from benchmarks.browsers import chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.servers import app_server, bare_server, wait_for
from tests.serve.lan.lan_host import lan_host

RUNS = 5
ROUTINE_TITLE = "After the run"
"""The first that ships: its card is in sight."""
LINK_BYTES_A_SECOND = 20e6 / 8
"""Of a home's wireless network: 20 Mbit/s."""
LINK_LATENCY_MILLISECONDS = 5

WATCH = """
const looking = setInterval(() => {
  document.querySelector("flt-semantics-placeholder")?.click();
  const names = [...document.querySelectorAll("flt-semantics, flt-semantics *")].map(
    element => (element.getAttribute("aria-label") ?? "") + element.textContent);
  if (names.some(name => name.includes(%s))) {
    window.contentMilliseconds = performance.now();
    clearInterval(looking);
  }
}, 5);
"""
"""Turns on the tree of names that Flutter draws beside its canvas, and notes when a text is in it."""


class Visit(NamedTuple):
    """When the first content stood, and what came until then over the network and the socket."""

    milliseconds: float
    megabytes: float


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The medians of both, each time with nothing cached, in turn; over a slow link also those of a second visit."""
    with (
        tempfile.TemporaryDirectory() as home,
        app_server(Path(home)) as app,
        app_server(Path(home), options=("--lan", "--host", lan_host())) as lan,
        bare_server("text") as bare,
        chromium() as browser,
    ):
        app_url, lan_url, bare_url = wait_for(app, lan, bare)
        pages = ((app_url, ROUTINE_TITLE), (bare_url, TEXT))
        near = amount.rounds(RUNS, lambda: [_visits(browser, *page, count=1)[0] for page in pages])
        far = amount.rounds(RUNS, lambda: [_visits(browser, *page, is_slow=True) for page in pages])
        (phone,) = _visits(browser, lan_url, ROUTINE_TITLE, count=1)
    ours, baseline = ([visit.milliseconds for visit in visits] for visits in zip(*near, strict=True))
    yield Figure("first screen", median(ours), median(baseline), "ms")
    first, second, bare_first = (
        median(visits[page][which].milliseconds for visits in far) for page, which in ((0, 0), (0, 1), (1, 0))
    )
    yield Figure("first screen, 20 Mbit/s", first, bare_first, "ms")
    yield Figure("second visit, 20 Mbit/s", second, first, "ms")
    yield Figure("first visit over --lan", phone.megabytes, near[0][1].megabytes, "MB")


def _visits(browser: Browser, url: str, words: str, *, count: int = 2, is_slow: bool = False) -> list[Visit]:
    """Open a page in a new browser, close it, and so on."""
    with fresh_page(browser) as page:
        page.context.add_init_script(WATCH % json.dumps(words))
        return [_visit(page.context, url, is_slow=is_slow) for _ in range(count)]


def _visit(context: BrowserContext, url: str, *, is_slow: bool) -> Visit:
    page = context.new_page()
    sizes = _watch_network(page, is_slow=is_slow)
    page.goto(url)
    page.wait_for_function("() => window.contentMilliseconds !== undefined")
    milliseconds: float = page.evaluate("window.contentMilliseconds")
    page.close()
    return Visit(milliseconds, sum(sizes) / 1e6)


def _watch_network(page: Page, *, is_slow: bool) -> list[int]:
    """The sizes of what comes to a page, its socket's messages among them: a list that grows."""
    sizes: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.on(
        "websocket", lambda socket: socket.on("framereceived", lambda payload: sizes.append(len(payload)))
    )
    if is_slow:
        link = {"downloadThroughput": LINK_BYTES_A_SECOND, "uploadThroughput": LINK_BYTES_A_SECOND}
        more = {"offline": False, "latency": LINK_LATENCY_MILLISECONDS}
        session.send("Network.emulateNetworkConditions", {**link, **more})
    return sizes
