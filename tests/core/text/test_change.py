"""The one change that makes a text another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.text.change import Change, change_between, common_ends

TEXT = st.text("ab\n", max_size=12)


@given(before=TEXT, after=TEXT, behind_caret=st.integers(0, 12))
def test_it_is_made_and_undone(before: str, after: str, behind_caret: int) -> None:
    """To the letter, wherever the caret is."""
    change = change_between(before, after, behind_caret)
    assert change.made(before) == after
    assert change.undone.made(after) == before
    assert before[change.start : change.end] == change.removed


@given(before=TEXT, after=TEXT, behind_caret=st.integers(0, 12))
def test_it_is_the_smallest(before: str, after: str, behind_caret: int) -> None:
    """No shorter part of one text leads to the other."""
    size = change_between(before, after, behind_caret).size
    starts = [n for n in range(min(len(before), len(after)) + 1) if before[:n] == after[:n]]
    ends = [n for n in range(min(len(before), len(after)) + 1) if before.endswith(after[len(after) - n :])]
    shared = max(s + e for s in starts for e in ends if s + e <= min(len(before), len(after)))
    assert size == len(before) + len(after) - 2 * shared


@pytest.mark.parametrize(
    ("before", "after", "behind_caret", "change"),
    [
        ("aaa", "aaaa", 0, Change(3, "", "a")),
        ("aaa", "aaaa", 1, Change(2, "", "a")),
        ("aaa", "aaaa", 9, Change(0, "", "a")),
        ("aaa", "aa", 1, Change(1, "a", "")),
        ("abc", "axc", 0, Change(1, "b", "x")),
        ("abc", "axc", 3, Change(1, "b", "x")),
        ("abc", "abc", 0, Change(3, "", "")),
    ],
)
def test_it_ends_nearest_to_the_caret(before: str, after: str, behind_caret: int, change: Change) -> None:
    """If several would do."""
    assert change_between(before, after, behind_caret) == change


def test_lists_have_common_ends_too() -> None:
    """The ends do not overlap."""
    assert common_ends(["a", "b", "c"], ["a", "x", "b", "c"]) == (1, 2)
    assert common_ends(["a", "a"], ["a", "a", "a"]) == (2, 0)
