"""The history of sessions, in one SQLite file."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feedback
from routine_app.core.feedback.repository import PainTold
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.merge_session import joined_session
from routine_app.core.history.repository import DayTotal, Join, SessionPage
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus
from routine_app.data.history import contents, reading, writing
from routine_app.data.history import feedback as feedback_rows
from routine_app.data.history.database import HistoryDatabase
from routine_app.data.history.errors import gone_session, reading_errors_as, unknown_session

SESSIONS_OF_PAGE = 10
"""So few are read at once: some milliseconds of work."""


class SqliteHistory:
    """The history file as the protocols of `routine_app.core` have it, opened at first use.

    Each write is on disk when its method returns. Any thread may call, and other processes may have
    the file open too. Every method raises UserFacingError if the file cannot be used. Reading where there is
    no history yet finds nothing, and makes no file. `on_written` is called after each change.
    """

    def __init__(self, path: Path, on_written: Callable[[], None] = lambda: None) -> None:
        self._file = HistoryDatabase(path, on_written)

    def start(self, start: SessionRecord) -> None:
        """Write down that a session has begun, or that it goes on: the holds it has are kept.

        One that has ended is not opened again.
        """
        with self._file.writing() as connection:
            contents.forget_deletion(connection, start.session_id)
            writing.start_session(connection, start)

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write holds, all on disk when this returns; of the same hold the longer one is kept."""
        with self._file.writing() as connection, reading_errors_as(self._file.path):
            writing.write_holds(connection, session_id, holds)

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> SessionRecord:
        """Write how and when the session ended, unless it was completed before; gives what the history now has."""
        with self._file.writing() as connection:
            writing.end_session(connection, session_id, ended_at, status)
            session = self._session(connection, session_id)
            if session is None:
                raise unknown_session(self._file.path)
            return session

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Every session, oldest first."""
        return self._file.read(reading.read_sessions, ())

    def newest(self) -> SessionRecord | None:
        """The session that began last."""
        return next(iter(self.newest_sessions(1)), None)

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its holds, or None if there is none of that id."""
        return self._file.read(partial(reading.read_session, session_id=session_id), None)

    def session_count(self) -> int:
        """How many sessions there are."""
        return self._file.read(reading.count_sessions, 0)

    def newest_sessions(self, count: int) -> tuple[SessionRecord, ...]:
        """The `count` sessions that began last, newest first."""
        return self._file.read(partial(reading.read_newest, count=count), ())

    def held(self, days: Days) -> tuple[Held, ...]:
        """What was held in sessions that began on these days, where the user was, a sum for each kind of hold."""
        return self._file.read(partial(reading.read_held, days=days), ())

    def day_totals(self, days: Days) -> tuple[DayTotal, ...]:
        """Each of these days on which something was held, oldest first."""
        return self._file.read(partial(reading.read_day_totals, days=days), ())

    def say_of(self, session_id: str, change: Callable[[Feedback], Feedback], at: datetime) -> Feedback:
        """Put what `change` makes of what is said of a session in its place, as said at that time; gives it."""
        with self._file.writing() as connection:
            session = self._session(connection, session_id)
            if session is None:
                raise gone_session(self._file.path)
            said = change(session.feedback)
            feedback_rows.write_feedback(connection, session_id, said, at)
        return said

    def pains(self, days: Days) -> tuple[PainTold, ...]:
        """Every pain told of sessions of these days, oldest session first."""
        return self._file.read(partial(feedback_rows.read_pains, days=days), ())

    def acknowledged(self) -> Mapping[str, datetime]:
        """For each muscle when the user last acknowledged the advice about its pain."""
        return self._file.read(feedback_rows.read_acknowledged, {})

    def acknowledge(self, muscle: str, at: datetime) -> None:
        """Write that the user has read the advice about pain in a muscle."""
        with self._file.writing() as connection:
            feedback_rows.write_acknowledged(connection, {muscle: at})

    def delete(self, session_id: str) -> SessionRecord | None:
        """Take a session out of the history; gives what it was, None if there is none of that id."""
        with self._file.writing() as connection:
            session = self._session(connection, session_id)
            if session is not None:
                contents.delete_sessions(connection, [session_id])
            return session

    def restore(self, session: SessionRecord) -> None:
        """Put a deleted session back as it was, joined to what came back of it by other ways meanwhile."""
        with self._file.writing() as connection:
            there = self._session(connection, session.session_id)
            contents.forget_deletion(connection, session.session_id)
            contents.write_session(connection, session if there is None else joined_session(there, session))

    def pages(self) -> Iterator[SessionPage]:
        """Every session that there is as this begins, oldest first; each page is read in a transaction of its own."""
        begun: list[reading.Begun] = []
        none: tuple[reading.Begun, ...] = ()
        while more := self._file.read(partial(reading.read_begun, after=begun[-1:]), none):
            begun += more
            yield SessionPage((), 0.0)
        ids = [session_id for _, session_id, _ in sorted(begun)]
        for begin in range(0, len(ids), SESSIONS_OF_PAGE):
            these = ids[begin : begin + SESSIONS_OF_PAGE]
            yield SessionPage(self._these(these), begin / len(ids))

    def _these(self, session_ids: Sequence[str]) -> tuple[SessionRecord, ...]:
        return self._file.read(partial(reading.read_these, session_ids=session_ids), ())

    def notes(self) -> HistoryContents:
        """What the whole history has beside its sessions."""
        return self._file.read(contents.read_notes, HistoryContents())

    def join(self, parts: Iterable[HistoryContents], join: Join) -> Iterator[None]:
        """Join parts to what the history has of their sessions, each in a transaction of its own.

        `on_written` is called once, as this ends or breaks off.
        """
        is_written = False
        try:
            for theirs in parts:
                with self._file.writing_untold() as connection:
                    self._join_part(connection, theirs, join)
                is_written = True
                yield
        finally:
            if is_written:
                self._file.tell()

    def _join_part(self, connection: sqlite3.Connection, theirs: HistoryContents, join: Join) -> None:
        ids = [*theirs.deleted, *(session.session_id for session in theirs.sessions)]
        with reading_errors_as(self._file.path):
            ours = contents.read_part(connection, ids)
        contents.write_part(connection, ours, join(ours, theirs))

    def _session(self, connection: sqlite3.Connection, session_id: str) -> SessionRecord | None:
        """One session as it is while this transaction lasts."""
        with reading_errors_as(self._file.path):
            return reading.read_session(connection, session_id)

    def close(self) -> None:
        """Close the file; a later call of another method opens it again."""
        self._file.close()
