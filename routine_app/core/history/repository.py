"""The history as screens, reports and the session that runs use it.

Days are those of the sessions' starts, where the user was. Every method raises UserFacingError if the
history cannot be used.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from routine_app.core.days import Days
from routine_app.core.feedback.repository import FeedbackRepository
from routine_app.core.history.contents import HistoryContents
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.repository import SessionRepository


@dataclass(frozen=True, slots=True)
class DayTotal:
    """A day on which something was held, and the seconds really held in all its sessions."""

    day: date
    held_seconds: float


@dataclass(frozen=True, slots=True)
class SessionPage:
    """Some sessions of the history, oldest first, and the share of all of them that is older."""

    sessions: Sequence[SessionRecord]
    share_before: float


Join = Callable[[HistoryContents, HistoryContents], HistoryContents]
"""Makes one history of two, ours and theirs."""


class HistoryRepository(SessionRepository, FeedbackRepository, Protocol):
    """The sessions of the history: to write, to look through, to delete, and to carry elsewhere."""

    def held(self, days: Days) -> Sequence[Held]:
        """The seconds held in sessions of these days, a sum for each kind of hold, in no order."""

    def day_totals(self, days: Days) -> Sequence[DayTotal]:
        """Each of these days on which something was held, oldest first."""

    def session_count(self) -> int:
        """How many sessions there are."""

    def newest_sessions(self, count: int) -> Sequence[SessionRecord]:
        """The `count` sessions that began last, newest first."""

    def session(self, session_id: str) -> SessionRecord | None:
        """One session with its holds, or None if there is none of that id."""

    def delete(self, session_id: str) -> SessionRecord | None:
        """Take a session out of the history; gives what it was, None if there is none of that id."""

    def restore(self, session: SessionRecord) -> None:
        """Put a deleted session back as it was, joined to what came back of it by other ways meanwhile."""

    def pages(self) -> Iterator[SessionPage]:
        """Every session that there is as this begins, oldest first, some at a time; between two pages nothing is locked."""

    def notes(self) -> HistoryContents:
        """What the whole history has beside its sessions."""

    def join(self, parts: Iterable[HistoryContents], join: Join) -> Iterator[None]:
        """Put what `join` makes of our sessions and theirs in place of ours, part after part.

        Each part is joined to what the history has of its sessions, all or nothing, and is on disk before the next
        is asked for; between two of them nothing is locked. No session may be in two parts.
        """
