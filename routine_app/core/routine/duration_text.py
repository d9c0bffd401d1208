"""Durations as people write them in a routine file: `30s`, `1m30s`, `1:30`."""

import re

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_SECONDS = re.compile(rf"({_NUMBER})\s*s?")
_MINUTES = re.compile(rf"({_NUMBER})\s*m")
_MINUTES_AND_SECONDS = re.compile(r"([0-9]{1,6})\s*m\s*([0-5]?[0-9](?:\.[0-9]{1,6})?)\s*s")
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5][0-9])")

DURATION_EXAMPLES = "30s, 1m30s or 1:30"
"""The spellings that a message about a bad duration shows."""


def parse_duration(text: str) -> float | None:
    """The seconds that a text stands for, to the millisecond, or None if it is no duration.

    Durations are `30`, `30s`, `90 s`, `1m`, `1.5m`, `1m30s` and `1:30`, in either case, with or
    without spaces around a number. Signs, exponents and numbers of more than six digits are none.
    """
    written = text.strip().lower()
    if match := _SECONDS.fullmatch(written):
        return round(float(match[1]), 3)
    if match := _MINUTES.fullmatch(written):
        return round(float(match[1]) * 60, 3)
    if match := _MINUTES_AND_SECONDS.fullmatch(written) or _CLOCK.fullmatch(written):
        return round(int(match[1]) * 60 + float(match[2]), 3)
    return None


def spell_duration(seconds: float) -> str:
    """The shortest spelling that `parse_duration` reads back: 45 is `45s`, 90 is `1m30s`.

    `seconds` is not negative, and is taken to the millisecond.
    """
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    rest = f"{milliseconds / 1000:g}s"
    if not minutes:
        return rest
    return f"{minutes}m{rest}" if milliseconds else f"{minutes}m"
