"""A process that claims sessions: `test_running_processes.py` starts this program, and kills it.

It is given a folder and what to do. `keep SESSION` takes a session and keeps it, and for each
line of its input tells what it is asked for. `die FIRST` goes through all that can be
done with one, and is killed before its first statement, in another folder before its second, and so on: FIRST names
the first folder. `roam SEED` takes the session and gives it back for
ever, with a lock of its own that shows it if two have it at once. It tells what came of it, a line each.
"""

import fcntl
import json
import os
import random
import signal
import sqlite3
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any
from unittest import mock

from routine_app.data.session.running import RunningSessions
from tests.data.session.started_process import SESSION


def keep(folder: Path, session_id: str) -> None:
    """Take a session, and keep it until the end of the process."""
    running = RunningSessions(folder)
    tell(f"took {running.take(session_id)}")
    for _ in sys.stdin:
        tell(json.dumps(list(running.asked_for())))


def die(folder: Path, first: str) -> None:
    """Be killed at every statement there is, each time in a folder of its own, until one copy comes through."""
    for at in count(int(first)):
        process = os.fork()
        if process == 0:
            go_through(folder / str(at), at)
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0:
            return


def go_through(folder: Path, at: int) -> None:
    """Take a session, ask for another's, look, and give it back; but for a kill before one of SQLite's statements."""
    numbers = count(1)

    def trace(_: str) -> None:
        if next(numbers) == at:
            os.kill(os.getpid(), signal.SIGKILL)

    with mock.patch.object(sqlite3, "connect", traced(trace)):
        running = RunningSessions(folder)
        running.take(SESSION)
        running.ask_for("other")
        running.asked_for()
        running.taken_elsewhere()
        running.stop_asking("other")
        running.give_back(SESSION)


def traced(trace: Callable[[str], None]) -> Callable[..., sqlite3.Connection]:
    """How to connect so that each statement is told before it runs."""
    connect = sqlite3.connect

    def connect_traced(*args: Any, **kwargs: Any) -> sqlite3.Connection:  # noqa: ANN401 - whatever SQLite takes
        connection: sqlite3.Connection = connect(*args, **kwargs)
        connection.set_trace_callback(trace)
        return connection

    return connect_traced


def roam(folder: Path, seed: str) -> None:
    """Take and give back, and sometimes ask; complain if another process has it too."""
    chance = random.Random(int(seed))  # noqa: S311 - moments, not secrets
    # Of a killed process the system closes the file first that was opened first.
    witness = os.open(folder.parent / "witness", os.O_RDWR | os.O_CREAT)
    running = RunningSessions(folder)
    while True:
        if not running.take(SESSION):
            running.ask_for(SESSION)
            continue
        try:
            fcntl.lockf(witness, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("two owners")
            sys.exit(1)
        tell(f"took {os.getpid()}")
        while not running.asked_for() and chance.random() < 0.8:
            running.taken_elsewhere()
        fcntl.lockf(witness, fcntl.LOCK_UN)
        running.give_back(SESSION)


def tell(words: str) -> None:
    """Write a line at once."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


if __name__ == "__main__":
    {"keep": keep, "die": die, "roam": roam}[sys.argv[2]](Path(sys.argv[1]), sys.argv[3])
