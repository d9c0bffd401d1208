"""Asks another process for a session that it runs, and waits until it lets go."""

from collections.abc import Callable

from routine_app.core.clock import Clock
from routine_app.core.session.ownership import SessionOwners

ANSWER_SECONDS = 5.0
"""How long to wait: a process looks once a second whether it is asked."""


class TakeOver:
    """One question at a time. `on_free` is called when the session is free, `on_silence` when no answer came."""

    def __init__(
        self,
        owners: SessionOwners,
        clock: Clock,
        on_free: Callable[[str], None],
        on_silence: Callable[[], None],
    ) -> None:
        self._owners, self._clock = owners, clock
        self._on_free, self._on_silence = on_free, on_silence
        self._until = 0.0
        self.session_id = ""

    def ask(self, session_id: str) -> None:
        """Ask for a session, and wait."""
        self.session_id, self._until = session_id, self._clock.now() + ANSWER_SECONDS
        self._owners.ask_for(session_id)

    def look(self) -> None:
        """See if there is an answer, or no more time for one."""
        session_id = self.session_id
        if not session_id:
            return
        if session_id not in self._owners.elsewhere():
            self.session_id = ""
            self._on_free(session_id)
        elif self._clock.now() >= self._until:
            self.give_up()
            self._on_silence()

    def give_up(self) -> None:
        """Want the session no more."""
        if self.session_id:
            self._owners.stop_asking(self.session_id)
            self.session_id = ""
