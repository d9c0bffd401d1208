"""What a screen reader announces of those events for which no prompt is spoken."""

from routine_app.core.session.engine import SessionState
from routine_app.core.session.events import Event, FellAsleep, Paused, Resumed, TimeAdded
from routine_app.core.session.player_view import PAUSED_WORDS, sleep_report

RESUMED = "Going on"


def announcement(event: Event, state: SessionState) -> str:
    """The words for an event, after which the session is in `state`; empty for one whose prompt says enough."""
    if isinstance(event, Paused):
        return PAUSED_WORDS
    if isinstance(event, Resumed):
        return RESUMED
    if isinstance(event, TimeAdded):
        return f"{round(event.seconds)} seconds more"
    if isinstance(event, FellAsleep):
        report = sleep_report(state)
        return report.words if report else ""
    return ""
