"""How two versions of a text differ, in a few lines to read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from routine_app.core.editor.line_endings import shown_text
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
    return tuple(map(_shortened, _capped(lines)))


def _near_changes(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[DifferenceLine]:
    """The changed lines with those around them, and a gap for each run of others."""
    told = 0
    for group in _comparison(mine, theirs).get_grouped_opcodes(CONTEXT_LINES):
        yield from _same_lines_gap(group[0][1] - told)
        for tag, my_start, my_end, their_start, their_end in group:
            if tag == "equal":
                yield from _lines(DifferenceKind.SAME, mine[my_start:my_end])
            else:
                yield from _lines(DifferenceKind.MINE, mine[my_start:my_end])
                yield from _lines(DifferenceKind.THEIRS, theirs[their_start:their_end])
        told = group[-1][2]
    yield from _same_lines_gap(len(mine) - told)


def _comparison(mine: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    if max(len(mine), len(theirs)) > MOST_COMPARED:
        # Of "junk" only what is the same at the start is found, which takes no time.
        return SequenceMatcher(lambda _line: True, mine, theirs)
    return SequenceMatcher(None, mine, theirs)


def _lines(kind: DifferenceKind, lines: Iterable[str]) -> Iterator[DifferenceLine]:
    return (DifferenceLine(kind, line) for line in lines)


def _same_lines_gap(number: int) -> Iterator[DifferenceLine]:
    if number:
        yield _gap(f"{count(number, 'line')} the same")


def _capped(lines: Sequence[DifferenceLine]) -> Sequence[DifferenceLine]:
    if len(lines) <= MOST_LINES:
        return lines
    shown, rest = lines[: MOST_LINES - 1], lines[MOST_LINES - 1 :]
    more = sum(line.kind is not DifferenceKind.GAP for line in rest)
    return [*shown, _gap(f"{count(more, 'more line', 'more lines')}")]


def _shortened(line: DifferenceLine) -> DifferenceLine:
    if len(line.text) <= LONGEST_LINE:
        return line
    return DifferenceLine(line.kind, line.text[: LONGEST_LINE - 1] + "…")


def _gap(text: str) -> DifferenceLine:
    return DifferenceLine(DifferenceKind.GAP, text)
