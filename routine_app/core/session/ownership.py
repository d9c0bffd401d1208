"""Which page runs which session, among all the pages of one process and all the processes with the same files."""

from collections.abc import Callable, Collection
from typing import Protocol


class ProcessClaims(Protocol):
    """What this process claims among all the processes that have the same history.

    What a process has taken is free again as soon as the process is gone, however it ended. None of these raises: where
    claims cannot be written, each process does as if it were alone.
    """

    def take(self, session_id: str) -> bool:
        """Take a session for this process, which may have it already; False if another process has it."""

    def give_back(self, session_id: str) -> None:
        """Let other processes take a session."""

    def taken_elsewhere(self) -> Collection[str]:
        """The sessions that other processes have."""

    def ask_for(self, session_id: str) -> None:
        """Ask the process that has a session to give it back."""

    def stop_asking(self, session_id: str) -> None:
        """Take back what was asked."""

    def asked_for(self) -> Collection[str]:
        """The sessions of this process that another one asks for."""


class NoOtherProcess:
    """The claims of a process that has the history alone, as the app in a browser."""

    def take(self, session_id: str) -> bool:  # noqa: ARG002 - whichever it is
        """Take it: nobody else can have it."""
        return True

    def give_back(self, session_id: str) -> None:
        """Tell nobody."""

    def taken_elsewhere(self) -> Collection[str]:
        """Know of none."""
        return ()

    def ask_for(self, session_id: str) -> None:
        """Ask nobody."""

    def stop_asking(self, session_id: str) -> None:
        """Ask nobody still."""

    def asked_for(self) -> Collection[str]:
        """Be asked for nothing."""
        return ()


class SessionOwners:
    """Sees that no two pages run the same session: who claims one revokes it from its owner in this process.

    A page is known by its `on_revoked`, which stops its session without ending it. A session that another process runs
    cannot be claimed; that process can be asked for it, and gives it back when it heeds that.
    """

    def __init__(self, processes: ProcessClaims | None = None) -> None:
        self._processes = processes or NoOtherProcess()
        self._owners: dict[str, Callable[[], None]] = {}

    def claim(self, session_id: str, on_revoked: Callable[[], None]) -> bool:
        """Make a page the owner of a session; it is revoked from the owner until now when this returns.

        False, and nothing is changed, if another process has it.
        """
        if not self._processes.take(session_id):
            return False
        owner = self._owners.get(session_id)
        self._owners[session_id] = on_revoked
        if owner is not None and owner != on_revoked:
            owner()
        return True

    def release(self, on_revoked: Callable[[], None]) -> None:
        """Take all sessions from the page with this `on_revoked`."""
        for session_id in [session for session, owner in self._owners.items() if owner == on_revoked]:
            del self._owners[session_id]
            self._processes.give_back(session_id)

    def elsewhere(self) -> Collection[str]:
        """The sessions that other processes run."""
        return self._processes.taken_elsewhere()

    def ask_for(self, session_id: str) -> None:
        """Ask the process that runs a session to let go of it."""
        self._processes.ask_for(session_id)

    def stop_asking(self, session_id: str) -> None:
        """Take back what was asked; a session that was let go of already stays free."""
        self._processes.stop_asking(session_id)

    def heed(self) -> None:
        """Revoke each session that another process asks for from its page, and then give it back."""
        for session_id in self._processes.asked_for():
            owner = self._owners.pop(session_id, None)
            try:
                if owner is not None:
                    owner()
            finally:
                self._processes.give_back(session_id)
