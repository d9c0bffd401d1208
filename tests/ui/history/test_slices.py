"""Long work beside everything else: a whole history is read, joined and written, and everybody has their turn."""

import asyncio
import gc
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.export import export_csv, export_json
from routine_app.core.history.exchange.merge import join_to
from routine_app.core.history.exchange.reader import HISTORY_LIMIT_BYTES, read_history
from routine_app.core.long_work import Work, finish
from routine_app.data.files.disk import LocalDisk
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.history.slices import SLICE_SECONDS, in_slices
from tests.core.history.whole_history import written
from tests.data.history.sample_sessions import many_sessions
from tests.ui.virtual_time import in_virtual_time

LONGEST_TURN_SECONDS = 0.05
"""So late a beep may be: no piece of the work may use as much of the processor before others have their turn."""

EXCHANGES = 4
"""Reading, joining and two ways of writing; each has others take turns, more often on a slow machine."""

HOLDS_EACH = 25
LARGEST_SESSIONS = 10_100
"""So many sessions of so many holds are a file that is nearly as large as any may be."""


class Turns:
    """Somebody else on the loop; `longest_seconds` is the most of the processor that was used between two turns."""

    def __init__(self) -> None:
        self.longest_seconds = 0.0
        self.count = 0

    async def take(self) -> None:
        """Take one turn after the other."""
        while True:
            used = time.thread_time()
            await asyncio.sleep(0)
            self.longest_seconds = max(self.longest_seconds, time.thread_time() - used)
            self.count += 1


def nobody(share: float) -> None:
    """Hear how far it is."""
    assert 0 <= share <= 1


async def exchanged(file: Path, home: Path) -> Turns:
    """Import a file and export it again while somebody else takes turns; what comes out is what came in."""
    turns = Turns()
    other = asyncio.create_task(turns.take())
    size_bytes = file.stat().st_size  # noqa: ASYNC240 - it takes a moment
    exported: list[bytes] = []
    with closing(SqliteHistory(home / "history.db")) as history:
        read = read_history(file.name, size_bytes, LocalDisk().pieces(str(file)))
        incoming = await in_slices(read, time.perf_counter, nobody)
        await in_slices(join_to(history, [incoming]), time.perf_counter, nobody)
        await in_slices(export_json(history, exported.append), time.perf_counter, nobody)
        await in_slices(export_csv(history, lambda _line: None), time.perf_counter, nobody)
    other.cancel()
    assert sum(map(len, exported)) == size_bytes
    return turns


def file_of(folder: Path, session_count: int) -> Path:
    """A file of so many sessions."""
    file = folder / "phone.json"
    file.write_bytes(written(HistoryContents(many_sessions(session_count, HOLDS_EACH))))
    return file


def homes(folder: Path, count: int) -> Iterator[Path]:
    """Make so many homes, one after the other."""
    for number in range(count):
        home = folder / str(number)
        home.mkdir()
        yield home


def test_everybody_has_their_turn(tmp_path: Path) -> None:
    """Whatever is done of an exchange: in the best of some runs, since the processor is busy with others too."""
    file = file_of(tmp_path, 60)
    runs = [asyncio.run(exchanged(file, folder)) for folder in homes(tmp_path, 3)]
    assert min(run.longest_seconds for run in runs) < LONGEST_TURN_SECONDS
    assert min(run.count for run in runs) > EXCHANGES


@pytest.mark.measured
def test_everybody_has_their_turn_beside_the_largest_history(tmp_path: Path) -> None:
    """However much there is already, and however much is in memory: in the better of two runs, as above."""
    file = file_of(tmp_path, LARGEST_SESSIONS)
    assert 0.95 * HISTORY_LIMIT_BYTES < file.stat().st_size <= HISTORY_LIMIT_BYTES
    # What the tests have in memory is not the app's: to look through it for garbage takes 0.1 s.
    gc.collect()
    gc.freeze()
    try:
        runs = [asyncio.run(exchanged(file, folder)) for folder in homes(tmp_path, 2)]
    finally:
        gc.unfreeze()
    assert min(run.longest_seconds for run in runs) < LONGEST_TURN_SECONDS


def counting(steps: int) -> Work[str]:
    """Work that takes so many steps."""
    for step in range(steps):
        yield step / steps
    return "done"


@in_virtual_time
async def test_a_slice_ends_when_its_time_is_over() -> None:
    """On a clock of its own; how far it is is told after each, and what comes of it is given."""
    times: Iterator[float] = (number * SLICE_SECONDS / 2 for number in range(100))
    told: list[float] = []
    assert await in_slices(counting(8), lambda: next(times), told.append) == "done"
    assert told == [0.125, 0.375, 0.625, 0.875]


@in_virtual_time
async def test_work_that_is_cancelled_is_ended() -> None:
    """What it has open is closed at once."""
    ended: list[str] = []

    def work() -> Work[None]:
        try:
            while True:
                yield 0.0
        finally:
            ended.append("ended")

    task = asyncio.create_task(in_slices(work(), iter(range(1000)).__next__, lambda _share: None))
    await asyncio.sleep(0)
    assert ended == []
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended == ["ended"]


def test_all_at_once() -> None:
    """As a command does it."""
    assert finish(counting(3)) == "done"
