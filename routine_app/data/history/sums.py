"""What was held in some days, added up where it lies."""

import sqlite3
from datetime import date

from routine_app.core.days import Days
from routine_app.core.history.repository import DayTotal, HeldSum
from routine_app.data.history.reading import read_muscles, read_side

_HELD = """
    SELECT hold.muscles, hold.side, sum(hold.held_seconds)
    FROM session JOIN hold ON hold.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    GROUP BY hold.muscles, hold.side
"""
_DAY_TOTALS = """
    SELECT session.day, sum(hold.held_seconds) AS total
    FROM session JOIN hold ON hold.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    GROUP BY session.day HAVING total >= 1 ORDER BY session.day
"""
"""A hold of less than a second is one that was skipped."""


def count_sessions(connection: sqlite3.Connection) -> int:
    """How many sessions there are."""
    return int(connection.execute("SELECT count(*) FROM session").fetchone()[0])


def read_day_totals(connection: sqlite3.Connection, days: Days) -> tuple[DayTotal, ...]:
    """Each of these days on which something was held, oldest first; raises as `read_held` does."""
    rows = connection.execute(_DAY_TOTALS, (days.first.isoformat(), days.last.isoformat()))
    return tuple(DayTotal(date.fromisoformat(day), seconds) for day, seconds in rows)


def read_held(connection: sqlite3.Connection, days: Days) -> tuple[HeldSum, ...]:
    """A sum for each kind of hold; raises ValueError or KeyError for a value that this app never writes."""
    rows = connection.execute(_HELD, (days.first.isoformat(), days.last.isoformat()))
    return tuple(HeldSum(read_muscles(muscles), read_side(side), seconds) for muscles, side, seconds in rows)
