"""A new number looks like the one before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.duration_text import parse_duration
from routine_app.data.routines.edits.number_spelling import respelled_count, respelled_duration


@pytest.mark.parametrize(
    ("written", "seconds", "spelled"),
    [
        ("30", 35, "35"),
        ("30s", 35, "35s"),
        ("30S", 35, "35S"),
        ("90 s", 95, "95 s"),
        ("95", 100, "100"),
        ("30.5s", 35.5, "35.5s"),
        ("30.50", 35.5, "35.50"),
        ("30", 1.5, "1.5s"),
        ("030", 35, "035"),
        ("095s", 100, "100s"),
        ("0", 5, "5"),
        ("00", 5, "05"),
        ("1m", 65, "1m5s"),
        ("1m", 120, "2m"),
        ("1m", 55, "55s"),
        ("1M", 65, "1M5S"),
        ("1 m", 65, "1 m 5 s"),
        ("1 m", 55, "55 s"),
        ("1m30s", 95, "1m35s"),
        ("1m30s", 120, "2m"),
        ("1m30s", 55, "55s"),
        ("1m 30s", 95, "1m 35s"),
        ("1 m 30 s", 120, "2 m"),
        ("1m05s", 60, "1m00s"),
        ("1m05s", 70, "1m10s"),
        ("1m00s", 65, "1m05s"),
        ("01m30s", 95, "01m35s"),
        ("1m30.5s", 95.5, "1m35.5s"),
        ("1.5m", 95, "1m35s"),
        ("1.5m", 150, "2.5m"),
        ("1.5m", 120, "2.0m"),
        ("1.5m", 25, "25s"),
        ("1:30", 95, "1:35"),
        ("1:30", 5, "0:05"),
        ("1:30", 0, "0:00"),
        ("01:30", 95, "01:35"),
        ("9:58", 603, "10:03"),
        ("1:30", 1.5, "1.5s"),
        ("1m\n  30s", 95, "1m\n  35s"),
        (r"\x33\x30s", 95, "1m35s"),
        ("", 15, "15s"),
    ],
)
def test_a_duration_keeps_its_spelling(written: str, seconds: float, spelled: str) -> None:
    """As far as that can say the new one; else it is spelled as short as can be."""
    assert respelled_duration(written, seconds) == spelled
    assert parse_duration(spelled) == seconds


@given(
    st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3})?( ?[sm])?|[0-9]{1,2}(:| ?m ?)[0-5][0-9]( ?s)?", fullmatch=True),
    st.integers(0, 1_800_000),
)
def test_whatever_was_written_the_new_duration_is_exact(written: str, milliseconds: int) -> None:
    """To the millisecond."""
    assert parse_duration(respelled_duration(written, milliseconds / 1000)) == milliseconds / 1000


@pytest.mark.parametrize(
    ("written", "count", "spelled"), [("2", 3, "3"), ("9", 10, "10"), ("02", 3, "03"), ("", 2, "2")]
)
def test_a_count_keeps_its_spelling(written: str, count: int, spelled: str) -> None:
    """A zero in front stays."""
    assert respelled_count(written, count) == spelled
