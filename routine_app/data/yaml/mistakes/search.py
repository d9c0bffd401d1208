"""Looks through a text line by line, as YAML reads it, for what was meant as YAML."""

import re
from typing import NamedTuple

from routine_app.data.yaml.curly_quotes import CLOSING
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.mistakes.flow import FlowSearch, wide_opening
from routine_app.data.yaml.mistakes.keys import find_key
from routine_app.data.yaml.mistakes.levels import Levels
from routine_app.data.yaml.mistakes.quotes import after_curly, after_quoted
from routine_app.data.yaml.mistakes.signs import ODD_SPACES, without_invisible
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.text_lines import Replacement, line_end, next_line
from routine_app.data.yaml.text_signs import BULLETS

_SPACE = re.compile(rf"[ {ODD_SPACES}]*+")
_DASH = re.compile(rf"-(?=$|[ \r\n{ODD_SPACES}])")
_MARK = re.compile(
    rf"(?P<mark>[{BULLETS}]|[0-9]{{1,3}}[.)](?= )|-(?=[^\s-]))(?P<space>[ {ODD_SPACES}]*+)(?=[^\r\n])"
)
_SIGN = re.compile(
    rf"(?P<mark>[oO\xd8\xfcvq]|[^\w\s\"'#&!|>%@`,?:*\[\]{{}}{''.join(CLOSING)}{ODD_SPACES}-]{{1,3}})"
    rf"(?P<space>[ {ODD_SPACES}]++)(?=(?P<key>[a-z_]++)[ \t]*:)"
)
"""What word processors, whose bullets are letters of another font, and pictures put before a key."""
_BOX = re.compile(r"\[[ xX]?\][ \t]++(?=[^\s,:#\]}])")
_KEYED = re.compile(r"""["']?[^\W\d][\w-]*+["']?\s*+:(?=$|\s)""")
_PROPERTIES = re.compile(r"(?:[&!]\S*+[ \t]++)*+")
_DOCUMENT_MARK = re.compile(r"(?:---|\.\.\.)(?=$|\s)|%")
_CUT = re.compile(r"[ \t]++#(?=[^\s#])")
_COMMENTED = re.compile(r"[ \t]++#.*+", re.DOTALL)
_WORD = re.compile(r"\w+")
_OPEN_BRACKETS = "[{"
_NO_REMARK = "[{\"'|>&!"
"""What the whole of a file may begin with, if not with a key."""


class _Text(NamedTuple):
    """A value on the line of its key, or of its dash, which stands at `column`."""

    at: int
    column: int
    key: str


class _AfterMark(NamedTuple):
    """Where what a dash begins stands, and how many columns further on than the dash."""

    at: int
    width: int


