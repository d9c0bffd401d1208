"""The `history` command: what was held, as a table, as JSON or as CSV."""

import csv
import sys
from argparse import Namespace
from collections.abc import Sequence

from routine_app.cli.output import clock_time, json_text, table
from routine_app.cli.parser import Commands
from routine_app.cli.user_history import history
from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.history.exchange.holds_csv import history_rows
from routine_app.core.session.record import SessionRecord


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    form = commands.add("history", run, "show what was held").add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, with every hold")
    form.add_argument("--csv", action="store_true", help="as CSV, a row for each hold")


def run(options: Namespace) -> None:
    """Print every session; as CSV a row for each hold, after a row of the columns' names."""
    with history() as kept:
        sessions = kept.sessions()
    if options.csv:
        csv.writer(sys.stdout, lineterminator="\n").writerows(history_rows(sessions))
    else:
        print(json_text(history_document(sessions)) if options.json else history_table(sessions))


def history_table(sessions: Sequence[SessionRecord]) -> str:
    """The sessions to read, oldest first: when, which routine, how it ended, held of planned."""
    if not sessions:
        return "No sessions yet."
    return table(("started", "routine", "status", "held", "planned"), [_row(session) for session in sessions])


def _row(session: SessionRecord) -> tuple[str, ...]:
    return (
        session.started_at.strftime("%Y-%m-%d %H:%M"),
        session.title,
        session.status.value,
        clock_time(session.held_seconds),
        clock_time(session.planned_seconds),
    )
