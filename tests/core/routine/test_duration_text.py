"""Durations in every spelling that is allowed, and in many that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.duration_text import parse_duration, spell_duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("30", 30),
        ("30s", 30),
        ("1m", 60),
        ("1m30s", 90),
        ("90 s", 90),
        ("1.5m", 90),
        ("1:30", 90),
        ("0", 0),
        ("0s", 0),
        ("0:45", 45),
        ("00:05", 5),
        ("90:00", 5400),
        ("7.25", 7.25),
        ("0.5 s", 0.5),
        ("1m5s", 65),
        ("1m05s", 65),
        ("1m30.5s", 90.5),
        (" 30s ", 30),
        ("30S", 30),
        ("1M30S", 90),
        ("1 m 30 s", 90),
        ("1m 30s", 90),
        ("1.5 M", 90),
        ("007", 7),
        ("999999", 999_999),
    ],
)
def test_allowed_spellings(text: str, seconds: float) -> None:
    """Each spelling of the contract is read, in either case and with spaces around its numbers."""
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "s", "m", ":", "abc", "thirty", "nan", "inf", "-inf", "infinity"),
        *("3 min", "30 sec", "30 seconds", "1h", "1h30m", "500ms", "1 minute"),
        *("-30", "+30", "-1m", "1e3", "1e3s", "1_000", "0x1F", "30%", "1,5m"),
        *("1.", ".5", "1..5", "1.5m30s", "1m30", "1m60s", "1m90s", "30s1m", "1m1m", "30 30"),
        *("1:60", "1:5", "1:", ":30", "1:30:00", "1:30s", "1 : 30", "1:30.5", "-1:30", "1.5:30"),
        *("1000000", "9" * 300_000, "0." + "1" * 7, "\u0663\u0660", "\uff13\uff10s", "30\u017f", "1m\u0663s"),
        *("30s\x00", "30\n30"),
    ],
)
def test_other_spellings(text: str) -> None:
    """Anything else is no duration: other units, signs, exponents, other digits, huge numbers."""
    assert parse_duration(text) is None


def test_rounds_to_the_millisecond() -> None:
    """More than three decimals are rounded."""
    assert parse_duration("1.23456") == 1.235
    assert parse_duration("0.333333m") == 20.0
    assert parse_duration("0.00025m") == 0.015


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0s"), (45, "45s"), (60, "1m"), (90, "1m30s"), (1800, "30m"), (0.5, "0.5s"), (61.25, "1m1.25s")],
)
def test_spell_duration(seconds: float, text: str) -> None:
    """Seconds are spelled the way people write them."""
    assert spell_duration(seconds) == text


@given(st.integers(min_value=0, max_value=20_000_000))
def test_spelling_reads_back(milliseconds: int) -> None:
    """What is spelled is read back as the same number of milliseconds."""
    seconds = milliseconds / 1000
    assert parse_duration(spell_duration(seconds)) == seconds


@given(st.text())
def test_any_text_is_a_duration_or_none(text: str) -> None:
    """No text raises anything, and none gives a negative number."""
    seconds = parse_duration(text)
    assert seconds is None or seconds >= 0
