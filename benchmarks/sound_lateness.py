"""How late sounds are: from the session's deadline to the moment at which the page is told to play."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.amount import Amount
from benchmarks.browsers import chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.servers import app_server
from tests.e2e.page_spy import spied, spy_on, wait_for_call
from tests.e2e.phone import Phone

PROMISED_MILLISECONDS = 50.0
"""What the app promises of 99 sounds in 100."""

ROUTINE = """\
title: Sounds
get_ready: 5s
rest: 4s
stretches:
  - {name: Butterfly, hold: 5s, sets: 13}
"""
"""Two minutes with a hundred sounds."""

SHORT_ROUTINE = """\
title: Sounds
get_ready: 2s
stretches:
  - {name: Butterfly, hold: 2s}
"""
"""Four seconds with five sounds, each another: a player that is late by seconds may leave out what it plays already."""

PATIENCE_MILLISECONDS = 180_000.0


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median, and the one that 99 of 100 are not later than, next to the promise.

    The sounds of the start and the finish come with a whole new screen, and are told apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        start, *lateness, finish = _lateness_milliseconds(Path(folder), amount.of(ROUTINE, SHORT_ROUTINE))
    yield Figure("lateness of a sound", median(lateness), PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of a sound, p99", quantiles(lateness, n=100)[-1], PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of the first sound", start, PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of the last sound", finish, PROMISED_MILLISECONDS, "ms")


def _lateness_milliseconds(home: Path, routine: str) -> list[float]:
    (home / "routines").mkdir()
    (home / "routines" / "sounds.yaml").write_text(routine, encoding="utf-8")
    told = home / "deadlines"
    with (
        app_server(home, "tests.e2e.told_deadlines", TOLD_DEADLINES=str(told)) as server,
        chromium() as browser,
        fresh_page(browser) as page,
    ):
        spy_on(page)
        phone = Phone(page, server.url)
        phone.open()
        phone.start("Sounds")
        wait_for_call(page, "play", "finish", patience_milliseconds=PATIENCE_MILLISECONDS)
        played = [call for call in spied(page, "play") if call.what != "voice"]
    due = [line.split() for line in told.read_text(encoding="utf-8").splitlines()]
    sounds, heard = [sound for _, sound in due], [call.what for call in played]
    if heard != sounds:
        raise RuntimeError(f"not each sound that was due was played once: {sounds} and {heard}")
    return [(call.at - float(at)) * 1000 for call, (at, _) in zip(played, due, strict=True)]
