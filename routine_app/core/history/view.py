"""What the history shows: twelve weeks against a goal, what each muscle got, and the sessions, newest first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from routine_app.core.days import WEEK_DAYS
from routine_app.core.feedback.view import feedback_words
from routine_app.core.history.repository import DayTotal
from routine_app.core.history.weeks import Week, days_of_weeks, weeks
from routine_app.core.routine.muscles import MUSCLES, muscle_label
from routine_app.core.session.muscle_totals import Held, added_up
from routine_app.core.session.record import SessionRecord, SessionStatus
from routine_app.core.text.numbers import count, minutes_and_seconds, of_planned

STATUS_WORDS = {
    SessionStatus.COMPLETED: "",
    SessionStatus.STOPPED: "stopped early",
    SessionStatus.RUNNING: "not finished",
}
LABEL_EVERY = 4
"""Every so many weeks one has its date below: more would run into each other on a phone."""

MINUTES_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 240, 480)
MOST_LINES = 5
"""The chart of minutes has no more lines than so, these many minutes apart."""

NOTHING_YET = "After your first session you see here what you held, day by day."


@dataclass(frozen=True, slots=True)
class HistoryFacts:
    """What of the history its screen shows.

    `day_totals` and `held` are of the weeks shown, `sessions` the newest sessions, and `session_count` is of all.
    """

    day_totals: Sequence[DayTotal] = ()
    held: Sequence[Held] = ()
    sessions: Sequence[SessionRecord] = ()
    session_count: int = 0


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the calendar, by its number in the month."""

    number: str
    is_active: bool
    is_today: bool


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One week of the calendar: `month` is empty unless one begins in it; `spoken` is a sentence."""

    month: str
    cells: tuple[DayCell, ...]
    days: str
    is_met: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class WeekBar:
    """What was held in one week, in minutes; `label` is empty where there is no room for one."""

    label: str
    minutes: float
    spoken: str


@dataclass(frozen=True, slots=True)
class MuscleBar:
    """What one muscle got on each side, in seconds and in words."""

    label: str
    left_seconds: float
    right_seconds: float
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session of the list; `said` is what the user said of it, in a line."""

    session_id: str
    title: str
    when: str
    held: str
    said: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """The history screen; `empty_words` stand in place of everything else while there is nothing to show.

    `can_start` is whether there was no session yet. `minutes_step` is how many minutes there are from one line of the chart to the next.
    """

    empty_words: str = ""
    can_start: bool = False
    goal: str = ""
    goal_detail: str = ""
    weeks: tuple[WeekRow, ...] = ()
    bars: tuple[WeekBar, ...] = ()
    minutes_step: int = 1
    muscles: tuple[MuscleBar, ...] = ()
    cards: tuple[SessionCard, ...] = ()
    has_more: bool = False


def present_history(facts: HistoryFacts, weekly_days: int, now: datetime) -> HistoryView:
    """The history as seen at the time `now`, against a goal of so many days a week."""
    if not facts.session_count:
        return HistoryView(NOTHING_YET, can_start=True)
    shown = weeks(days_of_weeks(now.date()), facts.day_totals)
    bars = tuple(_bar(week, place) for place, week in enumerate(shown))
    return HistoryView(
        goal=f"This week: {_of_goal(shown[-1], weekly_days)}",
        goal_detail=_goal_detail(shown, weekly_days),
        weeks=tuple(
            _week_row(week, weekly_days, now.date(), is_first=not place) for place, week in enumerate(shown)
        ),
        bars=bars,
        minutes_step=_step(max(bar.minutes for bar in bars)),
        muscles=_muscle_bars(facts.held),
        cards=_cards(facts.sessions, now),
        has_more=len(facts.sessions) < facts.session_count,
    )


def _of_goal(week: Week, weekly_days: int) -> str:
    if week.active_days > weekly_days:
        return f"{count(week.active_days, 'day')}, more than the goal of {weekly_days}"
    return f"{week.active_days} of {count(weekly_days, 'day')}"


