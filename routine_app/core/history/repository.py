"""The history as screens, reports and the session that runs use it.

Days are those of the sessions' starts, where the user was. Every method raises UserFacingError if the
history cannot be used.
"""

from collections.abc import Callable, Sequence
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


class HistoryRepository(SessionRepository, FeedbackRepository, Protocol):
    """The sessions of the history: to write, to look through, to delete, and to carry elsewhere as a whole."""

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

    def contents(self) -> HistoryContents:
        """The whole history."""

    def replace(self, change: Callable[[HistoryContents], HistoryContents]) -> None:
        """Put what `change` makes of the contents in their place, all or nothing."""
