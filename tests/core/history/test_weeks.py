"""Weeks of days, from Monday on."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.days import Days
from routine_app.core.history.repository import DayTotal
from routine_app.core.history.weeks import days_of_weeks, weeks


def test_twelve_weeks_end_with_the_one_of_today() -> None:
    """All of it, from a Monday to a Sunday; on a Monday and on a Sunday too."""
    expected = Days(date(2026, 9, 7), date(2026, 11, 29))
    for day in (23, 27, 29):
        assert days_of_weeks(date(2026, 11, day)) == expected
    assert days_of_weeks(date(2026, 11, 30)) == Days(date(2026, 9, 14), date(2026, 12, 6))


def test_a_week_has_its_days() -> None:
    """By hand: Monday 30 s, Wednesday 90 s, the Sunday before 60 s."""
    totals = [
        DayTotal(date(2026, 11, 22), 60.0),
        DayTotal(date(2026, 11, 23), 30.0),
        DayTotal(date(2026, 11, 25), 90.0),
    ]
    before, week = weeks(days_of_weeks(date(2026, 11, 27), 2), totals)
    assert (week.monday, week.days.last) == (date(2026, 11, 23), date(2026, 11, 29))
    assert week.held_seconds == (30.0, 0.0, 90.0, 0.0, 0.0, 0.0, 0.0)
    assert (week.active_days, before.active_days) == (2, 1)
    assert before.held_seconds[6] == 60.0


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sets(st.integers(0, 83)))
def test_nothing_of_the_weeks_is_lost(today: date, held_on: set[int]) -> None:
    """Every day is in one week, also over the turn of the year and in a leap year."""
    days = days_of_weeks(today)
    totals = [DayTotal(days.first + timedelta(days=place), 10.0) for place in sorted(held_on)]
    found = weeks(days, totals)
    assert len(found) == 12
    assert today in found[-1].days
    assert sum(week.active_days for week in found) == len(held_on)
    assert all(week.monday.weekday() == 0 for week in found)
