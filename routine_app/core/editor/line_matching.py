"""Which lines of two texts are the same ones, quickly for any texts.

The lines that stand once in each text and in the same order are found first, then what is between them
(the idea of Bram Cohen's "patience diff").
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

THOROUGH_PRODUCT = 2500
"""Where no line stands once, so many pairs of lines at most are compared with one another, and beyond that
none: comparing takes longer than their square."""

Pair = tuple[int, int]
"""The index of a line in the one text and in the other, counted from 0."""


class _Area(NamedTuple):
    """Lines of both texts, each from its start to before its end."""

    start: Pair
    end: Pair


def matching_lines(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """The pairs of lines that are the same in both, both indexes rising.

    Equal starts and ends of the texts are always found.
    """
    pairs: list[Pair] = []
    pending = [_Area((0, 0), (len(before), len(after)))]
    while pending:
        area = pending.pop()
        trimmed = _trimmed(before, after, area)
        pairs.extend(_pairs_between(area.start, trimmed.start))
        pairs.extend(_pairs_between(trimmed.end, area.end))
        anchors = _anchors(before, after, trimmed)
        if anchors:
            # Each anchor begins an area, in which it and what follows it are the equal start.
            pending.extend(map(_Area, [trimmed.start, *anchors], [*anchors, trimmed.end]))
        else:
            pairs.extend(_thorough_pairs(before, after, trimmed))
    return sorted(pairs)


def _pairs_between(start: Pair, end: Pair) -> Iterator[Pair]:
    """The pairs of what `_trimmed` took off at one end, of the same number of lines in both."""
    return zip(range(start[0], end[0]), range(start[1], end[1]), strict=True)


def _trimmed(before: Sequence[str], after: Sequence[str], area: _Area) -> _Area:
    (top, other_top), (bottom, other_bottom) = area
    while top < bottom and other_top < other_bottom and before[top] == after[other_top]:
        top, other_top = top + 1, other_top + 1
    while top < bottom and other_top < other_bottom and before[bottom - 1] == after[other_bottom - 1]:
        bottom, other_bottom = bottom - 1, other_bottom - 1
    return _Area((top, other_top), (bottom, other_bottom))


def _anchors(before: Sequence[str], after: Sequence[str], area: _Area) -> list[Pair]:
    """The most pairs, in order, of lines that stand once on each side of the area; of a run only the first."""
    places = _lone_lines(before, area.start[0], area.end[0])
    other_places = _lone_lines(after, area.start[1], area.end[1])
    lone = _longest_rising(
        [(place, other_places[line]) for line, place in places.items() if line in other_places]
    )
    steps = pairwise([(-1, -1), *lone])
    return [
        (was, now) for (last, other_last), (was, now) in steps if (was - last, now - other_last) != (1, 1)
    ]


def _lone_lines(lines: Sequence[str], start: int, end: int) -> dict[str, int]:
    counts = Counter(lines[start:end])
    return {lines[place]: place for place in range(start, end) if counts[lines[place]] == 1}


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs, whose first numbers rise, in which the second ones rise too."""
    lowest: list[int] = []
    chosen: list[int] = []
    previous: list[int | None] = []
    for index, (_, other) in enumerate(pairs):
        length = bisect_left(lowest, other)
        previous.append(chosen[length - 1] if length else None)
        lowest[length : length + 1] = [other]
        chosen[length : length + 1] = [index]
    rising: list[Pair] = []
    last = chosen[-1] if chosen else None
    while last is not None:
        rising.append(pairs[last])
        last = previous[last]
    return rising[::-1]


def _thorough_pairs(before: Sequence[str], after: Sequence[str], area: _Area) -> Iterator[Pair]:
    (top, other_top), (bottom, other_bottom) = area
    if (bottom - top) * (other_bottom - other_top) > THOROUGH_PRODUCT:
        return
    matcher = SequenceMatcher(None, before[top:bottom], after[other_top:other_bottom], autojunk=False)
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            yield top + block.a + offset, other_top + block.b + offset
