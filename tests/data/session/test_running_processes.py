"""Processes that claim sessions and are killed: never do two have one, and never is one kept by nobody."""

import os
import random
import select
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.data.session.running import RunningSessions
from tests.data.session.started_process import PROGRAM, SESSION, asked_for, claiming, keeping
from tests.few_or_many import few_or_many
from tests.started_program import program_environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no SIGKILL")

MOMENTS = 20
"""A process that claims a session, asks and gives it back goes through more statements than these."""

ROAMING = 3
KILLS = few_or_many(15, 150)


def test_what_another_process_has_is_free_when_that_is_killed(tmp_path: Path) -> None:
    """Not before; then it is taken, and nothing is left of who had it."""
    running = RunningSessions(tmp_path)
    with keeping(tmp_path, SESSION) as owner:
        assert running.taken_elsewhere() == {SESSION}
        assert not running.take(SESSION)
        owner.kill()
        owner.wait()
        assert running.taken_elsewhere() == frozenset()
        assert running.take(SESSION)
    running.give_back(SESSION)
    assert [path.name for path in tmp_path.iterdir()] == ["sessions.db"]


def test_another_process_hears_what_it_is_asked_for(tmp_path: Path) -> None:
    """And no more once that was taken back."""
    running = RunningSessions(tmp_path)
    with keeping(tmp_path, SESSION) as owner:
        running.ask_for(SESSION)
        assert asked_for(owner) == [SESSION]
        running.stop_asking(SESSION)
        assert asked_for(owner) == []


def test_a_process_killed_at_any_statement_keeps_nothing(tmp_path: Path) -> None:
    """From the first session of a new folder to the last word: what it had can be taken at once."""
    with claiming(tmp_path, "die", "1") as process:
        assert process.wait(timeout=60) == 0
    folders = list(tmp_path.iterdir())
    assert len(folders) > MOMENTS
    for folder in folders:
        running, other = RunningSessions(folder), RunningSessions(folder)
        assert running.taken_elsewhere() == frozenset()
        assert running.take(SESSION)
        assert (other.take(SESSION), other.taken_elsewhere()) == (False, {SESSION})
        running.give_back(SESSION)
        assert [path.name for path in folder.iterdir()] == ["sessions.db"]


class Roamers:
    """Processes that take the session from each other for ever, and all tell it to one pipe."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told, self._tells = os.pipe()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._rest = b""

    def start(self, seed: int) -> None:
        """Add one more."""
        roam = [sys.executable, PROGRAM, str(self._folder), "roam", str(seed)]
        self._processes.append(subprocess.Popen(roam, stdout=self._tells, env=program_environment()))

    def kill(self, index: int) -> None:
        """Kill one of them, and forget what was told until then."""
        process = self._processes.pop(index)
        process.kill()
        process.wait()
        while self._can_read(0):
            self._lines()

    def wait_for_owner(self) -> None:
        """Wait until one of those that live takes the session."""
        living = {b"took %d" % process.pid for process in self._processes}
        while not living & set(self._lines()):
            pass

    def close(self) -> None:
        """Kill them all."""
        while self._processes:
            self.kill(0)
        os.close(self._told)
        os.close(self._tells)

    def _can_read(self, seconds: float) -> bool:
        return bool(select.select([self._told], [], [], seconds)[0])

    def _lines(self) -> list[bytes]:
        assert self._can_read(60), "nobody takes the session"
        *lines, self._rest = (self._rest + os.read(self._told, 65536)).split(b"\n")
        assert b"two owners" not in lines
        return lines


def test_processes_killed_at_random_never_share_a_session(tmp_path: Path) -> None:
    """Three take it from each other all the time; after each kill another one takes it, and at last any other."""
    chance = random.Random(20260)  # noqa: S311 - moments, not secrets
    folder = tmp_path / "running"
    with closing(Roamers(folder)) as roamers:
        for seed in range(ROAMING):
            roamers.start(seed)
        for kill in range(KILLS):
            roamers.wait_for_owner()
            time.sleep(chance.random() / 100)
            roamers.kill(chance.randrange(ROAMING))
            roamers.start(ROAMING + kill)
        roamers.wait_for_owner()
    running = RunningSessions(folder)
    assert running.take(SESSION)
    running.give_back(SESSION)
    assert [path.name for path in folder.iterdir()] == ["sessions.db"]
