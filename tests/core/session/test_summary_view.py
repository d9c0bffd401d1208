"""The page after a session."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.session.summary_view import MuscleRow, legible, present_summary

NOW = datetime(2026, 3, 4, 20, 0, tzinfo=UTC)


def hold(index: int, side: Side, held_seconds: float, status: HoldStatus) -> HoldRecord:
    """Make a record of a pigeon pose of 30 s."""
    return HoldRecord(index, "Pigeon pose", ("hip_flexors",), side, 1, 1, 30.0, held_seconds, status)


SESSION = SessionRecord(
    session_id="s",
    routine="evening",
    title="Evening",
    started_at=NOW - timedelta(hours=1),
    ended_at=NOW,
    status=SessionStatus.COMPLETED,
    planned_seconds=120.0,
    holds=(
        hold(0, Side.LEFT, 30.0, HoldStatus.DONE),
        hold(1, Side.RIGHT, 12.4, HoldStatus.CUT),
        hold(2, Side.LEFT, 0.0, HoldStatus.SKIPPED),
        hold(3, Side.LEFT, 0.0, HoldStatus.SKIPPED),
    ),
)


class TestSummary:
    """The page after a session."""

    def test_what_was_held_and_what_was_left_out(self) -> None:
        """Seconds in all and for each muscle, and each thing left out once."""
        view = present_summary(SESSION)
        assert (view.heading, view.title) == ("Done", "Evening")
        assert (view.held, view.planned) == ("42 s held", "of 2 min planned")
        assert view.muscles == (MuscleRow("Hip flexors", "30 s", "12 s"),)
        assert view.left_out == (
            "Pigeon pose, right side: 12 s of 30 s",
            "Pigeon pose, left side: skipped, 2 times",
        )

    def test_stopped(self) -> None:
        """A session stopped early says so, and no muscle that got nothing is listed."""
        view = present_summary(replace(SESSION, status=SessionStatus.STOPPED, holds=SESSION.holds[2:]))
        assert (view.heading, view.muscles) == ("Stopped", ())


def test_letters_that_cannot_be_drawn_are_told_by_their_script() -> None:
    """In the title, and in the names of the holds; with all letters there the session is as it was."""
    skipped = replace(hold(0, Side.LEFT, 0.0, HoldStatus.SKIPPED), stretch="나비 자세")
    session = SessionRecord("s", "hips", "아침 2", datetime(2026, 1, 1, tzinfo=UTC), 30.0, holds=(skipped,))
    view = present_summary(legible(session, {"Korean"}))
    assert (view.title, view.left_out) == ("(Korean letters) 2", ("(Korean letters), left side: skipped",))
    assert legible(session, frozenset()) is session
