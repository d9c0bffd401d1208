"""The log as a table and as CSV; its JSON is `routine_app.core.history.exchange.history_json`."""

import csv
import sys
from collections.abc import Sequence

from routine_app.cli.output import clock_time, table
from routine_app.core.history.exchange.history_json import history_rows
from routine_app.core.session.record import SessionRecord


def history_table(sessions: Sequence[SessionRecord]) -> str:
    """The sessions to read, oldest first: when, which routine, how it ended, held of planned."""
    if not sessions:
        return "No sessions yet."
    return table(("started", "routine", "status", "held", "planned"), [_row(session) for session in sessions])


def print_csv(sessions: Sequence[SessionRecord]) -> None:
    """Print a row for each hold, after a row of the columns' names."""
    csv.writer(sys.stdout, lineterminator="\n").writerows(history_rows(sessions))


def _row(session: SessionRecord) -> tuple[str, ...]:
    return (
        session.started_at.strftime("%Y-%m-%d %H:%M"),
        session.title,
        session.status.value,
        clock_time(session.held_seconds),
        clock_time(session.planned_seconds),
    )
