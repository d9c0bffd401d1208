"""The order of the list of routines."""

from collections.abc import Sequence

from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.resume import entry_of

SHIPPED_ORDER = (
    "runner-hips",
    "quick-reset",
    "six-ropes",
    "after-run",
    "before-run",
    "on-the-floor",
    "glute-strength",
    "desk-break",
)
"""The names of the routines that ship, as one meets them: what the app is for, then for other moments and places."""


def in_order(entries: Sequence[RoutineEntry], newest: Sequence[SessionRecord]) -> list[RoutineEntry]:
    """What was done last, then the user's own as they come, then what ships; `newest` are the newest sessions."""
    done = (entry_of(session, entries) for session in newest)
    last = next((entry.name for entry in done if entry is not None), None)
    return sorted(entries, key=lambda entry: (entry.name != last, entry.is_shipped, _shipped_place(entry)))


def _shipped_place(entry: RoutineEntry) -> int:
    """The place among what ships; what is not named here comes after it."""
    if not entry.is_shipped or entry.name not in SHIPPED_ORDER:
        return len(SHIPPED_ORDER)
    return SHIPPED_ORDER.index(entry.name)
