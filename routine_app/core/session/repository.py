"""Where a session is written down while it runs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus


class SessionRepository(Protocol):
    """The history, written while a session runs."""

    def start(self, start: SessionRecord) -> None:
        """Write down that a session has begun, or that it goes on: the holds it has are kept.

        One that has ended is not opened again.
        """

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write holds, all on disk when this returns; of the same hold the longer one is kept."""

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> SessionRecord:
        """Write how and when the session ended, unless it was completed before; gives it as the log now has it."""

    def newest(self) -> SessionRecord | None:
        """The session that began last, or None while there is none."""
