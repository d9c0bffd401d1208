"""Everything that a history holds, as it is carried from one device to another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from routine_app.core.session.record import SessionRecord


def in_order(sessions: Iterable[SessionRecord]) -> tuple[SessionRecord, ...]:
    """Sessions as every history has them: oldest first by the instant of their start, then by id."""
    return tuple(sorted(sessions, key=lambda session: (session.started_at, session.session_id)))


@dataclass(frozen=True, slots=True)
class HistoryContents:
    """Sessions, in the order of `in_order`; and what else is known.

    `deleted` are the ids of sessions that the user deleted, of which none is among the sessions.
    `acknowledged` says for each muscle when the user last acknowledged the advice about its pain.
    """

    sessions: tuple[SessionRecord, ...] = ()
    deleted: frozenset[str] = frozenset()
    acknowledged: Mapping[str, datetime] = field(default_factory=dict)
