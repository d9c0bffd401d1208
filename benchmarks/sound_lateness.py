"""How late sounds are: from the session's deadline to the moment at which the page is told to play."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from unittest.mock import patch

from benchmarks.browsers import chromium
from benchmarks.figure import Figure
from tests.e2e.page_spy import spied, spy_on, wait_for_call
from tests.e2e.phone import ServedPhone
from tests.e2e.server import server

PROMISED_MILLISECONDS = 50.0
"""What the app promises of 99 sounds in 100."""

HOLDS = 13
ROUTINE = f"""\
title: Sounds
get_ready: 5s
rest: 4s
stretches:
  - {{name: Butterfly, hold: 5s, sets: {HOLDS}}}
"""
"""Two minutes with a hundred sounds."""

PATIENCE_MILLISECONDS = 180_000.0


def measure() -> Iterator[Figure | str]:
    """The median, and the one that 99 of 100 are not later than, next to the promise.

    The sounds of the start and the finish come with a whole new screen, and are told apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        start, *lateness, finish = _lateness_milliseconds(Path(folder))
    yield Figure("lateness of a sound", median(lateness), PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of a sound, p99", quantiles(lateness, n=100)[-1], PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of the first sound", start, PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of the last sound", finish, PROMISED_MILLISECONDS, "ms")


def _lateness_milliseconds(home: Path) -> list[float]:
    (home / "routines").mkdir()
    (home / "routines" / "sounds.yaml").write_text(ROUTINE, encoding="utf-8")
    told = home / "deadlines"
    with (
        patch.dict(os.environ, TOLD_DEADLINES=str(told)),
        server(home, ("-m", "tests.e2e.told_deadlines")) as (running, _),
        chromium() as browser,
    ):
        context = browser.new_context(viewport={"width": 390, "height": 844})
        spy_on(context)
        phone = ServedPhone(context.new_page(), running)
        phone.open()
        phone.start("Sounds")
        wait_for_call(phone.page, "play", "finish", patience_milliseconds=PATIENCE_MILLISECONDS)
        played = [call for call in spied(phone.page, "play") if call.what != "voice"]
    due = [line.split() for line in told.read_text(encoding="utf-8").splitlines()]
    if [call.what for call in played] != [sound for _, sound in due]:
        raise RuntimeError("not each sound that was due was played once")
    return [(call.at - float(at)) * 1000 for call, (at, _) in zip(played, due, strict=True)]
