"""Where a session is written down while it runs."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus


class SessionRepository(Protocol):
    """The history, written while a session runs."""

    def start(self, start: SessionRecord) -> None:
        """Write down that a session has begun, or that it goes on: the holds it has are kept."""

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write holds, all on disk when this returns; the same hold again replaces what was there."""

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> None:
        """Write how and when the session ended."""

    def newest(self) -> SessionRecord | None:
        """The session that began last, or None while there is none."""
