"""The balance for other programs."""

from routine_app.core.balance.balance import Balance
from routine_app.core.text.json_number import json_number


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
