"""JSON from elsewhere, as any app may write it, read without harm."""

import json
import re

NESTING_LIMIT = 20
"""How deep lists and objects may stand in each other: no format that is read here has more than seven."""

_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|([\[\]{}])', re.DOTALL)
"""A string, or a bracket outside of one."""


class BrokenJsonError(Exception):
    """A text is no JSON, or none that any app writes; the message says what is wrong, and has no full stop."""


def json_number(number: float) -> int | float:
    """The number as the app's JSON has it: rounded to thousandths, as an int if it is whole then."""
    rounded = round(number, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def decode_json_file(content: bytes) -> str:
    """The text of a file: UTF-8, or else ISO 8859-1, since an app may write single bytes for accents."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("iso8859-1")


def parse_json(text: str) -> object:
    """The value that a text stands for, line breaks in strings and all. Raises BrokenJsonError, and nothing else."""
    _require_flat(text)
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise BrokenJsonError(f"line {error.lineno} is not JSON") from error
    except ValueError as error:
        raise BrokenJsonError("it holds a number that is too long") from error


def _require_flat(text: str) -> None:
    depth = 0
    for found in _BRACKET.finditer(text):
        if found[1]:
            depth += 1 if found[1] in "[{" else -1
        if depth > NESTING_LIMIT:
            raise BrokenJsonError(f"brackets stand more than {NESTING_LIMIT} deep in each other")
