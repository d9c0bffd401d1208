"""Which page runs which session, among all the pages of one process."""

from collections.abc import Callable

LetGo = Callable[[], None]
"""What makes a page stop running its session, without ending it."""


class SessionOwners:
    """Sees that no two pages run the same session: who takes one makes its owner let go of it."""

    def __init__(self) -> None:
        self._owners: dict[str, LetGo] = {}

    def take(self, session_id: str, let_go: LetGo) -> None:
        """Make a page the owner of a session; the owner until now has let go of it when this returns."""
        owner = self._owners.get(session_id)
        self._owners[session_id] = let_go
        if owner is not None and owner != let_go:
            owner()

    def release(self, let_go: LetGo) -> None:
        """Take all sessions from the page that gave this `let_go`."""
        self._owners = {session: owner for session, owner in self._owners.items() if owner != let_go}
