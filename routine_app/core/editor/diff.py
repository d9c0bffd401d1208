"""How two versions of a text differ, in a few lines to read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from routine_app.core.editor.line_endings import shown_text
from routine_app.core.text.clean import shortened
from routine_app.core.text.numbers import count

CONTEXT_LINES = 2
"""Lines that are the same, before and after each change."""

MOST_LINES = 200
"""What one reads before saving; the last says how many more there are."""

MOST_COMPARED = 3000
"""Lines of a text: comparing more takes seconds, and no routine has as many."""

LONGEST_LINE = 300
"""Characters of a line that are shown."""


class DifferenceKind(StrEnum):
    """Whose line it is, of both or of one; or none, for lines that are left out."""

    SAME = "same"
    MINE = "mine"
    THEIRS = "theirs"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """A line of the texts without its ending; of a gap, what is left out: "12 lines the same"."""

    kind: DifferenceKind
    text: str


def difference(mine: str, theirs: str) -> tuple[DifferenceLine, ...]:
    """What differs between two texts, of each change first mine, then theirs; at most MOST_LINES.

    Empty if they differ at most in their line endings and the byte order mark.
    """
    mine, theirs = shown_text(mine), shown_text(theirs)
    if mine == theirs:
        return ()
    lines = list(_near_changes(mine.split("\n"), theirs.split("\n")))
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    more = sum(line.kind is not DifferenceKind.GAP for line in lines[MOST_LINES - 1 :])
    return (*lines[: MOST_LINES - 1], *_gap(more, "more line", "more lines"))


def _near_changes(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[DifferenceLine]:
    """The changed lines with those around them, and a gap for each run of others."""
    told = 0
    for group in _comparison(mine, theirs).get_grouped_opcodes(CONTEXT_LINES):
        yield from _gap(group[0][1] - told, "line the same", "lines the same")
        for tag, my_start, my_end, their_start, their_end in group:
            is_same = tag == "equal"
            yield from _lines(DifferenceKind.SAME if is_same else DifferenceKind.MINE, mine[my_start:my_end])
            if not is_same:
                yield from _lines(DifferenceKind.THEIRS, theirs[their_start:their_end])
        told = group[-1][2]
    yield from _gap(len(mine) - told, "line the same", "lines the same")


def _comparison(mine: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    # Of "junk" only what is the same at the start is found, which takes no time.
    is_too_long = max(len(mine), len(theirs)) > MOST_COMPARED
    return SequenceMatcher((lambda _line: True) if is_too_long else None, mine, theirs)


def _lines(kind: DifferenceKind, lines: Iterable[str]) -> Iterator[DifferenceLine]:
    return (DifferenceLine(kind, shortened(line, LONGEST_LINE)) for line in lines)


def _gap(number: int, line: str, lines: str) -> Iterator[DifferenceLine]:
    if number:
        yield DifferenceLine(DifferenceKind.GAP, count(number, line, lines))
