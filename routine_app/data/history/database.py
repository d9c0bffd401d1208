"""The history's SQLite file: opened at first use, read and written in whole transactions."""

import logging
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from routine_app.data.history.errors import is_busy, reading_errors_as, sqlite_errors_as
from routine_app.data.history.schema import migrate, refuse_what_is_not_ours
from routine_app.data.paths import make_folder

BUSY_SECONDS = 10.0
"""How long a write waits for another process's; one takes milliseconds."""

RETRY_SECONDS = 0.01

# A browser keeps whole files, and saves those that changed: a write-ahead log would be up to 4 MB of
# them at each hold, where the rollback journal leaves the one small database.
JOURNAL_MODE = "DELETE" if sys.platform == "emscripten" else "WAL"

_log = logging.getLogger(__name__)


def open_history(path: Path) -> sqlite3.Connection:
    """Open the history for reading and writing, made first if it is absent, and upgraded if it is old.

    The connection is in autocommit mode and bound to no thread: its owner locks. Raises
    UserFacingError for a folder that cannot be made and a file that is not this app's; sqlite3.Error.
    """
    make_folder(path.parent)
    _create(path)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        refuse_what_is_not_ours(connection, path)
        _make_durable(connection)
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _create(path: Path) -> None:
    """Make the file, if it is absent, with the rights of any new one; SQLite itself lets no group write.

    The files that SQLite makes beside it get the rights of this one, and it syncs the folder for all of them.
    """
    with suppress(OSError):  # what is in the way, SQLite meets too, and says
        path.touch(exist_ok=False)


def _make_durable(connection: sqlite3.Connection) -> None:
    mode = _switch_journal(connection)
    if mode != JOURNAL_MODE.lower():
        _log.info("The history is kept with journal mode %s.", mode)
    # In WAL mode EXTRA is FULL; with a rollback journal it syncs the folder too, without which a power
    # loss can bring the journal back and undo the commit (source: SQLite on PRAGMA synchronous).
    connection.execute("PRAGMA synchronous = EXTRA")
    # On macOS a plain fsync leaves the bytes in the drive's cache; elsewhere this changes nothing.
    connection.execute("PRAGMA fullfsync = ON")


def _switch_journal(connection: sqlite3.Connection) -> str:
    # SQLite does not wait here when two processes switch at once: one of them is told "locked" at once.
    give_up_at = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return str(connection.execute(f"PRAGMA journal_mode = {JOURNAL_MODE}").fetchone()[0])
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(RETRY_SECONDS)


T = TypeVar("T")


class HistoryDatabase:
    """One history file. Any thread may call, and other processes may have it open too.

    What is written is on disk when its method returns. Every method raises UserFacingError if the file
    cannot be used. `on_written` is called after each change.
    """

    def __init__(self, path: Path, on_written: Callable[[], None] = lambda: None) -> None:
        self.path = path
        self._on_written = on_written
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close the file; a later call of another method opens it again."""
        with self._lock, sqlite_errors_as(self.path):
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def is_absent(self) -> bool:
        """Whether there is no history yet; to read then would make one."""
        try:
            self.path.stat()
        except FileNotFoundError:
            return True
        except OSError:
            return False  # opening it will say why
        return False

    def read(self, read: Callable[[sqlite3.Connection], T], where_absent: T) -> T:
        """The result of `read`, which sees one moment of the history; no file is made where there is none yet."""
        if self.is_absent():
            return where_absent
        with self._transaction("BEGIN") as connection, reading_errors_as(self.path):
            return read(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction to write in: all or nothing, and nobody else writes meanwhile."""
        with self.writing_untold() as connection:
            yield connection
        self.tell()

    @contextmanager
    def writing_untold(self) -> Iterator[sqlite3.Connection]:
        """The same, of which `tell` must tell afterwards."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def tell(self) -> None:
        """Tell that something was written."""
        self._on_written()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, sqlite_errors_as(self.path):
            if self._connection is None:
                self._connection = open_history(self.path)
            connection = self._connection
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise
