"""Looks through a list in [ ] or a mapping in { } for mistakes."""

import re
from typing import NamedTuple

from routine_app.data.yaml.curly_quotes import CLOSING, STRAIGHT
from routine_app.data.yaml.mistakes.file_words import FileWords
from routine_app.data.yaml.mistakes.findings import Findings
from routine_app.data.yaml.mistakes.keys import find_key
from routine_app.data.yaml.mistakes.quotes import after_curly, after_quoted
from routine_app.data.yaml.mistakes.signs import COLONS, ODD_SPACES, WIDE_BRACKETS
from routine_app.data.yaml.quoting import shown
from routine_app.data.yaml.text_lines import Replacement, line_end
from routine_app.data.yaml.text_signs import COMMAS

_SPACE = re.compile(rf"[ \r\n{ODD_SPACES}]*+")
_PLAIN_END = re.compile(
    rf"[,\[\]{{}}\r\n]|:(?=[ \t\r\n,\[\]{{}}]|$)|[ \t]#|[{COMMAS}{''.join(WIDE_BRACKETS)}]"
)
_WIDE_MAPPING = re.compile(rf"[\uff5b](?=\s*+([a-z_]++)\s*+[:{COLONS}])")
_KEY_AHEAD = re.compile(rf"\s*+([a-z_]++)\s*+[:{COLONS}]")
_JOINED_WITH_BRACKET = re.compile(r"[^\s#][^\]}]*+[\]}]")
_CLOSERS = {"[": "]", "{": "}"}
_ALWAYS_ENDS = ",[]{}\r\n#"


def wide_opening(text: str, at: int, key: str, words: FileWords) -> bool:
    """Whether a wide bracket stands there for one that begins a list or a mapping."""
    mapping = _WIDE_MAPPING.match(text, at)
    if mapping is not None:
        return words.has(mapping[1])
    return WIDE_BRACKETS.get(text[at : at + 1]) == "[" and key in words.lists


class _Bracket(NamedTuple):
    """A bracket that is open: as YAML has it, whether it is a wide one, and the key that it belongs to."""

    plain: str
    is_wide: bool
    key: str


class FlowSearch:
    """Goes through one collection, whose key is `key`; `end` is where it ends, None if it never does."""

    def __init__(self, found: Findings, at: int, key: str, words: FileWords) -> None:
        self._found = found
        self._text = found.text
        self._words = words
        self._key = key
        self._open: list[_Bracket] = []
        self.end = self._search(at)

    def _search(self, at: int) -> int | None:
        following: int | None = self._after_opening(at)
        while following is not None and self._open and not self._found.are_enough:
            space = _SPACE.match(self._text, following)
            at = space.end() if space else following
            following = self._after_part(at) if at < len(self._text) else None
        return following

    def _after_part(self, at: int) -> int | None:
        """Where the part ends that begins there; None if nothing of the rest can be told apart."""
        character = self._text[at]
        if character in _CLOSERS or (self._is_list and wide_opening(self._text, at, "", self._words)):
            return self._after_opening(at)
        if character in _CLOSERS.values() or self._closes(character):
            return self._after_closing(at)
        if character == ",":
            self._key = self._open[-1].key
            return at + 1
        if character == "#":
            return self._after_sign(at)
        return self._after_entry(at)

    def _after_sign(self, at: int) -> int:
        """Where a comment ends, or the text that is meant, if its bracket is in the comment."""
        if not self._is_cut(at + 1):
            return line_end(self._text, at)
        self._refuse_cut(at, at, at + 1)
        return self._after_plain(at + 1)

    @property
    def _is_list(self) -> bool:
        return self._open[-1].plain == "["

    def _closes(self, character: str) -> bool:
        """Whether a wide bracket closes the innermost one, which is wide as well."""
        innermost = self._open[-1]
        return innermost.is_wide and WIDE_BRACKETS.get(character) == _CLOSERS[innermost.plain]

    def _after_opening(self, at: int) -> int:
        bracket = self._plain_bracket(at)
        self._open.append(_Bracket(bracket, bracket != self._text[at], self._key))
        return at + 1

    def _after_closing(self, at: int) -> int:
        self._key = self._open.pop().key
        self._plain_bracket(at)
        return at + 1

    def _plain_bracket(self, at: int) -> str:
        """A bracket as YAML has it, a mistake if it is another."""
        bracket = self._text[at]
        plain = WIDE_BRACKETS.get(bracket, bracket)
        if bracket != plain:
            message = f"{shown(bracket)} means nothing to YAML; write {plain}"
            self._found.add(at, self._key, message, Replacement(at, at + 1, plain))
        return plain

    def _after_entry(self, at: int) -> int | None:
        character = self._text[at]
        key = None if self._is_list else find_key(self._found, at, self._words, is_flow=True)
        if key:
            self._key = key.word
            return key.value_at
        if character in STRAIGHT:
            return after_quoted(self._found, at, self._key, is_flow=True)
        if character in CLOSING:
            is_text = self._key in self._words.texts
            end = after_curly(self._found, at, self._key, is_text=is_text, is_flow=True)
            if end is not None:
                return end
        return self._after_plain(at)

    def _after_plain(self, start: int) -> int:
        for stop in _PLAIN_END.finditer(self._text, start):
            sign = stop[0][-1]
            if sign == "#" and self._is_cut(stop.end()):
                self._refuse_cut(start, *stop.span())
            elif sign == ":" or self._separates(sign, stop.end()):
                return stop.end()
            elif sign in _ALWAYS_ENDS or self._closes(sign):
                return max(stop.start(), start + 1)
        return len(self._text)

    def _separates(self, comma: str, after: int) -> bool:
        """Whether a comma of another alphabet stands between two entries, which is a mistake."""
        if comma == "," or comma not in COMMAS:
            return False
        ahead = _KEY_AHEAD.match(self._text, after)
        is_meant = (
            self._open[-1].is_wide if self._is_list else ahead is not None and self._words.has(ahead[1])
        )
        if is_meant:
            message = f"{shown(comma)} does not part two entries; write a plain comma and a space"
            self._found.add(after - 1, self._key, message, Replacement(after - 1, after, ", "))
        return is_meant

    def _is_cut(self, after: int) -> bool:
        """Whether a comment, which begins right behind its #, has the bracket in it that should close."""
        rest = self._text[after : line_end(self._text, after)]
        return self._key in self._words.texts and _JOINED_WITH_BRACKET.match(rest) is not None

    def _refuse_cut(self, start: int, cut_start: int, cut_end: int) -> None:
        left = self._text[start:cut_start].rstrip()
        rest = f", and {shown(left)} is left" if left else ""
        message = f'the "#" makes a comment of the rest of the line, its bracket too{rest}'
        mended = Replacement(cut_start, cut_end, "_" * (cut_end - cut_start))
        self._found.add(cut_end - 1, self._key, f"{message}; put the whole text in quotes", mended)
