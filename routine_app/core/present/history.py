"""What the history shows: sessions, newest first, each with its holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from routine_app.core.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.wording import name_and_side, of_planned

STATUS_WORDS = {
    SessionStatus.COMPLETED: "",
    SessionStatus.STOPPED: "stopped early",
    SessionStatus.RUNNING: "not finished",
}
HOLD_STATUS_WORDS = {HoldStatus.DONE: "", HoldStatus.CUT: "cut short", HoldStatus.SKIPPED: "skipped"}


@dataclass(frozen=True, slots=True)
class HoldRow:
    """One hold of a session."""

    name: str
    held: str


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session of the list."""

    session_id: str
    title: str
    when: str
    held: str
    holds: tuple[HoldRow, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The list of sessions; `empty_words` stand in its place while there is none."""

    cards: tuple[SessionCard, ...]
    empty_words: str


def present_history(sessions: Sequence[SessionRecord], now: datetime) -> HistoryView:
    """The history as seen at the time `now`, from sessions in any order that is oldest first."""
    cards = tuple(_card(session, now) for session in reversed(sessions))
    return HistoryView(cards, "" if cards else "Nothing here yet. Your first session will be.")


def _card(session: SessionRecord, now: datetime) -> SessionCard:
    held = f"{of_planned(session.held_seconds, session.planned_seconds)} held"
    status = STATUS_WORDS[session.status]
    return SessionCard(
        session_id=session.session_id,
        title=session.title,
        when=when_words(session.started_at, now),
        held=f"{held}, {status}" if status else held,
        holds=tuple(_row(hold) for hold in session.holds),
    )


def _row(hold: HoldRecord) -> HoldRow:
    held = of_planned(hold.held_seconds, hold.planned_seconds)
    status = HOLD_STATUS_WORDS[hold.status]
    return HoldRow(name_and_side(hold.stretch, hold.side), f"{held}, {status}" if status else held)


def when_words(started_at: datetime, now: datetime) -> str:
    """The day and time where the user was: "Today 18:30", "Yesterday 07:05", "Mon 3 Nov 18:30"."""
    time = started_at.strftime("%H:%M")
    return f"{_day_words(started_at.date(), now.date())} {time}"


def _day_words(day: date, today: date) -> str:
    days_ago = (today - day).days
    if days_ago in {0, 1}:
        return ("Today", "Yesterday")[days_ago]
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%a} {day.day} {day:%b}{year}"