def _goal_detail(shown: Sequence[Week], weekly_days: int) -> str:
    met = sum(week.active_days >= weekly_days for week in shown)
    return f"{count(weekly_days, 'day')} a week: met in {met} of {len(shown)} weeks."


def _week_row(week: Week, weekly_days: int, today: date, *, is_first: bool) -> WeekRow:
    has_new_month = is_first or any(day.day == 1 for day in week.days)
    held = minutes_and_seconds(sum(week.held_seconds))
    return WeekRow(
        month=f"{week.days.last:%b}" if has_new_month else "",
        cells=tuple(
            DayCell(str(day.day), seconds > 0, day == today)
            for day, seconds in zip(week.days, week.held_seconds, strict=True)
        ),
        days=f"{week.active_days}/{weekly_days}",
        is_met=week.active_days >= weekly_days,
        spoken=f"{_week_words(week)}: {_of_goal(week, weekly_days)}, {held} held{_which_days(week)}",
    )


def _which_days(week: Week) -> str:
    names = [f"{day:%A}" for day, seconds in zip(week.days, week.held_seconds, strict=True) if seconds > 0]
    return f": {', '.join(names)}" if names and len(names) < WEEK_DAYS else ""


def _week_words(week: Week) -> str:
    return f"Week of {week.monday.day} {week.monday:%B}"


def _bar(week: Week, place: int) -> WeekBar:
    held = sum(week.held_seconds)
    label = f"{week.monday.day} {week.monday:%b}" if place % LABEL_EVERY == 0 else ""
    return WeekBar(label, round(held / 60, 1), f"{_week_words(week)}: {minutes_and_seconds(held)}")


def _step(most_minutes: float) -> int:
    return next((step for step in MINUTES_STEPS if most_minutes <= step * MOST_LINES), MINUTES_STEPS[-1])


def _muscle_bars(held: Sequence[Held]) -> tuple[MuscleBar, ...]:
    known = {muscle: place for place, muscle in enumerate(MUSCLES)}
    return tuple(
        MuscleBar(
            muscle_label(row.muscle),
            row.left_seconds,
            row.right_seconds,
            minutes_and_seconds(row.left_seconds),
            minutes_and_seconds(row.right_seconds),
        )
        for row in sorted(added_up(held), key=lambda row: known.get(row.muscle, len(known)))
        if row.left_seconds >= 1 or row.right_seconds >= 1
    )


def _cards(sessions: Sequence[SessionRecord], now: datetime) -> tuple[SessionCard, ...]:
    """The cards; of several sessions that began in one minute each shows its second, so that no two look alike."""
    minutes = [when_words(session.started_at, now) for session in sessions]
    begun = Counter(minutes)
    return tuple(
        SessionCard(
            session_id=session.session_id,
            title=session.title,
            when=f"{minute}{session.started_at::%S}" if begun[minute] > 1 else minute,
            held=held_words(session),
            said=feedback_words(session.feedback),
        )
        for session, minute in zip(sessions, minutes, strict=True)
    )


def held_words(session: SessionRecord) -> str:
    """What was held of a session, and how it ended: "4 min of 5 min held, stopped early"."""
    held = f"{of_planned(session.held_seconds, session.planned_seconds)} held"
    status = STATUS_WORDS[session.status]
    return f"{held}, {status}" if status else held


def when_words(started_at: datetime, now: datetime) -> str:
    """The day and time where the user was: "Today 18:30", "Yesterday 07:05", "Mon 3 Nov 18:30"."""
    days_ago = (now.date() - started_at.date()).days
    if days_ago in {0, 1}:
        return f"{('Today', 'Yesterday')[days_ago]} {started_at:%H:%M}"
    year = "" if started_at.year == now.year else f" {started_at.year}"
    return f"{started_at:%a} {started_at.day} {started_at:%b}{year} {started_at:%H:%M}"
