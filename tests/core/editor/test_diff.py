"""How a file that was changed outside differs from what was typed."""

import time
from collections.abc import Callable
from itertools import groupby, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor import diff
from routine_app.core.editor.diff import (
    CONTEXT_LINES,
    LONGEST_LINE,
    MOST_COMPARED,
    MOST_LINES,
    DifferenceKind,
    DifferenceLine,
    difference,
)
from routine_app.core.editor.line_endings import shown_text

SIGNS = {
    "=": DifferenceKind.SAME,
    "-": DifferenceKind.MINE,
    "+": DifferenceKind.THEIRS,
    "~": DifferenceKind.GAP,
}

TEXT = st.lists(st.sampled_from(["a", "b", "c", "", "d"]), max_size=40).map("\n".join)


def lines(*written: str) -> tuple[DifferenceLine, ...]:
    """Lines as tests write them: a sign, and the text."""
    return tuple(DifferenceLine(SIGNS[line[0]], line[1:]) for line in written)


@pytest.mark.parametrize(
    ("mine", "theirs"), [("", ""), ("a\nb", "a\nb"), ("\ufeffa\r\nb\r", "a\nb\n"), ("a\rb", "a\r\nb")]
)
def test_the_same(mine: str, theirs: str) -> None:
    """Line endings and the byte order mark count for nothing."""
    assert difference(mine, theirs) == ()


@pytest.mark.parametrize(
    ("mine", "theirs", "shown"),
    [
        ("hold: 30s", "hold: 45s", lines("-hold: 30s", "+hold: 45s")),
        ("a\nb\nc", "a\nc", lines("=a", "-b", "=c")),
        ("a\nc", "a\nb\nc", lines("=a", "+b", "=c")),
        ("a\n", "a", lines("=a", "-")),
        ("", "a", lines("-", "+a")),
        ("a\nb\nx", "c\nd\nx", lines("-a", "-b", "+c", "+d", "=x")),
        (
            "1\n2\n3\nx\n4\n5\n6",
            "1\n2\n3\ny\n4\n5\n6",
            lines("~1 line the same", *["=2", "=3", "-x", "+y"], "=4", "=5", "~1 line the same"),
        ),
        (
            "1\n2\n3\n4\n5\n6\n7",
            "0\n1\n2\n3\n4\n5\n6\n7\n8",
            lines("+0", "=1", "=2", "~3 lines the same", "=6", "=7", "+8"),
        ),
        ("1\n2\n3\n4", "0\n1\n2\n3\n4\n5", lines("+0", "=1", "=2", "=3", "=4", "+5")),
    ],
)
def test_examples(mine: str, theirs: str, shown: tuple[DifferenceLine, ...]) -> None:
    """Two lines around each change, mine before theirs, and how many lines are left out."""
    assert difference(mine, theirs) == shown


@given(mine=TEXT, theirs=TEXT)
def test_each_text_can_be_read_off(mine: str, theirs: str) -> None:
    """The lines of both and of one's own are that text, in order, but for the gaps."""
    told = difference(mine, theirs)
    for text, kind in ((mine, DifferenceKind.MINE), (theirs, DifferenceKind.THEIRS)):
        rest = iter(text.split("\n"))
        count = 0
        for line in told:
            if line.kind is DifferenceKind.GAP:
                left_out = int(line.text.split(" ")[0])
                count += len([next(rest) for _ in range(left_out)])
            elif line.kind in {DifferenceKind.SAME, kind}:
                assert next(rest) == line.text
                count += 1
        assert count == len(text.split("\n")) * bool(told)


@given(mine=TEXT, theirs=TEXT)
def test_little_else_is_shown(mine: str, theirs: str) -> None:
    """Between two changes stand at most twice the lines of context."""
    runs = groupby(difference(mine, theirs), lambda line: line.kind is DifferenceKind.SAME)
    assert all(len(list(run)) <= 2 * CONTEXT_LINES for is_same, run in runs if is_same)


def test_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last line says how many more there are, gaps not counted."""
    mine = "\n".join(f"{index}" for index in range(1000))
    theirs = mine.replace("9", "nine")
    told = difference(mine, theirs)
    monkeypatch.setattr(diff, "MOST_LINES", 10_000)
    whole = difference(mine, theirs)
    more = sum(line.kind is not DifferenceKind.GAP for line in whole[MOST_LINES - 1 :])
    assert len(whole) - MOST_LINES + 1 > more > 0
    assert told == (
        *whole[: MOST_LINES - 1],
        DifferenceLine(DifferenceKind.GAP, f"{more} more lines"),
    )


def test_as_many_as_allowed() -> None:
    """The limit itself needs no last line."""
    theirs = "\n".join(str(index) for index in range(MOST_LINES - 1))
    assert len(difference("x", theirs)) == MOST_LINES
    assert difference("x", theirs)[-1] == DifferenceLine(DifferenceKind.THEIRS, str(MOST_LINES - 2))
    assert difference("x", f"{theirs}\ny")[-1] == DifferenceLine(DifferenceKind.GAP, "2 more lines")


def test_a_long_line_is_cut() -> None:
    """A file of one line does not fill the page."""
    (line, _) = difference("a" * 1000, "b" * LONGEST_LINE)
    assert line.text == "a" * (LONGEST_LINE - 1) + "…"
    assert difference("a" * 1000, "b" * LONGEST_LINE)[1].text == "b" * LONGEST_LINE


def test_large_files_are_quick() -> None:
    """The largest file that is read, of lines that are nearly all the same."""
    mine = "- a\n" * 65_536
    theirs = mine.replace("- a\n- a\n- a\n", "- a\n- b\n- a\n- a\n")
    started = time.process_time()
    assert len(difference(mine, theirs)) == MOST_LINES
    assert time.process_time() - started < 4
    assert shown_text(mine) == mine


HUGE: dict[str, Callable[[int], str]] = {
    "all the same": lambda _: "rest: 10s",
    "all different": str,
    "seldom different": lambda index: str(index % 40),
    "falling": lambda index: str(-index),
    "pairs": lambda index: str(index // 2),
}


@pytest.mark.parametrize("length", [MOST_COMPARED, 10_000])
def test_any_texts_are_compared_soon(length: int) -> None:
    """Whatever is in them, with something new every 50 lines; the longest lines of all are not compared."""
    seconds = {kinds: seconds_to_compare(*kinds, length) for kinds in product(HUGE, HUGE)}
    assert {kinds: taken for kinds, taken in seconds.items() if taken >= 4} == {}


def seconds_to_compare(before: str, after: str, length: int) -> float:
    """How long the processor is busy with two texts of so many lines of these kinds."""
    mine = "\n".join(HUGE[before](index) for index in range(length))
    theirs = "\n".join(f"new {index}" if index % 50 == 7 else HUGE[after](index) for index in range(length))
    started = time.process_time()
    difference(mine, theirs)
    return time.process_time() - started


def test_a_text_too_long_to_compare_is_told_whole() -> None:
    """From the first line that differs on."""
    mine = "\n".join(str(index) for index in range(MOST_COMPARED + 1))
    told = difference(mine, mine.replace("\n100\n", "\nnew\n"))
    assert told[:4] == lines("~98 lines the same", "=98", "=99", "-100")
    assert told[4] == DifferenceLine(DifferenceKind.MINE, "101")
