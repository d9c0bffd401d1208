"""What was held in some days, added up where it lies."""

import sqlite3

from routine_app.core.days import Days
from routine_app.core.history_ports import HeldSum
from routine_app.data.history_records import read_muscles, read_side

_HELD = """
    SELECT hold.muscles, hold.side, sum(hold.held_seconds)
    FROM session JOIN hold ON hold.session_id = session.id
    WHERE session.day BETWEEN ? AND ?
    GROUP BY hold.muscles, hold.side
"""


def read_held(connection: sqlite3.Connection, days: Days) -> tuple[HeldSum, ...]:
    """A sum for each kind of hold; raises ValueError or KeyError for a value that this app never writes."""
    rows = connection.execute(_HELD, (days.first.isoformat(), days.last.isoformat()))
    return tuple(HeldSum(read_muscles(muscles), read_side(side), seconds) for muscles, side, seconds in rows)
