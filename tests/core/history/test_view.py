"""The history, in words and numbers worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.history.repository import DayTotal
from routine_app.core.history.view import DayCell, HistoryFacts, HistoryView, present_history, when_words
from routine_app.core.routine.model import Side
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus

NOW = datetime(2026, 3, 4, 20, 0, tzinfo=UTC)
FRIDAY = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)


def held_session(
    status: SessionStatus = SessionStatus.COMPLETED, feedback: Feedback | None = None
) -> SessionRecord:
    """A session of an hour ago."""
    began = FRIDAY - timedelta(hours=1)
    said = feedback or Feedback()
    hold = HoldRecord(0, "Sit", (), Side.BOTH, 1, 1, 120.0, 42.0, HoldStatus.CUT)
    session = SessionRecord("s", "e", "Evening", began, 120.0, status=status, holds=(hold,))
    return replace(session, feeling=said.feeling, pain=said.pain, note=said.note)


def view_of(*days: tuple[date, float], weekly_days: int = 3) -> HistoryView:
    """The history with so many seconds held on these days."""
    facts = HistoryFacts(tuple(DayTotal(day, seconds) for day, seconds in days), (), (held_session(),), 1)
    return present_history(facts, weekly_days, FRIDAY)


def test_an_empty_history_says_what_will_be() -> None:
    """No session is no blank page, and no calendar of nothing."""
    assert present_history(HistoryFacts(), 3, FRIDAY) == HistoryView(
        "After your first session you see here what you held, day by day.", can_start=True
    )


def test_sessions_of_one_minute_say_their_second() -> None:
    """Begun, stopped and begun again, they would else be told by the same words."""
    once = held_session()
    began = [once.started_at + timedelta(seconds=seconds) for seconds in (0, 41, 60)]
    sessions = tuple(replace(once, session_id=f"s{at.second}{at.minute}", started_at=at) for at in began)
    view = present_history(HistoryFacts((), (), sessions, 3), 3, FRIDAY)
    assert [card.when for card in view.cards] == ["Today 19:00:00", "Today 19:00:41", "Today 19:01"]


def test_a_year_of_every_other_day() -> None:
    """Worked out by hand, from today, a Friday, backwards.

    This week has Monday, Wednesday and Friday, the one before Tuesday, Thursday and Saturday, the one before that
    four days, and so on in turn.
    """
    days = [(FRIDAY.date() - timedelta(days=back), 120.0) for back in range(0, 365, 2)]
    view = view_of(*reversed(days))
    assert [row.days for row in view.weeks] == [
        *("3/3", "4/3", "3/3", "4/3", "3/3", "4/3"),
        *("3/3", "4/3", "3/3", "4/3", "3/3", "3/3"),
    ]
    assert [bar.minutes for bar in view.bars][-3:] == [8.0, 6.0, 6.0]
    assert view.goal == "This week: 3 of 3 days"
    assert view.goal_detail == "3 days a week: met in 12 of 12 weeks."


def test_the_calendar() -> None:
    """The months where they begin, today, and the days on which something was held."""
    view = view_of((date(2026, 9, 7), 60.0), (date(2026, 11, 25), 90.0), (date(2026, 11, 27), 30.0))
    assert [row.month for row in view.weeks] == [
        *("Sep", "", "", "Oct", "", "", "", "Nov", "", "", "", ""),
    ]
    assert view.weeks[0].cells[0] == DayCell("7", is_active=True, is_today=False)
    last = view.weeks[-1]
    assert [cell.number for cell in last.cells] == ["23", "24", "25", "26", "27", "28", "29"]
    assert [cell.is_active for cell in last.cells] == [False, False, True, False, True, False, False]
    assert [cell.is_today for cell in last.cells] == [False, False, False, False, True, False, False]


@pytest.mark.parametrize(
    ("weekly_days", "headline", "detail", "is_met"),
    [
        (3, "This week: 2 of 3 days", "3 days a week: met in 0 of 12 weeks.", False),
        (2, "This week: 2 of 2 days", "2 days a week: met in 1 of 12 weeks.", True),
        (1, "This week: 2 days, more than the goal of 1", "1 day a week: met in 2 of 12 weeks.", True),
    ],
)
def test_the_goal(weekly_days: int, headline: str, detail: str, is_met: bool) -> None:  # noqa: FBT001 - a table
    """Days a week, not an unbroken chain."""
    days = ((date(2026, 11, 20), 60.0), (date(2026, 11, 25), 90.0), (date(2026, 11, 27), 30.0))
    view = view_of(*days, weekly_days=weekly_days)
    assert (view.goal, view.goal_detail, view.weeks[-1].is_met) == (headline, detail, is_met)


def test_a_week_is_one_sentence_for_a_screen_reader() -> None:
    """Which days, and how long in all; of a whole week no day need be named."""
    view = view_of((date(2026, 11, 25), 90.0), (date(2026, 11, 27), 30.0))
    assert view.weeks[-1].spoken == "Week of 23 November: 2 of 3 days, 2 min held: Wednesday, Friday"
    assert view.weeks[0].spoken == "Week of 7 September: 0 of 3 days, 0 s held"
    whole = [(date(2026, 11, day), 60.0) for day in range(16, 23)]
    assert view_of(*whole, weekly_days=7).weeks[-2].spoken == "Week of 16 November: 7 of 7 days, 7 min held"


def test_minutes_a_week() -> None:
    """One bar a week, and lines as far apart as keeps them few."""
    view = view_of((date(2026, 11, 17), 400.0), (date(2026, 11, 25), 90.0), (date(2026, 11, 27), 30.0))
    assert [bar.minutes for bar in view.bars] == [0.0] * 10 + [6.7, 2.0]
    assert [bar.label for bar in view.bars if bar.label] == ["7 Sep", "5 Oct", "2 Nov"]
    assert view.bars[-2].spoken == "Week of 16 November: 6 min 40 s"
    assert view.minutes_step == 2


@pytest.mark.parametrize(
    ("minutes", "step"), [(0, 1), (5, 1), (5.1, 2), (10, 2), (11, 5), (75, 15), (76, 20), (5000, 480)]
)
def test_the_lines_are_at_round_minutes(minutes: float, step: int) -> None:
    """Five of them at most, but for who does nothing else."""
    assert view_of((date(2026, 11, 25), minutes * 60)).minutes_step == step


def test_seconds_a_muscle() -> None:
    """A second muscle gets half, a hold of both sides counts for each; what got nothing has no bar."""
    held = (
        Held(("neck",), Side.BOTH, 30.0),
        Held(("hip_flexors", "glutes"), Side.LEFT, 60.0),
        Held(("hip_flexors",), Side.RIGHT, 45.0),
        Held(("calves",), Side.LEFT, 0.4),
    )
    view = present_history(HistoryFacts((), held, (held_session(),), 1), 3, FRIDAY)
    assert [(bar.label, bar.left_seconds, bar.right_seconds) for bar in view.muscles] == [
        ("Hip flexors", 60.0, 45.0),
        ("Glutes", 30.0, 0.0),
        ("Neck", 30.0, 30.0),
    ]
    assert (view.muscles[0].left, view.muscles[0].right) == ("1 min", "45 s")


def test_a_session_of_the_list() -> None:
    """When, what was held of it, and what was said."""
    said = Feedback(Feeling.EASY, (PainRecord("neck", Side.BOTH),))
    view = present_history(HistoryFacts((), (), (held_session(feedback=said),), 1), 3, FRIDAY)
    (card,) = view.cards
    assert (card.title, card.when, card.held) == ("Evening", "Today 19:00", "42 s of 2 min held")
    assert (card.said, view.has_more) == ("Easy · Pain: Neck", False)


def test_there_is_more_where_not_all_was_read() -> None:
    """The button for the rest of them."""
    assert present_history(HistoryFacts((), (), (held_session(),), 2), 3, FRIDAY).has_more


@pytest.mark.parametrize(
    ("status", "words"),
    [(SessionStatus.STOPPED, "stopped early"), (SessionStatus.RUNNING, "not finished")],
)
def test_how_it_ended(status: SessionStatus, words: str) -> None:
    """What did not come to its end says so."""
    (card,) = present_history(HistoryFacts((), (), (held_session(status),), 1), 3, FRIDAY).cards
    assert card.held.endswith(words)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today 20:00"), (1, "Yesterday 20:00"), (2, "Mon 2 Mar 20:00"), (100, "Mon 24 Nov 2025 20:00")],
)
def test_when(days: int, words: str) -> None:
    """Days are told by their distance, older years by their number."""
    assert when_words(NOW - timedelta(days=days), NOW) == words
