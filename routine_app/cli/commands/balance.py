"""The `balance` command: what each muscle and side got, as a table or as JSON."""

from argparse import ArgumentTypeError, Namespace

from routine_app.cli.output import json_text, table
from routine_app.cli.parser import Commands
from routine_app.cli.user_history import history
from routine_app.cli.user_settings import user_settings
from routine_app.core.balance.balance import Balance, balance
from routine_app.core.days import WEEK_DAYS, days_back
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.muscles import muscle_label
from routine_app.core.session.muscle_totals import MuscleSeconds
from routine_app.core.settings.settings import Settings
from routine_app.core.text.numbers import count, json_number, minutes_and_seconds
from routine_app.data.clock import SystemClock

MOST_DAYS = 3650
SIDES = frozenset({"left", "right"})


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("balance", run, "show what each muscle and side got")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--days", type=_days, default=WEEK_DAYS, metavar="N", help="in so many days (default: 7)"
    )


def run(options: Namespace) -> None:
    """Print the balance of the last days."""
    with history() as kept:
        found = balance_of(kept, options.days, user_settings())
    print(json_text(balance_document(found)) if options.json else balance_table(found))


def balance_of(kept: HistoryRepository, days: int, settings: Settings) -> Balance:
    """The balance of so many days to today, as the history and the settings have it."""
    sums = kept.held(days_back(SystemClock().wall().date(), days))
    return balance(sums, days, settings.weekly_dose_seconds)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_DAYS):
        raise ArgumentTypeError(f'"{text}" is no number of days; give one from 1 to {MOST_DAYS}')
    return int(text)


def balance_table(balance: Balance) -> str:
    """Seconds held for each muscle and side, below the dose that each should have."""
    rows = [_row(row) for row in (*balance.hip, *balance.others)]
    dose = minutes_and_seconds(balance.dose_seconds)
    dose = f"Each side should have {dose} in {count(balance.days, 'day')}."
    return f"{dose}\n\n{table(('muscle', 'left', 'right'), rows, SIDES)}"


def _row(row: MuscleSeconds) -> tuple[str, str, str]:
    left, right = minutes_and_seconds(row.left_seconds), minutes_and_seconds(row.right_seconds)
    return (muscle_label(row.muscle), left, right)


def balance_document(balance: Balance) -> dict[str, object]:
    """The document of `balance --json`: the six muscles of the hip, then others that were held.

    `dose_seconds` is what each side of each muscle should have in `days`.
    """
    return {
        "days": balance.days,
        "dose_seconds": json_number(balance.dose_seconds),
        "muscles": [
            {
                "muscle": row.muscle,
                "left_seconds": json_number(row.left_seconds),
                "right_seconds": json_number(row.right_seconds),
            }
            for row in (*balance.hip, *balance.others)
        ],
    }
