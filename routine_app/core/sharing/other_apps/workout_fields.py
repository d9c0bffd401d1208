"""The values of one object in a file of another app, and in words what is wrong with one."""

import sys
from collections.abc import Mapping

from routine_app.core.text.clean import clean_words


class OtherAppFileError(Exception):
    """Nothing in a file of another app can be kept; the message says why in a sentence or more, and what to do."""


def line_of(value: object) -> str:
    """A text on one line; empty for anything else."""
    return clean_words(value) if isinstance(value, str) else ""


def number_of(value: object) -> float | None:
    """A finite number; None for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if abs(value) <= sys.float_info.max else None


def fault_of(fields: Mapping[str, object], key: str) -> str:
    """What is wrong with a value, to follow "its length": "is missing", "is null", "is no number"."""
    return f"is {kind_of(fields[key])}" if key in fields else "is missing"


def kind_of(value: object) -> str:
    """What a value that does not belong in its place is."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float | int):
        return "a number" if number_of(value) is not None else "no number that can be"
    if isinstance(value, str):
        return "a text"
    kind = "an object" if isinstance(value, dict) else "a list"
    return kind if value else "empty"
