"""Writes a new number in the spelling of the one before it: 1:30 becomes 1:35, and 90 s becomes 95 s."""

import re

from routine_app.core.routine.duration_text import parse_duration, spell_duration

_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_SECONDS = re.compile(rf"(?P<seconds>{_NUMBER})(?P<unit>\s*s?)", re.IGNORECASE)
_MINUTES = re.compile(rf"(?P<minutes>{_NUMBER})(?P<unit>\s*m)", re.IGNORECASE)
_MINUTES_AND_SECONDS = re.compile(
    rf"(?P<minutes>[0-9]+)(?:\.[0-9]+)?(?P<gap>\s*)(?P<m>m)(?:(?P<between>\s*)(?P<seconds>{_NUMBER})(?P<unit>\s*s))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<minutes>[0-9]+):[0-9]{2}")


def respelled_duration(written: str, seconds: float) -> str:
    """A duration in the spelling of another, or in the shortest one if that cannot say it.

    A bare number and `90 s` stay seconds, and `1:30` a clock. `1m30s` drops what is nothing: `1m`, `55s`.
    `1.5m` keeps its number of decimals, `2.5m`, and else becomes `1m35s`. A zero before a number stays
    while there is room for it. `seconds` is taken to the millisecond.
    """
    for spell in (_as_seconds, _as_minutes, _as_minutes_and_seconds, _as_clock):
        spelled = spell(written, seconds)
        if spelled is not None and parse_duration(spelled) == round(seconds, 3):
            return spelled
    return spell_duration(seconds)


def respelled_count(written: str, count: int) -> str:
    """A whole number in the spelling of another, which has a zero in front or has none."""
    return _number_like(written, count) if re.fullmatch("[0-9]+", written) else str(count)


def _as_seconds(written: str, seconds: float) -> str | None:
    match = _SECONDS.fullmatch(written)
    return _number_like(match["seconds"], seconds) + match["unit"] if match else None


def _as_minutes(written: str, seconds: float) -> str | None:
    match = _MINUTES.fullmatch(written)
    return _number_like(match["minutes"], seconds / 60) + match["unit"] if match else None


def _as_minutes_and_seconds(written: str, seconds: float) -> str | None:
    match = _MINUTES_AND_SECONDS.fullmatch(written)
    if match is None:
        return None
    minutes, milliseconds = divmod(round(seconds * 1000), 60_000)
    gap, m, unit = match["gap"], match["m"], match["unit"]
    second_part = _number_like(match["seconds"] or "0", milliseconds / 1000)
    second_part += unit or gap + ("S" if m == "M" else "s")
    if not minutes:
        return second_part
    minute_part = _number_like(match["minutes"], minutes) + gap + m
    if not milliseconds and not _has_zero_in_front(match["seconds"] or ""):
        return minute_part
    between = gap if match["between"] is None else match["between"]
    return minute_part + between + second_part


def _as_clock(written: str, seconds: float) -> str | None:
    match = _CLOCK.fullmatch(written)
    minutes, rest = divmod(round(seconds), 60)
    return f"{_number_like(match['minutes'], minutes)}:{rest:02}" if match else None


def _number_like(written: str, value: float) -> str:
    """A number with as many decimals as another, and as wide if that has a zero in front."""
    spelled = f"{value:.{len(written.partition('.')[2])}f}"
    return spelled.zfill(len(written)) if _has_zero_in_front(written) else spelled


def _has_zero_in_front(written: str) -> bool:
    return written[:1] == "0" and written[1:2].isdecimal()
