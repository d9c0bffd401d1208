"""A JSON text that comes in pieces, read value by value: neither it nor what it stands for is ever there as a whole."""

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from typing import NoReturn

from routine_app.core.text.clean import clean_words, quoted
from routine_app.core.text.json_parsing import BrokenJsonError, Nesting

_LONGEST_INT = 18
"""So many digits fit into the whole numbers of everything that stores them."""

_LONGEST_CUT = 16
"""A text that breaks off is found to be no JSON within so many characters of its end; only a string may be longer."""

_SPACE = re.compile(r"[ \t\n\r]*+")


class JsonStream:
    """Reads one value after the other from pieces of UTF-8.

    Every method raises BrokenJsonError for what is no JSON, is not in UTF-8, has an object with a key twice, or
    brackets too deep in each other. A whole number too long to store is given as a float.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder(
            object_pairs_hook=_object, parse_int=_whole_number, parse_constant=_refuse_constant
        )
        self._nesting = Nesting("; export the history again")
        self._text, self._at = "", 0
        self._is_whole = False
        self._lines_before = self._column_before = self._undecoded_lines = 0

    def peek(self) -> str:
        """The next character that is no space; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text) or self._is_whole:
                return self._text[self._at : self._at + 1]
            self._fill()

    def value(self) -> object:
        """The value that comes next, as a whole."""
        self.peek()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_whole or self._is_certain(error):
                    raise self._broken(error.pos) from error
            else:
                # A number may go on in the next piece: what there is of `1.5e-3` may be `1.5e-`.
                if self._is_whole or end < len(self._text) - _LONGEST_CUT:
                    self._at = end
                    return value
            self._fill(len(self._text) - self._at)

    def entries(self) -> Iterator[object]:
        """The entries of the list that comes next, each read when it is asked for."""
        yield from (self.value() for _ in self._parts("[", "]"))

    def members(self) -> Iterator[str]:
        """The keys of the object that comes next; the value of each must be read before the next one."""
        keys: set[str] = set()
        for _ in self._parts("{", "}"):
            if self.peek() != '"':
                raise self._broken(self._at)
            key = str(self.value())
            if key in keys:
                raise _twice(key)
            keys.add(key)
            self._take(":")
            yield key

    def end(self) -> None:
        """Nothing may come any more."""
        if self.peek():
            raise self._broken(self._at)

    def _parts(self, opening: str, closing: str) -> Iterator[None]:
        self._take(opening)
        if self.peek() != closing:
            yield
            while self.peek() != closing:
                self._take(",")
                yield
        self._take(closing)

    def _take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self._broken(self._at)
        self._at += 1

    def _fill(self, least: int = 0) -> None:
        """Let go of what was read, and add at least so many characters, and some, if there are any more."""
        self._note_place()
        added: list[str] = []
        while sum(map(len, added)) <= least and not self._is_whole:
            piece = next(self._pieces, b"")
            self._is_whole = not piece
            added.append(self._decoded(piece))
        for text in added:
            self._nesting.add(text)
        self._text, self._at = self._text[self._at :] + "".join(added), 0

    def _decoded(self, piece: bytes) -> str:
        try:
            text = self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            line = self._undecoded_lines + error.object.count(b"\n", 0, error.start) + 1
            raise BrokenJsonError(f"line {line} is not in UTF-8; export the history again as JSON") from error
        self._undecoded_lines += piece.count(b"\n")
        return text

    def _note_place(self) -> None:
        """Remember where in the file the text will begin."""
        lines = self._text.count("\n", 0, self._at)
        self._lines_before += lines
        last = self._text.rfind("\n", 0, self._at)
        self._column_before = self._at - last - 1 if lines else self._column_before + self._at

    def _is_certain(self, error: json.JSONDecodeError) -> bool:
        """Whether what comes later can make no JSON of it."""
        is_string = error.msg.startswith("Unterminated string")
        return not is_string and error.pos < len(self._text) - _LONGEST_CUT

    def _broken(self, at: int) -> BrokenJsonError:
        lines = self._text.count("\n", 0, at)
        column = at - self._text.rfind("\n", 0, at) if lines else self._column_before + at + 1
        place = f"line {self._lines_before + lines + 1}, column {column}"
        return BrokenJsonError(f"it breaks off or is no JSON at {place}; export the history again as JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    keys = [key for key, _ in pairs]
    raise _twice(next(key for place, key in enumerate(keys) if key in keys[:place]))


def _twice(key: str) -> BrokenJsonError:
    return BrokenJsonError(f"{quoted(clean_words(key))} stands twice in an object; keep one of them")


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INT else float(digits)


def _refuse_constant(constant: str) -> NoReturn:
    raise BrokenJsonError(f"{constant} is no number; write one in its place")
