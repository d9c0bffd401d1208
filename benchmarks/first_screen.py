"""How long after navigation the first content stands on the screen, next to a bare page of one text."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.amount import Amount
from benchmarks.bare_page import TEXT
from benchmarks.browsers import chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.servers import app_server, bare_server, wait_for

RUNS = 5
ROUTINE_TITLE = "Runner's hips"

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


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median of both, each time with nothing cached, in turn."""
    with (
        tempfile.TemporaryDirectory() as home,
        app_server(Path(home)) as app,
        bare_server("text") as bare,
        chromium() as browser,
    ):
        pages = tuple(zip(wait_for(app, bare), (ROUTINE_TITLE, TEXT), strict=True))
        rounds = amount.rounds(
            RUNS, lambda: [_content_milliseconds(browser, url, words) for url, words in pages]
        )
    ours, baseline = zip(*rounds, strict=True)
    yield Figure("first screen", median(ours), median(baseline), "ms")


def _content_milliseconds(browser: Browser, url: str, words: str) -> float:
    with fresh_page(browser) as page:
        page.add_init_script(WATCH % json.dumps(words))
        page.goto(url)
        page.wait_for_function("() => window.contentMilliseconds !== undefined")
        milliseconds: float = page.evaluate("window.contentMilliseconds")
        return milliseconds
