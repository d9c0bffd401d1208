"""The history as JSON: the log for other programs, or everything."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from routine_app.core.history.contents import HistoryContents
from routine_app.core.session.record import HoldRecord, SessionRecord
from routine_app.core.text.numbers import json_number

EXPORT_FORMAT = "routine-app history"
EXPORT_VERSION = 1

_CLOSING = "\n}"
_END_OF_LIST = "\n ]"


def history_document(sessions: Iterable[SessionRecord]) -> dict[str, object]:
    """The document of `history --json`, sessions in the order given.

    Times are ISO 8601 with their offset, seconds are rounded to the millisecond.
    """
    return {
        "sessions": [
            session_document(session, [hold_document(hold) for hold in session.holds]) for session in sessions
        ]
    }


def session_document(session: SessionRecord, holds: Sequence[object]) -> dict[str, object]:
    """One session, with its holds as they are given."""
    return {
        "id": session.session_id,
        "routine": session.routine,
        "title": session.title,
        "started_at": session.started_at.isoformat(),
        "ended_at": _time_text(session.ended_at),
        "status": session.status.value,
        "planned_seconds": json_number(session.planned_seconds),
        "held_seconds": json_number(session.held_seconds),
        "feeling": session.feeling,
        "pain": [{"muscle": pain.muscle, "side": pain.side.value} for pain in session.pain],
        "note": session.note,
        "holds": holds,
    }


def hold_document(hold: HoldRecord) -> dict[str, object]:
    """One hold, without its place in the plan."""
    return {
        "stretch": hold.stretch,
        "muscles": list(hold.muscles),
        "side": hold.side.value,
        "set": hold.set_number,
        "round": hold.round_number,
        "planned_seconds": json_number(hold.planned_seconds),
        "held_seconds": json_number(hold.held_seconds),
        "status": hold.status.value,
    }


def json_start() -> str:
    """How a file of everything begins, as JSON up to the list of its sessions."""
    head = _indented({"format": EXPORT_FORMAT, "version": EXPORT_VERSION})
    return f'{head.removesuffix(_CLOSING)},\n "sessions": ['


def json_entry(session: SessionRecord, *, is_first: bool) -> str:
    """The next session of the list, with everything that is known of it."""
    text = _indented(exported_session(session)).replace("\n", "\n  ")
    return f"{'' if is_first else ','}\n  {text}"


def json_end(notes: HistoryContents, *, is_empty: bool) -> str:
    """How the file ends after its sessions: with what is known beside them."""
    known = {
        "deleted": sorted(notes.deleted),
        "acknowledged": {muscle: at.isoformat() for muscle, at in sorted(notes.acknowledged.items())},
    }
    return f"{']' if is_empty else _END_OF_LIST},{_indented(known).removeprefix('{')}\n"


def _indented(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False)


def exported_session(session: SessionRecord) -> dict[str, object]:
    """One session, with everything that is known of it."""
    return {
        **session_document(session, [_exported_hold(hold) for hold in session.holds]),
        "length": session.length.value,
        "resumed_at": _time_text(session.resumed_at),
        "feedback_at": _time_text(session.feedback_at),
    }


def _exported_hold(hold: HoldRecord) -> dict[str, object]:
    return {**hold_document(hold), "index": hold.hold_index}


def _time_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
