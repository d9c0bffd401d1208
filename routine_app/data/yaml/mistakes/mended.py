"""A text whose mistakes are mended, so that all else in it can be read, and the way back to its places."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from routine_app.data.yaml.mistakes.fences import find_fences
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.findings import Findings, Mistake
from routine_app.data.yaml.mistakes.search import BlockSearch
from routine_app.data.yaml.nodes import SourcePosition
from routine_app.data.yaml.text_lines import Replacement, line_starts, replaced

SEARCHED_LIMIT = 64 * 1024
"""A longer text is not searched: it would take too long, and no person types one."""


class _Change(NamedTuple):
    """In one line of the mended text: the columns that are new, and the place in the text as it was."""

    start: int
    end: int
    old_start: int
    old_end: int


class MendedText:
    """What is left of a text when its mistakes are mended."""

    def __init__(self, text: str, found: Findings) -> None:
        self._line_starts = line_starts(text)
        self._changes = self._by_line(found.replacements)
        self.mistakes: Sequence[Mistake] = found.mistakes
        self.text = replaced(text, found.replacements)

    def place(self, at: int) -> SourcePosition:
        """The place of a character of the text as it was."""
        line = bisect_right(self._line_starts, at)
        return SourcePosition(line, at - self._line_starts[line - 1] + 1, at)

    def old_column(self, line: int, column: int) -> int:
        """Where that place of the mended text was; both count from 1."""
        moved = 0
        for change in self._changes.get(line, ()):
            if column >= change.end:
                moved = change.old_end - change.end
            elif column >= change.start:
                return min(change.old_start + column - change.start, change.old_end)
        return column + moved

    def _by_line(self, replacements: Sequence[Replacement]) -> dict[int, list[_Change]]:
        changes: dict[int, list[_Change]] = {}
        for replacement in sorted(replacements):
            if len(replacement.new) == replacement.end - replacement.start:
                continue
            line, column, _ = self.place(replacement.start)
            of_line = changes.setdefault(line, [])
            start = column + (of_line[-1].end - of_line[-1].old_end if of_line else 0)
            old_end = column + replacement.end - replacement.start
            of_line.append(_Change(start, start + len(replacement.new), column, old_end))
        return changes


def mend(text: str, words: FileWords) -> MendedText | None:
    """The text with its mistakes mended; None if none is found."""
    if len(text) > SEARCHED_LIMIT:
        return None
    outside = Findings(text)
    find_fences(outside, words)
    found = Findings(replaced(text, outside.replacements))
    BlockSearch(found, words).run()
    found.mistakes += outside.mistakes
    found.replacements += outside.replacements
    return MendedText(text, found) if found.mistakes else None
