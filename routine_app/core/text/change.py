"""The one change that makes a text another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """From `start` on, counted in characters from 0, `put` in place of `removed`."""

    start: int
    removed: str
    put: str

    @property
    def end(self) -> int:
        """Where what is removed ends."""
        return self.start + len(self.removed)

    @property
    def size(self) -> int:
        """How many characters are taken out and put in."""
        return len(self.removed) + len(self.put)

    @property
    def undone(self) -> "Change":
        """The change back."""
        return Change(self.start, self.put, self.removed)

    def made(self, text: str) -> str:
        """The text after the change."""
        return text[: self.start] + self.put + text[self.end :]


def change_between(before: str, after: str, behind_caret: int = 0) -> Change:
    """The smallest change from one text to another.

    Of several that would do it is the one that ends nearest to the caret, which has so many characters of the text
    after behind it.
    """
    start, end = common_ends(before, after, behind_caret)
    return Change(start, before[start : len(before) - end], after[start : len(after) - end])


def common_ends(one: Sequence[str], other: Sequence[str], most_at_end: int = 0) -> tuple[int, int]:
    """How much both have in common at their start, and at their end in what is left of them.

    What may be either counts as the start, but for so much at the end.
    """
    most = min(len(one), len(other))
    at_end = _common_start(one[::-1], other[::-1])
    start = min(_common_start(one, other), most - min(at_end, most_at_end))
    return start, min(at_end, most - start)


def _common_start(one: Sequence[str], other: Sequence[str]) -> int:
    """How much both begin with; found by halving, since comparing whole parts is quick."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
