"""What the page after a session shows."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from routine_app.core.routine.muscles import muscle_label
from routine_app.core.routine.wording import name_and_side
from routine_app.core.session.muscle_totals import muscle_seconds
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.text.numbers import minutes_and_seconds, of_planned
from routine_app.core.text.scripts import readable


@dataclass(frozen=True, slots=True)
class MuscleRow:
    """What one muscle got, in words."""

    muscle: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The page after a session. `left_out` tells of the holds that were cut short or skipped."""

    heading: str
    title: str
    held: str
    planned: str
    muscles: tuple[MuscleRow, ...]
    left_out: tuple[str, ...]


def legible(session: SessionRecord, missing_scripts: Collection[str]) -> SessionRecord:
    """The session as it is shown where letters of these scripts cannot be drawn: its words tell of them instead."""
    if not missing_scripts:
        return session
    holds = tuple(replace(hold, stretch=readable(hold.stretch, missing_scripts)) for hold in session.holds)
    return replace(session, title=readable(session.title, missing_scripts), holds=holds)


def present_summary(session: SessionRecord) -> SummaryView:
    """The summary of a session as the log has it."""
    return SummaryView(
        heading=_heading(session),
        title=session.title,
        held=f"{minutes_and_seconds(session.held_seconds)} held",
        planned=f"of {minutes_and_seconds(session.planned_seconds)} planned",
        muscles=tuple(
            MuscleRow(
                muscle_label(row.muscle),
                minutes_and_seconds(row.left_seconds),
                minutes_and_seconds(row.right_seconds),
            )
            for row in muscle_seconds(session.holds)
            if row.left_seconds >= 1 or row.right_seconds >= 1
        ),
        left_out=_left_out(session.holds),
    )


def _heading(session: SessionRecord) -> str:
    if session.status is not SessionStatus.COMPLETED:
        return "Stopped"
    is_all_skipped = all(hold.status is HoldStatus.SKIPPED for hold in session.holds)
    return "Nothing held" if is_all_skipped else "Done"


def _left_out(holds: Sequence[HoldRecord]) -> tuple[str, ...]:
    lines = Counter(_how_left_out(hold) for hold in holds if hold.status is not HoldStatus.DONE)
    return tuple(line if times == 1 else f"{line}, {times} times" for line, times in lines.items())


def _how_left_out(hold: HoldRecord) -> str:
    name = name_and_side(hold.stretch, hold.side)
    if hold.status is HoldStatus.SKIPPED:
        return f"{name}: skipped"
    return f"{name}: {of_planned(hold.held_seconds, hold.planned_seconds)}"
