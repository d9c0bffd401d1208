"""Everything that a history holds, as it is carried from one device to another."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from routine_app.core.record import SessionRecord


@dataclass(frozen=True, slots=True)
class HistoryContents:
    """Sessions, oldest first by the instant of their start, then by id; and what else is known.

    `deleted` are the ids of sessions that the user deleted, of which none is among the sessions.
    `acknowledged` says for each muscle when the user last acknowledged the advice about its pain.
    """

    sessions: tuple[SessionRecord, ...] = ()
    deleted: frozenset[str] = frozenset()
    acknowledged: Mapping[str, datetime] = field(default_factory=dict)
