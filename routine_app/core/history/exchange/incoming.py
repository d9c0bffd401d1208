"""A history that came in and waits to be joined, kept small."""

import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from routine_app.core.history.contents import HistoryContents, in_order
from routine_app.core.session.record import SessionRecord

Packed = bytes
"""A session as a few kilobytes. Of hundreds of thousands of records each of Python's full collections of garbage
would look at every one, and nothing else would run for as long: 0.2 s were measured."""


def packed(session: SessionRecord) -> Packed:
    """Pack a session."""
    return pickle.dumps(session, pickle.HIGHEST_PROTOCOL)


def unpacked(session: Packed) -> SessionRecord:
    """Unpack a session that `packed` made."""
    return cast("SessionRecord", pickle.loads(session))  # noqa: S301 - made by this process, and kept in its memory


@dataclass(frozen=True, slots=True)
class IncomingHistory:
    """Whole and checked: its sessions by their ids, none of which is among the deleted, and what else is known."""

    sessions: Mapping[str, Packed]
    deleted: frozenset[str]
    acknowledged: Mapping[str, datetime]

    @property
    def ids(self) -> Iterable[str]:
        """The ids of all sessions that it knows of."""
        return (*self.sessions, *self.deleted)

    def part(self, session_ids: Sequence[str]) -> HistoryContents:
        """What it knows of these sessions."""
        found = (unpacked(self.sessions[one]) for one in session_ids if one in self.sessions)
        return HistoryContents(in_order(found), self.deleted.intersection(session_ids))
