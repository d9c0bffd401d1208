"""How long the published phone app takes to its first content, and what it transfers, next to a plain page."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from benchmarks.amount import Amount
from benchmarks.browsers import chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.first_screen import ROUTINE_TITLE, WATCH
from benchmarks.plain_phone_page import TEXT, build_plain_page
from routine_app.serve.publish.publisher import publish
from tests.e2e.static_site import StaticSite

RUNS = 5
PATIENCE_MILLISECONDS = 120_000
PROJECT = Path(__file__).parent.parent


class Start(NamedTuple):
    """One first visit, and the next."""

    cold_milliseconds: float
    warm_milliseconds: float
    first_megabytes: float
    sent_megabytes: float


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The medians of both, in turn; warm is the page closed and opened again in the same browser."""
    with tempfile.TemporaryDirectory() as work:
        build = Path(work, "ours")
        published = publish(build, PROJECT / "assets", PROJECT / "routines", os.environ)
        yield from measure_build(build, amount)
    if not published.is_compiled:
        yield "The phone app was measured without Node, so its Python was not compiled."


def measure_build(ours: Path, amount: Amount, title: str = ROUTINE_TITLE) -> Iterator[Figure]:
    """The same of an app that is published already; `title` is a routine that its first screen shows."""
    with tempfile.TemporaryDirectory() as work:
        plain = Path(work, "plain")
        build_plain_page(plain)
        with chromium() as browser, StaticSite(ours) as our_site, StaticSite(plain) as plain_site:
            pages = ((our_site, title), (plain_site, TEXT))
            rounds = amount.rounds(RUNS, lambda: [_start(browser, site, words) for site, words in pages])
    own, baseline = ([pair[i] for pair in rounds] for i in (0, 1))
    for name, unit, of in (
        ("phone app, first start", "ms", lambda start: start.cold_milliseconds),
        ("phone app, later start", "ms", lambda start: start.warm_milliseconds),
        ("phone app, before its screen", "MB", lambda start: start.first_megabytes),
        ("phone app, transferred", "MB", lambda start: start.sent_megabytes),
    ):
        yield Figure(name, median(map(of, own)), median(map(of, baseline)), unit)


def _start(browser: Browser, site: StaticSite, words: str) -> Start:
    with fresh_page(browser) as page:
        page.context.add_init_script(WATCH % json.dumps(words))
        sent_before = site.sent_bytes
        cold = _content_milliseconds(page, site.url)
        first = site.sent_bytes - sent_before
        _wait_until_kept(page)
        sent = site.sent_bytes - sent_before
        later = page.context.new_page()
        page.close()
        return Start(cold, _content_milliseconds(later, site.url), first / 1e6, sent / 1e6)


def _content_milliseconds(page: Page, url: str) -> float:
    page.goto(url)
    page.wait_for_function("() => window.contentMilliseconds !== undefined", timeout=PATIENCE_MILLISECONDS)
    milliseconds: float = page.evaluate("window.contentMilliseconds")
    return milliseconds


def _wait_until_kept(page: Page) -> None:
    """Wait for the service worker, where there is one, to have all files."""
    page.evaluate(
        "async () => { if (typeof phoneApp === 'object') { await navigator.serviceWorker.ready; } }"
    )
