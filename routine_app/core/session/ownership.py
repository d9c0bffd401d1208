"""Which page runs which session, among all the pages of one process."""

from collections.abc import Callable


class SessionOwners:
    """Sees that no two pages run the same session: who claims one revokes it from its owner.

    A page is known by its `on_revoked`, which stops its session without ending it.
    """

    def __init__(self) -> None:
        self._owners: dict[str, Callable[[], None]] = {}

    def claim(self, session_id: str, on_revoked: Callable[[], None]) -> None:
        """Make a page the owner of a session; it is revoked from the owner until now when this returns."""
        owner = self._owners.get(session_id)
        self._owners[session_id] = on_revoked
        if owner is not None and owner != on_revoked:
            owner()

    def release(self, on_revoked: Callable[[], None]) -> None:
        """Take all sessions from the page with this `on_revoked`."""
        self._owners = {session: owner for session, owner in self._owners.items() if owner != on_revoked}
