"""Times and counts in words, and numbers of JSON."""

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import muscle_label
from routine_app.core.routine.wording import name_and_side
from routine_app.core.text.numbers import (
    clock,
    count,
    file_size,
    json_number,
    minutes_and_seconds,
    whole_seconds,
)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (45, "45 s"),
        (59.6, "1 min"),
        (180, "3 min"),
        (400, "6 min 40 s"),
        (3900, "1 h 5 min"),
        (3600, "1 h"),
    ],
)
def test_minutes_and_seconds(seconds: float, words: str) -> None:
    """A length reads as people say it."""
    assert minutes_and_seconds(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (44.2, "0:45"), (260, "4:20"), (3723, "1:02:03")]
)
def test_clock(seconds: float, words: str) -> None:
    """A time left reads as a clock shows it, rounded up."""
    assert clock(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "digits"), [(23.0, 23), (22.001, 22), (22.006, 23), (22.004, 22), (0.004, 0), (-3.0, 0)]
)
def test_a_timer_may_wake_five_milliseconds_early(seconds: float, digits: int) -> None:
    """The digits are the seconds left, rounded up, less the earliness of a timer."""
    assert whole_seconds(seconds) == digits


def test_counts_and_names() -> None:
    """One stretch, two stretches; a side only where there is one."""
    assert (count(1, "stretch", "stretches"), count(2, "stretch", "stretches")) == (
        "1 stretch",
        "2 stretches",
    )
    assert count(2, "round") == "2 rounds"
    assert name_and_side("Pigeon pose", Side.RIGHT) == "Pigeon pose, right side"
    assert name_and_side("Butterfly", Side.BOTH) == "Butterfly"
    assert (muscle_label("it_band"), muscle_label("hip_flexors")) == ("IT band", "Hip flexors")


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "0 KiB"),
        (1, "0.1 KiB"),
        (256 * 1024, "256 KiB"),
        (256 * 1024 + 1, "256.1 KiB"),
        (64 * 1024**2, "64 MiB"),
        (64 * 1024**2 + 1, "64.1 MiB"),
        (3 * 1024**3, "3072 MiB"),
    ],
)
def test_a_file_is_never_said_to_be_smaller_than_it_is(size_bytes: int, words: str) -> None:
    """What is a byte over a limit does not look like the limit."""
    assert file_size(size_bytes) == words


def test_counts_agree_with_their_noun() -> None:
    """One is singular."""
    assert [count(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


@pytest.mark.parametrize(("number", "text"), [(10.0, "10"), (30.5, "30.5"), (10 / 3, "3.333"), (0.0, "0")])
def test_a_number_of_the_json_is_short(number: float, text: str) -> None:
    """Whole ones are ints, others rounded to thousandths."""
    assert str(json_number(number)) == text
