"""The columns of the history's tables, which have the names of the records' fields, and how they keep a value."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from enum import StrEnum

from routine_app.core.session.record import HoldRecord, SessionRecord

HOLD_COLUMNS = tuple(field.name for field in fields(HoldRecord))
FEEDBACK_COLUMNS = ("feeling", "note", "feedback_at")
RUN_COLUMNS = tuple(
    field.name
    for field in fields(SessionRecord)
    if field.name not in {"session_id", "holds", "pain", *FEEDBACK_COLUMNS}
)
"""What is written of a session when it begins."""

Stored = str | int | float | None


def stored(value: str | float | tuple[str, ...] | datetime | None) -> Stored:
    """A value of a record as a column keeps it; ValueError for a time without its offset from UTC.

    Seconds are whole thousandths: an export gives them back just so.
    """
    match value:
        case StrEnum():
            return value.value
        case float():
            return thousandths(value)
        case tuple():
            return json.dumps(value, ensure_ascii=False)
        case datetime() if value.utcoffset() is None:
            raise ValueError(f"a time in the history needs its offset from UTC, and {value} has none")
        case datetime():
            return value.isoformat()
    return value


def thousandths(seconds: float) -> float:
    """Seconds as the history keeps them."""
    return round(seconds, 3)


def row(record: HoldRecord | SessionRecord, columns: Sequence[str]) -> tuple[Stored, ...]:
    """The values of a record in these columns."""
    return tuple(stored(getattr(record, column)) for column in columns)


def selection(table: str, columns: Sequence[str]) -> str:
    """The statement that reads these columns of all rows."""
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - the names are our own


def among(column: str, values: Sequence[str]) -> str:
    """The clause that chooses the rows with one of these values, which are given beside it."""
    return f"WHERE {column} IN ({', '.join('?' * len(values))})"


def replacement(table: str, keys: Sequence[str], columns: Sequence[str]) -> str:
    """The statement that writes a row, keys first, in place of what these columns of the row with these keys had."""
    names = (*keys, *columns)
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "  # noqa: S608 - the same
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {changes}"
    )
