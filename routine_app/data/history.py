"""The log of sessions, in one SQLite file."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from routine_app.core.days import Days
from routine_app.core.history_ports import HeldSum
from routine_app.core.record import HoldRecord, SessionRecord, SessionStart, SessionStatus
from routine_app.core.surroundings import SurroundingsError
from routine_app.data.history_opening import open_history
from routine_app.data.history_records import (
    RECORD_HOLD,
    START_SESSION,
    hold_row,
    read_newest,
    read_sessions,
    session_row,
    time_text,
)
from routine_app.data.history_sums import read_held
from routine_app.data.history_trouble import told_plainly, unknown_session

T = TypeVar("T")

_END = "UPDATE session SET ended_at = ?, status = ? WHERE id = ?"


class History:
    """The history file as `routine_app.core.ports.SessionLog`, opened at first use.

    Each write is on disk when its method returns. Any thread may call, and other processes may have
    the file open too. Every method raises SurroundingsError if the file cannot be used. `on_written` is
    called after each change.
    """

    def __init__(self, path: Path, on_written: Callable[[], None] | None = None) -> None:
        self._path = path
        self._on_written = on_written
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None

    def start(self, start: SessionStart) -> None:
        """Write down that a session has begun, or that it goes on: the holds it has are kept."""
        with self._writing() as connection:
            connection.execute(START_SESSION, session_row(start, SessionStatus.RUNNING))

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write holds, all on disk when this returns; those of the same indexes are replaced."""
        with self._writing() as connection:
            connection.executemany(RECORD_HOLD, [hold_row(session_id, hold) for hold in holds])

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> None:
        """Write how and when the session ended."""
        with self._writing() as connection:
            ended = connection.execute(_END, (time_text(ended_at), status.value, session_id))
            if not ended.rowcount:
                raise unknown_session(self._path)

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, oldest first; none, and no file made, where there is no history yet."""
        return () if self._is_absent() else self._read(read_sessions)

    def newest(self) -> SessionRecord | None:
        """The session that began last; None, and no file made, where there is no history yet."""
        return None if self._is_absent() else self._read(read_newest)

    def held(self, days: Days) -> tuple[HeldSum, ...]:
        """What was held in sessions that began on these days, where the user was, a sum for each kind of hold."""
        return () if self._is_absent() else self._read(partial(read_held, days=days))

    def close(self) -> None:
        """Close the file; a later call of another method opens it again."""
        with self._lock, told_plainly(self._path):
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def _is_absent(self) -> bool:
        try:
            self._path.stat()
        except FileNotFoundError:
            return True
        except OSError:
            return False  # opening it will say why
        return False

    def _read(self, read: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with self._transaction("BEGIN") as connection:
                return read(connection)
        except (ValueError, KeyError) as error:
            raise SurroundingsError(
                f"The history {self._path} has a value that this app never wrote: {error}; mend or move it away."
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection
        if self._on_written is not None:
            self._on_written()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock, told_plainly(self._path):
            if self._connection is None:
                self._connection = open_history(self._path)
            connection = self._connection
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise
