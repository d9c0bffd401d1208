"""The balance as a table; its JSON is `routine_app.cli.commands.balance`."""

from routine_app.cli.output import table
from routine_app.core.balance.balance import Balance
from routine_app.core.routine.muscles import muscle_label
from routine_app.core.session.muscle_totals import MuscleSeconds
from routine_app.core.text.json_parsing import json_number
from routine_app.core.text.numbers import count

SIDES = frozenset({"left", "right"})


def balance_table(balance: Balance) -> str:
    """Seconds held for each muscle and side, below the dose that each should have."""
    rows = [_row(row) for row in (*balance.hip, *balance.others)]
    dose = f"Each side should have {balance.dose_seconds:.0f} s in {count(balance.days, 'day')}."
    return f"{dose}\n\n{table(('muscle', 'left', 'right'), rows, SIDES)}"


def _row(row: MuscleSeconds) -> tuple[str, str, str]:
    return (muscle_label(row.muscle), f"{row.left_seconds:.0f} s", f"{row.right_seconds:.0f} s")


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
