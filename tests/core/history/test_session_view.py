"""The page of one session, in words and numbers worked out by hand."""

from datetime import UTC, datetime

from routine_app.core.history.session_view import HoldRow, present_session
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus

FRIDAY = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)


def test_one_session() -> None:
    """Every hold in its order, and how it ended."""
    holds = (
        HoldRecord(0, "Pigeon pose", (), Side.LEFT, 1, 1, 30.0, 30.0, HoldStatus.DONE),
        HoldRecord(1, "Pigeon pose", (), Side.RIGHT, 1, 1, 30.0, 12.0, HoldStatus.CUT),
        HoldRecord(2, "Butterfly", (), Side.BOTH, 1, 1, 30.0, 0.0, HoldStatus.SKIPPED),
    )
    session = SessionRecord("s", "e", "Evening", FRIDAY, 90.0, status=SessionStatus.STOPPED, holds=holds)
    view = present_session(session, FRIDAY)
    assert (view.title, view.when, view.held) == (
        "Evening",
        "Today 20:00",
        "42 s of 1 min 30 s held, stopped early",
    )
    assert view.holds == (
        HoldRow("Pigeon pose, left side", "30 s of 30 s"),
        HoldRow("Pigeon pose, right side", "12 s of 30 s, cut short"),
        HoldRow("Butterfly", "0 s of 30 s, skipped"),
    )
    assert view.empty_words == ""


def test_a_session_without_holds_says_so() -> None:
    """It was interrupted in its first hold."""
    session = SessionRecord("s", "e", "Evening", FRIDAY, 90.0)
    assert present_session(session, FRIDAY).empty_words == "No hold was finished."
