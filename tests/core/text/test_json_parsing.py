"""Brackets in each other."""

import time
from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.text.json_parsing import BrokenJsonError, Nesting


def seconds_for(text: str) -> float:
    """How long it takes to go through a text that breaks off in a string."""
    began = time.process_time()
    Nesting().add(text)
    return time.process_time() - began


def test_marks_in_a_string_that_goes_on_cost_what_letters_cost() -> None:
    """Of each of them the string had been begun anew: a piece of a file took 20 seconds, and a letter nothing."""
    marks = min(seconds_for('["' + '\\"' * 8_000) for _ in range(3))
    letters = min(seconds_for('["' + "a" * 16_000) for _ in range(3))
    assert marks < letters * 100 + 0.1


@given(st.text('"\\a[]{}', max_size=40), st.lists(st.integers(0, 40), max_size=3))
def test_pieces_are_as_deep_as_the_whole(text: str, cuts: list[int]) -> None:
    """Wherever they are cut, in a string or behind a backslash too."""
    deep = "[" * 18 + text
    places = [0, *sorted(cuts), len(deep)]
    assert is_too_deep(deep[begin:end] for begin, end in pairwise(places)) == is_too_deep([deep])


def is_too_deep(pieces: Iterable[str]) -> bool:
    """Whether brackets stand too deep in a text of these pieces."""
    nesting = Nesting()
    try:
        for piece in pieces:
            nesting.add(piece)
    except BrokenJsonError:
        return True
    return False
