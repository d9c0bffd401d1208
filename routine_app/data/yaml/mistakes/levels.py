"""The columns at which the entries of a file stand, line by line, and the key that each belongs to."""

from typing import NamedTuple

from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.mistakes.signs import first_odd, without_invisible
from routine_app.data.yaml.text_lines import Replacement, next_line

_ODD_WIDTHS = (1, 2, 4, 8)
"""How many plain spaces may have been meant by one of another kind."""

_DASH_WIDTH = 2
_LOOKED_AT = 40
"""So far in no line of a routine begins."""


class _Level(NamedTuple):
    """A dash at a column, or a key; `bare_key` is its name if nothing stands behind it."""

    column: int
    is_dash: bool
    bare_key: str = ""


class Levels:
    """The levels that are open, the innermost last. Columns count from 0, and are those of the mended text."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._open: list[_Level] = []
        self._dash_without_space: int | None = None
        self._is_shifted = False
        self._meant: dict[tuple[str, bool], int] = {}

    @property
    def are_none(self) -> bool:
        """Whether nothing has begun yet."""
        return not self._open

    def column_of_line(self, start: int, end: int, *, is_entry: bool) -> int:
        """The column after the space with which a line begins, mended where it has odd spaces.

        `is_entry` if a dash follows, or what may be meant for one.
        """
        space = self._found.text[start:end]
        if first_odd(self._found.text, start, end) is None:
            return len(space) + self._shift(start, len(space))
        column = self._meant_column(space, end, is_entry=is_entry)
        self._meant[space, is_entry] = column
        self._found.add_odd_spaces(start, end, "", " " * column)
        return column

    def list_key(self, column: int) -> str:
        """The key to which an entry of a list at a column belongs; empty if there is none."""
        above = [level for level in self._open if level.column <= column]
        while above and above[-1].is_dash:
            above.pop()
        return above[-1].bare_key if above else ""

    def add_dash(self, column: int, *, lacks_space: bool = False) -> None:
        """A dash, or what is meant for one; `lacks_space` if what follows it is to move on by a column."""
        self._close_to(column)
        if not self._open or self._open[-1] != _Level(column, is_dash=True):
            self._open.append(_Level(column, is_dash=True))
        if lacks_space:
            self._dash_without_space, self._is_shifted = column, False

    def add_key(self, column: int, bare_key: str) -> None:
        """A key; `bare_key` is empty if something stands behind it."""
        self._close_to(column - 1)
        self._open.append(_Level(column, is_dash=False, bare_key=bare_key))

    def _close_to(self, column: int) -> None:
        while self._open and self._open[-1].column > column:
            self._open.pop()

    def _shift(self, start: int, column: int) -> int:
        """One more column for what stands right below an entry whose dash lacks its space."""
        further_in = column - self._dash_without_space if self._dash_without_space is not None else 0
        self._is_shifted = further_in == 1 or (further_in > 1 and self._is_shifted)
        if not self._is_shifted:
            self._dash_without_space = None
            return 0
        self._found.replacements.append(Replacement(start, start, " "))
        return 1

    def _meant_column(self, space: str, end: int, *, is_entry: bool) -> int:
        """The column of an open level that odd spaces of some width lead to, as they did before, or else come next to."""
        plain = space.count(" ")
        odd = len(without_invisible(space)) - plain
        columns = [level.column for level in self._open if level.is_dash is is_entry]
        if (known := self._meant.get((space, is_entry), -1)) in columns:
            return known
        begins_list = is_entry and bool(self._open) and bool(self._open[-1].bare_key)
        fitting = [column for column in (plain + odd * width for width in _ODD_WIDTHS) if column in columns]
        if fitting and not begins_list:
            return fitting[0]
        if not self._open:
            return 0
        if self._open[-1].bare_key or not columns:
            above = self._column_below(end) - _DASH_WIDTH if is_entry else 0
            return max(plain + odd, self._open[-1].column + 1, above)
        return min(columns, key=lambda column: abs(column - plain - odd))

    def _column_below(self, at: int) -> int:
        """The column at which the next line begins."""
        start = next_line(self._found.text, at)
        line = self._found.text[start : start + _LOOKED_AT]
        return len(line) - len(line.lstrip(" "))
