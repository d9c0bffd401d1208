"""The lines that two texts share, found quickly."""

import time
from collections.abc import Callable
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.line_matching import matching_lines

LINES = st.lists(st.sampled_from("abcdef") | st.text(max_size=2), max_size=30)


@given(before=LINES, after=LINES)
def test_pairs_are_of_the_same_lines_and_rise(before: list[str], after: list[str]) -> None:
    """So that nothing is told twice or out of order."""
    pairs = matching_lines(before, after)
    assert all(before[was] == after[now] for was, now in pairs)
    for (was, now), (next_was, next_now) in pairwise(pairs):
        assert (was < next_was, now < next_now) == (True, True)


@given(before=LINES, start=st.integers(0, 30), end=st.integers(0, 30), new=LINES)
def test_equal_starts_and_ends_are_found(before: list[str], start: int, end: int, new: list[str]) -> None:
    """Whatever was put in place of what is between: at least as many lines match as were left."""
    end = max(start, len(before) - end)
    after = [*before[:start], *new, *before[end:]]
    assert len(matching_lines(before, after)) >= len(before[:start]) + len(before[end:])


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("", "", []),
        ("abc", "abc", [(0, 0), (1, 1), (2, 2)]),
        ("abc", "xyz", []),
        ("abcd", "acd", [(0, 0), (2, 1), (3, 2)]),
        ("acd", "abcd", [(0, 0), (1, 2), (2, 3)]),
        ("xabcy", "zabcw", [(1, 1), (2, 2), (3, 3)]),
        ("xABCDy", "xDABCy", [(0, 0), (1, 2), (2, 3), (3, 4), (5, 5)]),
        ("x.a.b.y", "z.b.c.w", [(3, 1), (4, 2), (5, 3)]),
        ("x..y", "z..w", [(1, 1), (2, 2)]),
    ],
)
def test_examples(before: str, after: str, pairs: list[tuple[int, int]]) -> None:
    """A line for each letter; where a stretch moved, the most lines stay."""
    assert matching_lines(before, after) == pairs


HUGE: dict[str, Callable[[int], str]] = {
    "all the same": lambda _: "rest: 10s",
    "all different": str,
    "seldom different": lambda index: str(index % 40),
    "falling": lambda index: str(-index),
    "pairs": lambda index: str(index // 2),
}


def test_any_texts_are_matched_soon() -> None:
    """5,000 lines, whatever is in them, with something new every 50 lines."""
    seconds = {(before, after): seconds_to_match(before, after) for before, after in product(HUGE, HUGE)}
    assert {texts: taken for texts, taken in seconds.items() if taken >= 4} == {}


def seconds_to_match(before: str, after: str) -> float:
    """How long the processor is busy with two huge texts of these kinds."""
    old = [HUGE[before](index) for index in range(5000)]
    new = [f"new {index}" if index % 50 == 7 else HUGE[after](index) for index in range(5000)]
    started = time.process_time()
    matching_lines(old, new)
    return time.process_time() - started
