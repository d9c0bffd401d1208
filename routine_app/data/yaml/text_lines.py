"""Where lines and the parts of a YAML file begin and end in its text, and texts put in place of some of it."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINE_BREAK = re.compile("\r\n|\r|\n")
_SPACE_AND_COMMENTS = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_ANCHOR = re.compile(r"&\S++")


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a character ends, before its line break; `at` is not inside a line break."""
    match = _LINE_BREAK.search(text, at)
    return match.start() if match else len(text)


def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(line_break.end() for line_break in _LINE_BREAK.finditer(text))]


def next_line(text: str, at: int) -> int:
    """Where the line after that of a character begins; the end of the text if there is none."""
    match = _LINE_BREAK.search(text, at)
    return match.end() if match else len(text)


def line_break_after(text: str, at: int) -> str:
    """The line break that ends the line of a character; empty on a last line without one."""
    match = _LINE_BREAK.search(text, at)
    return match[0] if match else ""


def usual_line_break(text: str) -> str:
    r"""The first line break of a text, and `\n` if it has none."""
    return line_break_after(text, 0) or "\n"


def lines_above(text: str, first: int, lowest: int = 0) -> Iterator[tuple[int, str]]:
    """The lines from `lowest` to the line that starts at `first`, nearest first, each with its start."""
    start = first
    for line in reversed(text[lowest:first].splitlines(keepends=True)):
        start -= len(line)
        yield start, line


def after_space(text: str, at: int) -> int:
    """Where the next part of a file begins, after space and comments."""
    match = _SPACE_AND_COMMENTS.match(text, at)
    return match.end() if match else at


def before_space(text: str, at: int) -> int:
    """Where the space begins, on the same line, that ends at a character."""
    while text[at - 1 : at] in (" ", "\t"):
        at -= 1
    return at


def after_anchor(text: str, at: int) -> int:
    """Where the value of a node begins that begins there, perhaps with an anchor."""
    anchor = _ANCHOR.match(text, at)
    return after_space(text, anchor.end()) if anchor else at


class Span(NamedTuple):
    """Some characters of a text, perhaps none: from `start` up to `end`."""

    start: int
    end: int


class Replacement(NamedTuple):
    """The characters from `start` up to `end` become `new`; where they meet, it is put in between."""

    start: int
    end: int
    new: str


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with all of the replacements, which stand in any order and do not overlap."""
    for replacement in sorted(replacements, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: replacement.start] + replacement.new + text[replacement.end :]
    return text
