"""Looks through a list in [ ] or a mapping in { } for mistakes."""

import re

from routine_app.data.yaml.curly_quotes import CLOSING
from routine_app.data.yaml.file_words import FileWords
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
_CLOSERS = {"[": "]", "{": "}"}


def wide_opening(text: str, at: int, key: str, words: FileWords) -> bool:
    """Whether a wide bracket stands there for one that begins a list or a mapping."""
    mapping = _WIDE_MAPPING.match(text, at)
    if mapping is not None:
        return words.has(mapping[1])
    return WIDE_BRACKETS.get(text[at : at + 1]) == "[" and key in words.lists


class FlowSearch:
    """Goes through one collection, whose key is `key`; `end` is where it ends, None if it never does."""

    def __init__(self, found: Findings, at: int, key: str, words: FileWords) -> None:
        self._found = found
        self._text = found.text
        self._words = words
        self._key = key
        self._open: list[
            tuple[str, bool, str]
        ] = []  # each bracket as YAML has it, whether it is wide, and its key
        self.end = self._search(at)

    def _search(self, at: int) -> int | None:
        self._push(at)
        at += 1
        while self._open and not self._found.are_enough:
            space = _SPACE.match(self._text, at)
            at = space.end() if space else at
            if at >= len(self._text):
                return None
            following = self._part(at)
            if following is None:
                return None
            at = following
        return at

    def _push(self, at: int) -> None:
        bracket = self._text[at]
        plain = WIDE_BRACKETS.get(bracket, bracket)
        self._open.append((plain, bracket != plain, self._key))
        if bracket != plain:
            self._refuse_wide(at, plain)

    def _pop(self, at: int) -> int:
        bracket = self._text[at]
        plain = WIDE_BRACKETS.get(bracket, bracket)
        _, _, self._key = self._open.pop()
        if bracket != plain:
            self._refuse_wide(at, plain)
        return at + 1

    def _refuse_wide(self, at: int, plain: str) -> None:
        message = f"{shown(self._text[at])} means nothing to YAML; write {plain}"
        self._found.add(at, self._key, message, Replacement(at, at + 1, plain))

    def _part(self, at: int) -> int | None:
        """Where the next part begins after the one that begins there."""
        character = self._text[at]
        bracket, is_wide, key = self._open[-1]
        if character in "[{" or (bracket == "[" and wide_opening(self._text, at, "", self._words)):
            self._push(at)
            return at + 1
        if character in "]}" or (is_wide and WIDE_BRACKETS.get(character) == _CLOSERS[bracket]):
            return self._pop(at)
        if character == ",":
            if bracket == "{":
                self._key = key
            return at + 1
        if character == "#":
            return line_end(self._text, at)
        return self._entry(at, is_mapping=bracket == "{")

    def _entry(self, at: int, *, is_mapping: bool) -> int | None:
        character = self._text[at]
        if is_mapping and (key := find_key(self._found, at, self._words, is_flow=True)):
            self._key = key.word
            return key.value_at
        if character in "\"'":
            return after_quoted(self._found, at, self._key, is_flow=True)
        if character in CLOSING:
            is_text = self._key in self._words.texts
            end = after_curly(self._found, at, self._key, is_text=is_text, is_flow=True)
            if end is not None:
                return end
        return self._plain(at)

    def _plain(self, start: int) -> int:
        """Where a text without quotes ends."""
        at = start
        while stop := _PLAIN_END.search(self._text, at):
            sign = stop[0]
            if sign[-1] == "#":
                if not self._is_cut(stop.end()):
                    return stop.start()
                self._refuse_cut(start, stop.end() - 1)
            elif sign in COMMAS and sign != ",":
                if self._is_separator(stop):
                    self._refuse_comma(stop.start())
                    return stop.end()
            elif sign not in WIDE_BRACKETS:
                return stop.end() if sign == ":" else stop.start() if stop.start() > start else stop.end()
            elif self._open[-1][1] and WIDE_BRACKETS[sign] == _CLOSERS[self._open[-1][0]]:
                return stop.start()
            at = stop.end()
        return len(self._text)

    def _is_separator(self, comma: re.Match[str]) -> bool:
        """Whether a comma of another alphabet stands between two entries."""
        bracket, is_wide, _ = self._open[-1]
        if bracket == "[":
            return is_wide
        ahead = _KEY_AHEAD.match(self._text, comma.end())
        return ahead is not None and self._words.has(ahead[1])

    def _refuse_comma(self, at: int) -> None:
        message = f"{shown(self._text[at])} does not part two entries; write a plain comma and a space"
        self._found.add(at, self._key, message, Replacement(at, at + 1, ", "))

    def _is_cut(self, after: int) -> bool:
        """Whether a comment, which begins right behind its #, has the bracket in it that should close."""
        rest = self._text[after : line_end(self._text, after)]
        return (
            self._key in self._words.texts
            and bool(re.match(r"[^\s#]", rest))
            and bool(re.search(r"[\]}]", rest))
        )

    def _refuse_cut(self, start: int, at: int) -> None:
        message = f'the "#" makes a comment of the rest of the line, its bracket too, and {shown(self._text[start:at].rstrip())} is left'
        self._found.add(
            at, self._key, f"{message}; put the whole text in quotes", Replacement(at, at + 1, "_")
        )
