"""How far the sounds of a session's track are from its deadlines, which are those of the digits."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from benchmarks.amount import Amount
from benchmarks.browsers import chromium, fresh_page
from benchmarks.figure import Figure
from benchmarks.servers import app_server
from tests.e2e.heard_sounds import heard, sounds, wait_for_sound
from tests.e2e.page_spy import spy_on
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
  - {name: Butterfly, hold: 6s}
"""
"""Eight seconds with seven sounds."""

PAUSES, SHORT_PAUSES = 10, 1
"""So often it is paused and resumed in the first hold: each resume begins another track."""

PATIENCE_MILLISECONDS = 180_000.0


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median, and the one that 99 of 100 are not further off than, next to the promise.

    The sound of the start is heard once its track is loaded, and told apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        start, off = _off_milliseconds(
            Path(folder), amount.of(ROUTINE, SHORT_ROUTINE), amount.of(PAUSES, SHORT_PAUSES)
        )
    yield Figure("a sound off its second", median(off), PROMISED_MILLISECONDS, "ms")
    yield Figure("a sound off its second, p99", quantiles(off, n=100)[-1], PROMISED_MILLISECONDS, "ms")
    yield Figure("lateness of the first sound", start, PROMISED_MILLISECONDS, "ms")


def _off_milliseconds(home: Path, routine: str, pauses: int) -> tuple[float, list[float]]:
    """How late the first sound is, and how far those after the pauses are off their deadlines."""
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
        wait_for_sound(page, "gap-end")
        for _ in range(pauses):
            phone.tap("Pause")
            phone.tap("Resume")
        resumed = time.time()
        wait_for_sound(page, "finish", patience_milliseconds=PATIENCE_MILLISECONDS)
        clips = sounds(heard(page))
    due = [line.split() for line in told.read_text(encoding="utf-8").splitlines()]
    awaited = [(float(at), what) for at, what in due if float(at) > resumed]
    played = [clip for clip in clips if clip.at > resumed]
    if [clip.what for clip in played] != [what for _, what in awaited]:
        raise RuntimeError(f"not each sound that was due was heard once: {awaited} and {played}")
    off = [abs(clip.at - at) * 1000 for clip, (at, _) in zip(played, awaited, strict=True)]
    return (clips[0].at - float(due[0][0])) * 1000, off
