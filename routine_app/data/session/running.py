"""Which process runs which session: a table, and for each process a lock that the system opens when it is gone."""

import logging
import secrets
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from routine_app.data.files.version import FileVersion, settled_version
from routine_app.data.history.errors import is_busy

BUSY_SECONDS = 2.0
"""How long to wait for another process's look at the table; one takes less than a millisecond, a write a few."""

_TABLE = """CREATE TABLE IF NOT EXISTS running (
    session_id TEXT PRIMARY KEY, process TEXT NOT NULL, is_asked_for INTEGER NOT NULL DEFAULT 0
)"""

_log = logging.getLogger(__name__)

T = TypeVar("T")

_Row = tuple[str, str, bool]
"""A session, the process that has it, and whether another asks for it."""


class RunningSessions:
    """The claims of this process, as `routine_app.core.session.ownership.ProcessClaims`, in a folder beside the history.

    A process that has a session keeps a file of its own locked, by an open transaction of SQLite: that is the same on
    every system, and is over when the process is, even if it was killed. What the table says of a process whose file is
    not locked is void. Whoever looks at the table or at a lock is alone with both meanwhile. While the table's file does not
    change, nobody looks: each process asks once a second.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._table = folder / "sessions.db"
        self._name = secrets.token_hex(8)
        self._lock: sqlite3.Connection | None = None
        self._has_complained = False
        self._version: FileVersion | None = None
        self._known: Sequence[_Row] = ()

    def take(self, session_id: str) -> bool:
        """Take a session for this process, which may have it already; False if another process has it."""

        def take(table: sqlite3.Connection) -> bool:
            self._bury_dead(table)
            row = session_id, self._name
            table.execute("INSERT OR IGNORE INTO running (session_id, process) VALUES (?, ?)", row)
            is_ours = table.execute(
                "SELECT 1 FROM running WHERE session_id = ? AND process = ?", row
            ).fetchone()
            if is_ours:
                self._show_life()
            return bool(is_ours)

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return self._in_table(take)
        except (sqlite3.Error, OSError) as error:
            self._complain(error)
            return not (isinstance(error, sqlite3.Error) and is_busy(error))

    def give_back(self, session_id: str) -> None:
        """Let other processes take a session."""

        def give_back(table: sqlite3.Connection) -> None:
            row = session_id, self._name
            table.execute("DELETE FROM running WHERE session_id = ? AND process = ?", row)
            if not table.execute("SELECT 1 FROM running WHERE process = ?", [self._name]).fetchone():
                self._rest()

        self._if_there(give_back, otherwise=None)

    def taken_elsewhere(self) -> Collection[str]:
        """The sessions that other processes have."""

        def read(table: sqlite3.Connection) -> Collection[str]:
            others = ((session, process) for session, process, _ in _read(table) if process != self._name)
            return frozenset(session for session, process in others if _is_locked(self._lock_of(process)))

        if all(process == self._name for _, process, _ in self._rows()):
            return frozenset()
        return self._if_there(read, otherwise=frozenset[str]())

    def ask_for(self, session_id: str) -> None:
        """Ask the process that has a session to give it back."""
        self._set_asked_for(session_id, is_asked_for=True)

    def stop_asking(self, session_id: str) -> None:
        """Take back what was asked."""
        self._set_asked_for(session_id, is_asked_for=False)

    def asked_for(self) -> Collection[str]:
        """The sessions of this process that another one asks for."""
        if self._lock is None:
            return ()
        return [session for session, process, is_asked in self._rows() if is_asked and process == self._name]

    def _set_asked_for(self, session_id: str, *, is_asked_for: bool) -> None:
        change = "UPDATE running SET is_asked_for = ? WHERE session_id = ?"
        self._if_there(lambda table: table.execute(change, (is_asked_for, session_id)), otherwise=None)

    def _rows(self) -> Sequence[_Row]:
        """What the table has, read again only if its file has changed; nothing if it cannot be read."""
        try:
            version = settled_version(self._table)
        except OSError:
            version = None
        if version is None or version != self._version:
            rows = self._if_there(_read, otherwise=None)
            self._version, self._known = (None, ()) if rows is None else (version, rows)
        return self._known

    def _if_there(self, act: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What `act` gives of the table; `otherwise` if there is none, or none that can be used."""
        try:
            return self._in_table(act) if self._table.exists() else otherwise
        except (sqlite3.Error, OSError) as error:
            self._complain(error)
            return otherwise

    def _in_table(self, act: Callable[[sqlite3.Connection], T]) -> T:
        """What `act` gives in a transaction in which no other process has the table; it is opened for each."""
        with closing(sqlite3.connect(self._table, timeout=BUSY_SECONDS, isolation_level=None)) as table:
            table.execute("BEGIN IMMEDIATE")
            table.execute(_TABLE)
            given = act(table)
            table.execute("COMMIT")
            return given

    def _complain(self, error: Exception) -> None:
        if not self._has_complained:
            self._has_complained = True
            _log.warning("Other processes are not told which sessions run here, nor heard: %s", error)

    def _lock_of(self, process: str) -> Path:
        return self._folder / f"{process}.lock"

    def _show_life(self) -> None:
        """Keep the file of this process locked from now on, one that somebody took away made anew."""
        path = self._lock_of(self._name)
        if self._lock is None or not path.exists():
            self._rest()
            lock = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
            lock.execute("PRAGMA journal_mode = OFF")  # nothing is ever written in it
            lock.execute("BEGIN EXCLUSIVE")
            self._lock = lock

    def _rest(self) -> None:
        """Have no file any more."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            _remove(self._lock_of(self._name))

    def _bury_dead(self, table: sqlite3.Connection) -> None:
        """Take away what processes left that ended without giving back."""
        for lock in self._folder.glob("*.lock"):
            if lock.stem != self._name and not _is_locked(lock):
                _remove(lock)
        for (process,) in table.execute("SELECT DISTINCT process FROM running").fetchall():
            if process != self._name and not _is_locked(self._lock_of(process)):
                table.execute("DELETE FROM running WHERE process = ?", [process])


def _read(table: sqlite3.Connection) -> Sequence[_Row]:
    return table.execute("SELECT session_id, process, is_asked_for FROM running").fetchall()


def _is_locked(path: Path) -> bool:
    """Whether the process of this file lives, so far as can be told: a damaged file is no process's."""
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
            lock.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return isinstance(error, sqlite3.OperationalError)
    return False


def _remove(lock: Path) -> None:
    with suppress(OSError):  # what is left is taken away with the next session
        lock.unlink()
