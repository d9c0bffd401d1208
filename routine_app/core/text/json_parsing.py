"""JSON from elsewhere, as any app may write it, read without harm."""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

T = TypeVar("T")

NESTING_LIMIT = 20
"""How deep lists and objects may stand in each other: no format that is read here has more than seven."""

JSON_SPACE = "\ufeff \t\r\n"
"""What may stand before the JSON of a file."""

_PART = re.compile(r'"(?:[^"\\]++|\\.)*+("?)|([\[\]{}])', re.DOTALL)
"""A string, with its closing mark if it has one, or a bracket outside of one."""


class BrokenJsonError(Exception):
    """A text is no JSON, or none that any app writes; the message says what is wrong, and has no full stop."""


def parse_json(text: str) -> object:
    """The value that a text stands for, line breaks in strings and all. Raises BrokenJsonError, and nothing else."""
    return _parsed(text, partial(json.loads, strict=False))


def parse_json_start(text: str) -> tuple[object, int]:
    """The value that a text begins with, as `parse_json` has it, and where what follows it begins."""
    return _parsed(text, json.JSONDecoder(strict=False).raw_decode)


def _parsed(text: str, parse: Callable[[str], T]) -> T:
    Nesting().add(text)
    try:
        return parse(text)
    except json.JSONDecodeError as error:
        raise BrokenJsonError(f"line {error.lineno} is not JSON") from error
    except ValueError as error:
        raise BrokenJsonError("it holds a number that is too long") from error


class Nesting:
    """How deep the brackets of a text, which may come in pieces, stand in each other."""

    def __init__(self, advice: str = "") -> None:
        self._advice = advice
        self._depth = 0
        self._open_string = ""

    def add(self, text: str) -> None:
        """Go on through the text; raises BrokenJsonError where it is deeper than any reader goes."""
        text, self._open_string = self._open_string + text, ""
        for found in _PART.finditer(text):
            if found[2]:
                self._turn(found[2])
            elif not found[1]:
                # It goes on in the next piece: its quote is kept, and the backslash at its end if one is left.
                self._open_string = '"' + text[found.end() :]

    def _turn(self, bracket: str) -> None:
        self._depth += 1 if bracket in "[{" else -1
        if self._depth > NESTING_LIMIT:
            raise BrokenJsonError(
                f"brackets stand more than {NESTING_LIMIT} deep in each other{self._advice}"
            )
