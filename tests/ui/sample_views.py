"""Views as `core` makes them, for screens to show."""

from dataclasses import replace
from datetime import UTC, datetime

from routine_app.core.history.repository import DayTotal
from routine_app.core.history.session_view import HoldRow, SessionView
from routine_app.core.history.view import HistoryFacts, HistoryView, SessionCard, present_history
from routine_app.core.library.routine_view import RoutineView, StretchRow
from routine_app.core.library.view import RoutineCard
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Side
from routine_app.core.routine.plan import StepKind
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.player_view import Form, PlayerView, Ring, Segment, SleepReport
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.session.resume import ResumeView
from routine_app.core.session.summary_view import MuscleRow, SummaryView

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><path stroke="#2F3B40"/></svg>'

HOLD = PlayerView(
    title="Runner's hips",
    phase=StepKind.HOLD,
    phase_words="Hold",
    form=Form.WHOLE,
    stretch_name="Pigeon pose",
    side_words="Left side",
    figure="pigeon-pose",
    is_mirrored=False,
    digits="29",
    most_digits=2,
    ring=Ring(28 / 30, 1.0),
    cue="Let your hips sink.",
    next_words="Next: Pigeon pose, right side",
    time_left_words="3:14 left",
    segments=(Segment.DONE, Segment.CURRENT, Segment.COMING),
    is_paused=False,
    sleep_report=None,
)

ASLEEP = SleepReport("Asleep for 48 s. 32 of 45 s held.", "Redo this side")

INTERRUPTED = ResumeView(
    title="Runner's hips",
    done="4 of 9 holds done",
    next_words="Next: Pigeon pose, left side",
    time_left="3 min 14 s left",
)

OPEN_CARD = RoutineCard(
    name="hips",
    file_name="hips.yaml",
    title="Runner's hips",
    facts="6 min 25 s · 5 stretches · both sides",
    muscles="IT band, Hip flexors",
    figures=("pigeon-pose", "butterfly"),
    problem="",
    can_open=True,
)
BROKEN_CARD = RoutineCard(
    name="broken",
    file_name="broken.yaml",
    title="broken.yaml",
    facts="This file has an error",
    muscles="",
    figures=(),
    problem='broken.yaml:3:1: hold: "3 x" is not a duration',
    can_open=False,
)

ROUTINE = RoutineView(
    name="hips",
    file_name="hips.yaml",
    title="Runner's hips",
    description="The six ropes of the hip.",
    facts="6 min 25 s · 2 stretches",
    length=Length.NORMAL,
    stretches=(
        StretchRow("Pigeon pose", "Each side, 30 s", "Hip flexors", "Sit low.", "It helps.", "pigeon-pose"),
        StretchRow("Butterfly", "45 s", "", "", "", None),
    ),
    problem="",
)

SUMMARY = SummaryView(
    heading="Done",
    title="Runner's hips",
    held="2 min 30 s held",
    planned="of 3 min planned",
    muscles=(MuscleRow("Hip flexors", "30 s", "25 s"), MuscleRow("Adductors", "1 min", "1 min")),
    left_out=("Pigeon pose, right side: 25 s of 30 s",),
)


SESSION = SessionView(
    "Runner's hips",
    "Today 12:00",
    "45 s of 1 min held, stopped early",
    (HoldRow("Butterfly", "45 s of 45 s"), HoldRow("Pigeon pose, left side", "0 s of 15 s, skipped")),
    "",
)


def session_card(number: int) -> SessionCard:
    """One session of a history, of the last of which something was said."""
    return SessionCard(
        f"s{number}", f"Session {number}", "Today 12:00", "45 s of 45 s held", "Easy" * (not number)
    )


def history(count: int) -> HistoryView:
    """A history of so many sessions, all of today, of which no more than three are shown."""
    hold = HoldRecord(0, "Sit", (), Side.BOTH, 1, 1, 45.0, 45.0, HoldStatus.DONE)
    sessions = tuple(
        SessionRecord(
            f"s{n}", "hips", f"Session {n}", NOON, 45.0, status=SessionStatus.COMPLETED, holds=(hold,)
        )
        for n in range(count)
    )
    held = (Held(("adductors",), Side.BOTH, 45.0), Held(("glutes",), Side.LEFT, 30.0))
    facts = HistoryFacts((DayTotal(NOON.date(), 45.0 * count),), held, sessions[:3], count)
    return replace(
        present_history(facts, 1, NOON), cards=tuple(session_card(n) for n in range(min(count, 3)))
    )


def find_picture(name: str | None) -> str | None:
    """Have a picture for every name but "missing", the same for both sides."""
    return (
        PICTURE
        if name and not name.startswith("missing") and not name.endswith(("-left", "-right"))
        else None
    )
