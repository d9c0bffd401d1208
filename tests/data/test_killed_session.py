"""A running session killed at a hundred random moments: no finished hold is lost, and the history opens."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.continuation import Continuation, offered
from routine_app.core.record import HoldRecord, SessionRecord, SessionStatus
from routine_app.data.history import History
from tests.data import killed_session_run
from tests.data.killed_session_run import HOLD_COUNT, LIBRARY

KILLS = 100
SEED = 20260
BEGAN = datetime(2026, 5, 4, 7, 30, tzinfo=timezone(timedelta(hours=2)))
PROJECT = Path(__file__).resolve().parents[2]

Told = tuple[int, float, str]
"""A hold that the log had taken, as the session told it: its place, what was held of it, its status."""


@dataclass
class Sessions:
    """The program that runs sessions, and how long they take on this machine."""

    process: subprocess.Popen[str]
    seconds_to_first_hold: float = 0.0
    seconds_a_hold: float = 0.0

    def run(self, path: Path, began: datetime) -> int:
        """Begin or go on with the session of a history; give its process."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{path} {began.isoformat()}\n")
        self.process.stdin.flush()
        return int(self._line("began"))

    def wait_for_holds(self, count: int) -> list[Told]:
        """Wait until so many holds have been told."""
        return [_told(self._line("held")) for _ in range(count)]

    def kill(self, process: int) -> list[Told]:
        """Kill the session; give the holds that it still told."""
        os.kill(process, signal.SIGKILL)
        told = []
        while (line := self._line("")).startswith("held"):
            told.append(_told(line.removeprefix("held")))
        assert line == f"gone {-signal.SIGKILL}"
        return told

    def measure(self, path: Path) -> None:
        """Run one session to its end, to know when one can be killed."""
        process, began = self.run(path, BEGAN), time.perf_counter()
        self.wait_for_holds(1)
        self.seconds_to_first_hold = time.perf_counter() - began
        self.wait_for_holds(HOLD_COUNT - 1)
        self.seconds_a_hold = (time.perf_counter() - began - self.seconds_to_first_hold) / (HOLD_COUNT - 1)
        self.kill(process)

    def _line(self, word: str) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().rstrip()
        assert line.startswith(word), line
        return line.removeprefix(word).strip()


def _told(words: str) -> Told:
    index, seconds, status = words.split()
    return int(index), float(seconds), status


@contextmanager
def running_sessions() -> Iterator[Sessions]:
    """Start the program in a group of its own, so that a session still running ends with it."""
    with subprocess.Popen(
        [sys.executable, killed_session_run.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        process_group=0,
    ) as process:
        try:
            yield Sessions(process)
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@dataclass
class Device:
    """One history and what is known to be in it: every hold that a session told before it was killed."""

    path: Path
    told: list[Told] = field(default_factory=list)
    held: tuple[HoldRecord, ...] = ()
    offer: Continuation | None = None

    def check(self, now: datetime) -> None:
        """Open the history as the next start of the app does; it has it all, and offers the rest."""
        with closing(History(self.path)) as history:
            session = history.newest()
            self.offer = offered(session, LIBRARY, now)
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


def kill_at_random(sessions: Sessions, device: Device, began: datetime, chance: random.Random) -> None:
    """Run the session of a history, and kill it at some moment of what is left of it."""
    holds_left = HOLD_COUNT - len(device.told)
    waited_for = chance.choice([0, chance.randrange(holds_left), chance.randrange(holds_left)])
    process = sessions.run(device.path, began)
    device.told += sessions.wait_for_holds(waited_for)
    longest = sessions.seconds_a_hold if waited_for else sessions.seconds_to_first_hold
    time.sleep(chance.uniform(0, 1.2 * longest))
    device.told += sessions.kill(process)


@pytest.mark.skipif(sys.platform == "win32", reason="has neither fork nor SIGKILL")
def test_a_session_killed_at_a_hundred_moments_loses_no_finished_hold(tmp_path: Path) -> None:
    """From the making of the file to the last hold; every fourth time it is gone on with, and killed again."""
    chance = random.Random(SEED)  # noqa: S311 - moments, not secrets
    lengths: list[int] = []
    device = Device(tmp_path)
    with running_sessions() as sessions:
        sessions.measure(tmp_path / "measured.db")
        for number in range(KILLS):
            began = BEGAN + timedelta(minutes=10 * (number % 4))
            if number % 4 != 3 or device.offer is None:
                device = Device(tmp_path / f"{number}.db")
            kill_at_random(sessions, device, began, chance)
            device.check(began + timedelta(minutes=5))
            lengths.append(len(device.held))
    # They were spread over the session: some before its first hold, some late.
    assert sum(length == 0 for length in lengths) >= 10
    assert sum(0 < length <= HOLD_COUNT / 2 for length in lengths) >= 10
    assert sum(length > HOLD_COUNT / 2 for length in lengths) >= 10
