"""Lengths of time and counts as people read them, and numbers as JSON has them."""

import math

DIGITS_EARLY_SECONDS = 0.005
"""A timer may wake some milliseconds early; the digits show the second that is about to begin."""


ROUGH_FROM_SECONDS = 90
"""From here on a length that is told roughly has no seconds."""


def whole_seconds(seconds: float) -> int:
    """The number that a countdown shows: seconds left, rounded up."""
    return max(math.ceil(seconds - DIGITS_EARLY_SECONDS), 0)


def minutes_and_seconds(seconds: float) -> str:
    """A length in words: "45 s", "3 min", "6 min 40 s", "1 h 5 min"."""
    total = round(seconds)
    hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
    parts = [(hours, "h"), (minutes, "min"), (0 if hours else rest, "s")]
    words = [f"{number} {unit}" for number, unit in parts if number]
    return " ".join(words) or "0 s"


def rough_length(seconds: float) -> str:
    """A length as one would tell it: "56 s", and from a minute and a half on whole minutes, "35 min", "1 h 5 min"."""
    return minutes_and_seconds(seconds if seconds < ROUGH_FROM_SECONDS else round(seconds / 60) * 60)


def clock(seconds: float) -> str:
    """A time left as a clock shows it: "0:45", "4:20", "1:02:03"."""
    return clock_face(whole_seconds(seconds))


def clock_face(total: int) -> str:
    """Whole seconds as a clock shows them: "0:45", "4:20", "1:02:03"."""
    hours, minutes, rest = total // 3600, total // 60 % 60, total % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 stretch", "5 stretches"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def of_planned(held_seconds: float, planned_seconds: float) -> str:
    """What was held of what was planned: "12 s of 30 s"."""
    return f"{minutes_and_seconds(held_seconds)} of {minutes_and_seconds(planned_seconds)}"


def file_size(size_bytes: int) -> str:
    """The size of a file: "64 MiB", "300 KiB"; one that is a little larger never looks the same: "64.1 MiB"."""
    unit_bytes, unit = (1024**2, "MiB") if size_bytes >= 1024**2 else (1024, "KiB")
    return f"{math.ceil(size_bytes * 10 / unit_bytes) / 10:g} {unit}"


def json_number(number: float) -> int | float:
    """The number as the app's JSON has it: rounded to thousandths, as an int if it is whole then."""
    rounded = round(number, 3)
    return int(rounded) if rounded == int(rounded) else rounded
