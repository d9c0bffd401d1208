"""A whole history as a JSON document, to be kept or taken elsewhere; `history_import` reads it."""

from datetime import datetime

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import hold_document, session_document
from routine_app.core.session.record import HoldRecord, SessionRecord

EXPORT_FORMAT = "routine-app history"
EXPORT_VERSION = 1


def export_document(contents: HistoryContents) -> dict[str, object]:
    """Everything, each session as in `history_document` with what that leaves out.

    Equal contents give equal documents, in the order of their keys too.
    """
    return {
        "format": EXPORT_FORMAT,
        "version": EXPORT_VERSION,
        "sessions": [exported_session(session) for session in contents.sessions],
        "deleted": sorted(contents.deleted),
        "acknowledged": {muscle: at.isoformat() for muscle, at in sorted(contents.acknowledged.items())},
    }


def exported_session(session: SessionRecord) -> dict[str, object]:
    """One session, with everything that is known of it."""
    return {
        **session_document(session, [_exported_hold(hold) for hold in session.holds]),
        "length": session.length.name.lower(),
        "resumed_at": _time_text(session.resumed_at),
        "feedback_at": _time_text(session.feedback_at),
    }


def _exported_hold(hold: HoldRecord) -> dict[str, object]:
    return {**hold_document(hold), "index": hold.hold_index}


def _time_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
