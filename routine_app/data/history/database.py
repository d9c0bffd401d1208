"""The history's SQLite file: opened at first use, read and written in whole transactions."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from routine_app.data.history.errors import read_plainly, told_plainly
from routine_app.data.history.opening import open_history

T = TypeVar("T")


class HistoryFile:
    """One history file. Any thread may call, and other processes may have it open too.

    What is written is on disk when its method returns. Every method raises SurroundingsError if the file
    cannot be used. `on_written` is called after each change.
    """

    def __init__(self, path: Path, on_written: Callable[[], None] | None = None) -> None:
        self.path = path
        self._on_written = on_written
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close the file; a later call of another method opens it again."""
        with self._lock, told_plainly(self.path):
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
        """What `read` finds, all of it of one moment; no file is made where there is no history yet."""
        if self.is_absent():
            return where_absent
        with self._transaction("BEGIN") as connection, read_plainly(self.path):
            return read(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write, all or nothing; nobody else writes meanwhile."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection
        if self._on_written is not None:
            self._on_written()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, told_plainly(self.path):
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