class BlockSearch:
    """Goes through the lines of a text; what it finds is in `found`."""

    def __init__(self, found: Findings, words: FileWords) -> None:
        self._found = found
        self._text = found.text
        self._words = words
        self._levels = Levels(found)
        self._text_column: int | None = None  # lines further in belong to a text that began above them

    def run(self) -> None:
        """Look through the whole text."""
        at = 0
        while at < len(self._text) and not self._found.are_enough:
            at = self._line(at)

    def _line(self, start: int) -> int:
        """Where the next line to look at begins."""
        space = _SPACE.match(self._text, start)
        at = space.end() if space else start
        if self._text[at : at + 1] in ("", "\r", "\n", "#") or _DOCUMENT_MARK.match(self._text, start):
            self._check_blank(start, at, self._text_column)
            return next_line(self._text, start)
        if self._text_column is not None and at - start > self._text_column and not self._is_meant(start, at):
            return next_line(self._text, start)
        self._text_column = None
        is_entry = _DASH.match(self._text, at) is not None or self._mark(at) is not None
        return self._entry(at, self._levels.column_of_line(start, at, is_entry=is_entry))

    def _is_meant(self, start: int, at: int) -> bool:
        """Whether a line that would go on with a text has odd spaces before a key."""
        has_odd = self._text[start:at].strip(" ") != ""
        return has_odd and find_key(Findings(self._text), at, self._words) is not None

    def _entry(self, at: int, column: int) -> int:
        while (following := self._after_mark(at, column)) is not None:
            column += following.width
            at = following.at
        is_wide = wide_opening(self._text, at, self._levels.list_key(column), self._words)
        key = None if is_wide else find_key(self._found, at, self._words)
        if key is None and self._levels.are_none and self._is_remark(at):
            return self._after_remark(at)
        if key is None:
            return self._value(_Text(at, max(column - 1, 0), self._levels.list_key(column)))
        is_bare = self._text[key.value_at : key.value_at + 1] in ("", "\r", "\n", "#")
        self._levels.add_key(column, key.word if is_bare else "")
        return self._value(_Text(key.value_at, column, key.word))

    def _is_remark(self, at: int) -> bool:
        """Whether a line above the first key can be meant for none."""
        word = _WORD.match(self._text, at)
        return self._text[at] not in _NO_REMARK and not (word and self._words.has(word[0]))

    def _after_remark(self, at: int) -> int:
        """The next line after one that stands above the first key, and has none itself."""
        end = line_end(self._text, at)
        message = f'{shown(self._text[at:end].rstrip())} is no key; delete this line, or begin it with "#"'
        self._found.add(at, "", message, Replacement(at, end, " " * (end - at)))
        return next_line(self._text, end)

    def _after_mark(self, at: int, column: int) -> _AfterMark | None:
        """What stands behind a dash, or what is meant for one; None if there is none."""
        if _DASH.match(self._text, at):
            self._levels.add_dash(column)
            return self._after_dash(at + 1)
        key = self._levels.list_key(column)
        mark = self._mark(at)
        if mark is None or self._found.are_enough or not self._begins_entry(mark, key):
            return None
        width = self._meant_width(mark, column)
        self._refuse_mark(mark, key, width)
        self._levels.add_dash(column, lacks_space=not mark["space"])
        return _AfterMark(self._after_box(mark.end()), width)

    def _mark(self, at: int) -> re.Match[str] | None:
        """What stands there in place of a dash, or of its space."""
        sign = _SIGN.match(self._text, at)
        return sign if sign and self._words.has(sign["key"]) else _MARK.match(self._text, at)

    def _meant_width(self, mark: re.Match[str], column: int) -> int:
        """How far behind its mark an entry begins: above what stands in the next line, if that is further in."""
        end = line_end(self._text, mark.end())
        start = next_line(self._text, end)
        space = _SPACE.match(self._text, start)
        below = len(space[0]) - column if space else 0
        is_bare = self._text[mark.end() : end].rstrip().endswith(":")
        return below if below > 1 and not is_bare else len(mark["mark"]) + (len(mark["space"]) or 1)

    def _after_dash(self, at: int) -> _AfterMark:
        space = _SPACE.match(self._text, at)
        end = space.end() if space else at
        self._found.add_odd_spaces(at, end, "")
        return _AfterMark(self._after_box(end), 1 + (len(without_invisible(self._text[at:end])) or 1))

    def _after_box(self, at: int) -> int:
        """What follows a box to tick, which a list of tasks has behind its dash, and no routine."""
        box = _BOX.match(self._text, at)
        if box is None:
            return at
        message = f"{shown(box[0].rstrip())} is no part of an entry; delete it"
        self._found.add(at, "", message, Replacement(at, box.end(), ""))
        return box.end()

    def _begins_entry(self, mark: re.Match[str], key: str) -> bool:
        """Whether a mark, where a list of that key may stand, is meant for the dash of an entry."""
        if mark["mark"] == "-" and _KEYED.match(self._text, mark.end()):
            return True
        if key not in self._words.lists:
            return False
        return mark["mark"] not in "*+" or bool(mark["space"]) or bool(_KEYED.match(self._text, mark.end()))

    def _refuse_mark(self, mark: re.Match[str], key: str, width: int) -> None:
        start, end = mark.span()
        entry = self._text[mark.end() : line_end(self._text, end)].strip()
        cure = f"write {shown(f'- {entry}')}"
        if mark["mark"] == "-":
            message = f"a space is missing after the dash; {cure}"
        else:
            message = f"{shown(mark['mark'])} does not begin an entry of a list; {cure}"
        self._found.add(start, key, message, Replacement(start, end, "-".ljust(width)))

    def _value(self, value: _Text) -> int:
        properties = _PROPERTIES.match(self._text, value.at)
        at = properties.end() if properties else value.at
        sign = self._text[at : at + 1]
        if sign in ("", "\r", "\n", "#"):
            return next_line(self._text, at)
        if sign in "|>":
            return self._after_block_text(at, value.column)
        if sign in _OPEN_BRACKETS or wide_opening(self._text, at, value.key, self._words):
            return self._after_flow(at, value.key)
        if sign in "\"'":
            end = after_quoted(self._found, at, value.key, is_flow=False)
            return len(self._text) if end is None else next_line(self._text, end)
        if sign in CLOSING:
            is_text = value.key in self._words.texts
            end = after_curly(self._found, at, value.key, is_text=is_text, is_flow=False)
            if end is not None:
                return next_line(self._text, end)
        self._text_column = value.column
        self._check_plain(at, value)
        return next_line(self._text, at)

    def _after_block_text(self, at: int, column: int) -> int:
        """Where the lines below `|` or `>` end that are further in."""
        at = next_line(self._text, at)
        while at < len(self._text):
            space = _SPACE.match(self._text, at)
            begin = space.end() if space else at
            if self._text[begin : begin + 1] in ("", "\r", "\n"):
                self._check_blank(at, begin, column)
            elif begin - at <= column:
                break
            elif not self._text.startswith(" " * (column + 1), at):
                self._found.add_odd_spaces(at, begin, "", " " * (begin - at))
            at = next_line(self._text, at)
        return at

    def _after_flow(self, at: int, key: str) -> int:
        end = FlowSearch(self._found, at, key, self._words).end
        if end is None:
            return len(self._text)
        rest = self._text[end : line_end(self._text, end)]
        start = end + len(rest) - len(rest.lstrip())
        if rest.strip() and not rest.lstrip().startswith(("#", ":")):
            message = (
                f"{shown(rest.strip())} stands after the closing bracket; put it inside, or leave it out"
            )
            self._found.add(start, key, message, Replacement(start, end + len(rest), ""))
        return next_line(self._text, end)

    def _check_blank(self, start: int, end: int, text_column: int | None) -> None:
        """Odd spaces on a line of nothing else, or before a comment: letters to YAML, and harmless only in a text."""
        space = self._text[start:end]
        letters = space.lstrip(" \t")
        column = len(space) - len(letters)
        if letters and (text_column is None or column <= text_column):
            self._found.add_odd_spaces(start + column, end, "")

    def _check_plain(self, at: int, value: _Text) -> None:
        """A comment in the middle of a text, or a character that nobody sees in a value of another kind."""
        end = line_end(self._text, at)
        if value.key not in self._words.texts:
            if value.key in self._words.keys:
                self._check_word(_COMMENTED.sub("", self._text[at:end]), at, value.key)
            return
        cut = _CUT.search(self._text, at, end)
        if cut is not None and self._goes_on(end, value.column):
            left = shown(self._text[at : cut.start()])
            message = f'the "#" cuts the text short, and {left} is left; put the whole text in quotes'
            self._found.add(cut.end() - 1, value.key, message, Replacement(cut.end() - 1, cut.end(), "_"))

    def _check_word(self, word: str, at: int, key: str) -> None:
        seen = without_invisible(word)
        if seen != word:
            self._found.add_odd_spaces(at, at + len(word), key, seen)

    def _goes_on(self, end: int, column: int) -> bool:
        """Whether the next line is further in, and no key or dash."""
        start = next_line(self._text, end)
        space = _SPACE.match(self._text, start)
        at = space.end() if space else start
        is_text = self._text[at : at + 1] not in ("", "\r", "\n", "#", "-")
        return is_text and at - start > column and not _KEYED.match(self._text, at)
