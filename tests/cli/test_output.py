"""Numbers and sentences of the command line."""

import pytest

from routine_app.cli.output import clock_time, one_line, table


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (45, "0:45"), (59.6, "1:00"), (725, "12:05"), (3600, "1:00:00")]
)
def test_a_length_of_time_reads_like_a_timer(seconds: float, text: str) -> None:
    """Hours stand there only if there are any."""
    assert clock_time(seconds) == text


def test_a_line_stays_a_line() -> None:
    """Line breaks become spaces, control characters are shown as such."""
    assert one_line("two\n lines\tand \x1b[31mred") == "two lines and \N{REPLACEMENT CHARACTER}[31mred"


def test_columns_are_as_wide_as_they_must() -> None:
    """Numbers end in line, text begins in line, and no line ends in spaces."""
    assert table(("n", "name"), [("1", "a"), ("10", "bb")], frozenset({"n"})) == " n  name\n 1  a\n10  bb"
