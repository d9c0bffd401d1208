"""What the page of one past session shows: its holds, and what was said of it."""

from dataclasses import dataclass
from datetime import datetime

from routine_app.core.history.view import held_words, when_words
from routine_app.core.routine.wording import name_and_side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.core.text.numbers import of_planned

HOLD_STATUS_WORDS = {HoldStatus.DONE: "", HoldStatus.CUT: "cut short", HoldStatus.SKIPPED: "skipped"}


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One hold of a session."""

    name: str
    held: str


@dataclass(frozen=True, slots=True)
class SessionView:
    """The page of one session; `empty_words` stand in place of the holds where there are none."""

    title: str
    when: str
    held: str
    holds: tuple[HoldRow, ...]
    empty_words: str


def present_session(session: SessionRecord, now: datetime) -> SessionView:
    """A session as seen at the time `now`."""
    return SessionView(
        session.title,
        when_words(session.started_at, now),
        held_words(session),
        tuple(_row(hold) for hold in session.holds),
        "" if session.holds else "No hold was finished.",
    )


def _row(hold: HoldRecord) -> HoldRow:
    held = of_planned(hold.held_seconds, hold.planned_seconds)
    status = HOLD_STATUS_WORDS[hold.status]
    return HoldRow(name_and_side(hold.stretch, hold.side), f"{held}, {status}" if status else held)
