"""The last weeks, day by day, against a goal of days a week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from routine_app.core.days import WEEK_DAYS, Days, week_of
from routine_app.core.history.repository import DayTotal

WEEKS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday on. `held_seconds` has what was held on each of its seven days."""

    monday: date
    held_seconds: tuple[float, ...]

    @property
    def days(self) -> Days:
        """The seven days of the week."""
        return Days(self.monday, self.monday + timedelta(days=WEEK_DAYS - 1))

    @property
    def active_days(self) -> int:
        """On how many days something was held."""
        return sum(seconds > 0 for seconds in self.held_seconds)


def days_of_weeks(today: date, count: int = WEEKS_SHOWN) -> Days:
    """The days of the last `count` weeks, up to the Sunday of the week of `today`."""
    monday = week_of(today)
    return Days(monday - timedelta(weeks=count - 1), monday + timedelta(days=WEEK_DAYS - 1))


def weeks(days: Days, totals: Iterable[DayTotal]) -> tuple[Week, ...]:
    """The weeks that these days make up, oldest first, with what was held on each day."""
    held = {total.day: total.held_seconds for total in totals}
    all_days = list(days)
    return tuple(
        Week(all_days[start], tuple(held.get(day, 0.0) for day in all_days[start : start + WEEK_DAYS]))
        for start in range(0, len(all_days), WEEK_DAYS)
    )
