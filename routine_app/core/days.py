"""Days as the user lived them: a session belongs to the day on which it began, where the user then was."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def count(self) -> int:
        """How many days these are."""
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=number) for number in range(self.count))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def days_back(today: date, count: int) -> Days:
    """The last `count` days, today among them, and tomorrow.

    Who flew west over the date line has held something "tomorrow" already; it counts today.
    """
    return Days(today - timedelta(days=count - 1), today + timedelta(days=1))


def week_of(day: date) -> date:
    """The Monday of the week that a day is in."""
    return day - timedelta(days=day.weekday())
