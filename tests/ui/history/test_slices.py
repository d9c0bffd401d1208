"""Long work beside everything else: a whole history is read, joined and written, and everybody has their turn."""

import asyncio
import gc
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

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

T = TypeVar("T")

LONGEST_STEP_SECONDS = 0.05 - SLICE_SECONDS
"""A beep may be 0.05 s late: so much of the processor may the step use that ends a slice."""

EXCHANGED_WAYS = 4
"""Reading, joining and two ways of writing; each has others take turns, more often on a slow machine."""

HOLDS_EACH = 25
LARGEST_SESSIONS = 10_100
"""So many sessions of so many holds are a file that is nearly as large as any may be."""


class Exchange:
    """Import a file and export it again while somebody else takes turns; what comes out is what came in.

    `turns` is how often the other one had their turn, and `step_seconds` how much of the processor each step used.
    """

    def __init__(self, file: Path, home: Path) -> None:
        self.turns = 0
        self.step_seconds: list[float] = []
        asyncio.run(self._exchange(file, home))

    async def _exchange(self, file: Path, home: Path) -> None:
        other = asyncio.create_task(self._take_turns())
        size_bytes = file.stat().st_size  # noqa: ASYNC240 - it takes a moment
        exported: list[bytes] = []
        with closing(SqliteHistory(home / "history.db")) as history:
            read = read_history(file.name, size_bytes, LocalDisk().pieces(str(file)))
            incoming = await self._do(read)
            await self._do(join_to(history, [incoming]))
            await self._do(export_json(history, exported.append))
            await self._do(export_csv(history, lambda _line: None))
        other.cancel()
        assert sum(map(len, exported)) == size_bytes

    async def _take_turns(self) -> None:
        while True:
            await asyncio.sleep(0)
            self.turns += 1

    async def _do(self, work: Work[T]) -> T:
        return await in_slices(self._timed(work), time.perf_counter, nobody)

    def _timed(self, work: Work[T]) -> Work[T]:
        while True:
            used = time.thread_time()
            try:
                share = next(work)
            except StopIteration as end:
                outcome: T = end.value
                return outcome
            finally:
                self.step_seconds.append(time.thread_time() - used)
            yield share


def longest_step_seconds(exchanges: Iterable[Exchange]) -> float:
    """The longest step, each in the best of some exchanges of the same: the processor is busy with others too."""
    times_of_each: Iterator[tuple[float, ...]] = zip(
        *(exchange.step_seconds for exchange in exchanges), strict=True
    )
    return max(min(times) for times in times_of_each)


def nobody(share: float) -> None:
    """Hear how far it is."""
    assert 0 <= share <= 1


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
    """Whatever is done of an exchange."""
    file = file_of(tmp_path, 60)
    exchanges = [Exchange(file, home) for home in homes(tmp_path, 3)]
    assert longest_step_seconds(exchanges) < LONGEST_STEP_SECONDS
    assert min(exchange.turns for exchange in exchanges) > EXCHANGED_WAYS


@pytest.mark.measured
def test_everybody_has_their_turn_beside_the_largest_history(tmp_path: Path) -> None:
    """However much there is already, and however much is in memory."""
    file = file_of(tmp_path, LARGEST_SESSIONS)
    assert 0.95 * HISTORY_LIMIT_BYTES < file.stat().st_size <= HISTORY_LIMIT_BYTES
    # What the tests have in memory is not the app's: to look through it for garbage takes 0.1 s.
    gc.collect()
    gc.freeze()
    try:
        exchanges = [Exchange(file, home) for home in homes(tmp_path, 2)]
    finally:
        gc.unfreeze()
    assert longest_step_seconds(exchanges) < LONGEST_STEP_SECONDS


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
