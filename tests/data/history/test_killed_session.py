"""A running session killed at a hundred random moments: no finished hold is lost, and the history opens."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path
from statistics import median

import pytest

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus
from routine_app.core.session.resume import ResumableSession, find_resumable
from routine_app.data.history.repository import SqliteHistory
from tests.data.history import killed_session_run
from tests.data.history.killed_session_run import HOLD_COUNT, LIBRARY
from tests.started_program import started_program

KILLS = 100
SEED = 20260
BEGAN = datetime(2026, 5, 4, 7, 30, tzinfo=timezone(timedelta(hours=2)))

BEFORE_HOLDS = 3
"""Moments that a session tells before its first hold: it began, has read the history, and is in it."""

PARTS = (
    range(1, BEFORE_HOLDS + 1),
    range(BEFORE_HOLDS + 1, BEFORE_HOLDS + HOLD_COUNT // 2),
    range(BEFORE_HOLDS + HOLD_COUNT // 2, BEFORE_HOLDS + HOLD_COUNT + 1),
)
"""After how many moments a new session is killed: before its first hold, in its first half, in its second."""

Told = tuple[int, float, str]
"""A hold that the log had taken, as the session told it: its place, what was held of it, its status."""


@dataclass
class Sessions:
    """The program that runs sessions, and how long they took from each kind of moment to the next."""

    process: subprocess.Popen[str]
    seconds_after: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def run_and_kill(self, path: Path, began: datetime, moments: int, share: float) -> list[Told]:
        """Begin or go on with the session of a history, and kill it; give the holds that it told.

        It is killed after so many moments and a share of the time that usually goes by until the next. There it
        stands still: a kill that comes late, since the machine is busy, misses no moment either.
        """
        self._ask(f"{path} {began.isoformat()} {moments + 1}")
        told = self._read(moments)
        time.sleep(share * median(self.seconds_after[_kind(told[-1])]))
        told += self._kill(int(told[0].removeprefix("began")))
        return [_told(line) for line in told if _kind(line) == "held"]

    def measure(self, path: Path) -> None:
        """Run one session up to its last hold, to know how long each kind of moment takes."""
        self.run_and_kill(path, BEGAN, BEFORE_HOLDS + HOLD_COUNT, 0.0)

    def _ask(self, words: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{words}\n")
        self.process.stdin.flush()

    def _read(self, moments: int) -> list[str]:
        """Wait for so many moments, and note how long each took to come."""
        read = [(self._line(), time.perf_counter()) for _ in range(moments)]
        for (line, told_at), (_, next_at) in pairwise(read):
            self.seconds_after[_kind(line)].append(next_at - told_at)
        return [line for line, _ in read]

    def _kill(self, process: int) -> list[str]:
        """Kill the session; give what it still told, the next moment at the most."""
        os.kill(process, signal.SIGKILL)
        told = []
        while (line := self._line()) != f"gone {-signal.SIGKILL}":
            told.append(line)
        assert len(told) <= 1, told
        return told

    def _line(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().rstrip()
        assert line not in ("", "gone 1"), "the session ended by itself"
        return line


def _kind(line: str) -> str:
    return line.partition(" ")[0]


def _told(line: str) -> Told:
    _, index, seconds, status = line.split()
    return int(index), float(seconds), status


@dataclass
class Device:
    """One history and what is known to be in it: every hold that a session told before it was killed."""

    path: Path
    told: list[Told] = field(default_factory=list)
    held: tuple[HoldRecord, ...] = ()
    offer: ResumableSession | None = None

    def check(self, now: datetime) -> None:
        """Open the history as the next start of the app does; it has it all, and offers the rest."""
        with closing(SqliteHistory(self.path)) as history:
            session = history.newest()
            self.offer = find_resumable(session, LIBRARY, now)
            self._check_holds(session)
        assert integrity(self.path) == "ok"

    def _check_holds(self, session: SessionRecord | None) -> None:
        before, self.held = self.held, () if session is None else session.holds
        assert self.held[: len(before)] == before
        logged = [(hold.hold_index, hold.held_seconds, hold.status.value) for hold in self.held]
        # The hold that was being written may be there or not.
        assert logged[: len(self.told)] == self.told
        assert [index for index, _, _ in logged] == list(range(len(logged)))
        assert len(self.told) <= len(logged) <= len(self.told) + 1
        if session is None:
            assert self.offer is None
        elif len(logged) < HOLD_COUNT:
            self._check_offer(session)
        # What is in the log counts as told from now on.
        self.told = logged

    def _check_offer(self, session: SessionRecord) -> None:
        assert session.status is SessionStatus.RUNNING
        assert self.offer is not None
        assert self.offer.first_step.hold_index == len(self.held)
        assert self.offer.earlier == self.held


def integrity(path: Path) -> str:
    """SQLite's own word on a file; one that is not there is sound."""
    if not path.exists():
        return "ok"
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def moments_told(device: Device, number: int, chance: float) -> int:
    """After how many moments to kill: in one part of a new session after the other, anywhere in one gone on with."""
    holds_left = HOLD_COUNT - len(device.told)
    goes_on = device.offer is not None
    part = range(1, BEFORE_HOLDS + holds_left + 1) if goes_on else PARTS[number % len(PARTS)]
    return part[int(chance * len(part))]


@pytest.mark.skipif(sys.platform == "win32", reason="has neither fork nor SIGKILL")
def test_a_session_killed_at_a_hundred_moments_loses_no_finished_hold(tmp_path: Path) -> None:
    """From the making of the file to the last hold; every fourth time it is gone on with, and killed again."""
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    lengths: list[int] = []
    device = Device(tmp_path)
    with started_program(killed_session_run.__file__) as process:
        sessions = Sessions(process)
        sessions.measure(tmp_path / "measured.db")
        for number in range(KILLS):
            began = BEGAN + timedelta(minutes=10 * (number % 4))
            if number % 4 != 3 or device.offer is None:
                device = Device(tmp_path / f"{number}.db")
            moments = moments_told(device, number, chance.random())
            device.told += sessions.run_and_kill(device.path, began, moments, chance.random())
            device.check(began + timedelta(minutes=5))
            lengths.append(len(device.held))
    # They were spread over the session: some before its first hold, some late.
    assert sum(length == 0 for length in lengths) >= 10
    assert sum(0 < length <= HOLD_COUNT / 2 for length in lengths) >= 10
    assert sum(length > HOLD_COUNT / 2 for length in lengths) >= 10
