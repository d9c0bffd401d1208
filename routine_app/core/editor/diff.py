"""How two versions of a text differ, in a few lines to read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from routine_app.core.editor.line_endings import shown_text
from routine_app.core.editor.line_matching import matching_lines
from routine_app.core.text.numbers import count

CONTEXT_LINES = 2
"""Lines that are the same, before and after each change."""

MOST_LINES = 200
"""What one reads before saving; the last says how many more there are."""

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
    lines = list(_near_changes(list(_all_lines(mine.split("\n"), theirs.split("\n")))))
    return tuple(map(_shortened, _capped(lines)))


def _all_lines(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[DifferenceLine]:
    my_start, their_start = 0, 0
    for my_end, their_end in [*matching_lines(mine, theirs), (len(mine), len(theirs))]:
        yield from (DifferenceLine(DifferenceKind.MINE, line) for line in mine[my_start:my_end])
        yield from (DifferenceLine(DifferenceKind.THEIRS, line) for line in theirs[their_start:their_end])
        if my_end < len(mine):
            yield DifferenceLine(DifferenceKind.SAME, mine[my_end])
        my_start, their_start = my_end + 1, their_end + 1


def _near_changes(lines: Sequence[DifferenceLine]) -> Iterator[DifferenceLine]:
    """The changed lines with those around them, and a gap for each run of others."""
    left_out = 0
    kept = _indexes_near_changes(lines)
    for index, line in enumerate(lines):
        if index in kept:
            if left_out:
                yield _gap(f"{count(left_out, 'line')} the same")
            left_out = 0
            yield line
        else:
            left_out += 1
    if left_out:
        yield _gap(f"{count(left_out, 'line')} the same")


def _indexes_near_changes(lines: Sequence[DifferenceLine]) -> set[int]:
    changed = [index for index, line in enumerate(lines) if line.kind is not DifferenceKind.SAME]
    return {near for index in changed for near in range(index - CONTEXT_LINES, index + CONTEXT_LINES + 1)}


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
