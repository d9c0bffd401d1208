"""JSON from elsewhere, read without harm: as any app may write it, or right in every letter."""

import json
import re
from typing import NoReturn

from routine_app.core.text.clean import clean_words, quoted

NESTING_LIMIT = 20
"""How deep lists and objects may stand in each other: no format that is read here has more than seven."""

_LONGEST_INT = 18
"""So many digits fit into the whole numbers of everything that stores them."""

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


def parse_strictly(text: str) -> object:
    """The value that a text stands for, whose objects have no key twice. Raises BrokenJsonError.

    A whole number too long to store is given as a float.
    """
    _require_flat(text, "; export the history again")
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_whole_number, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise BrokenJsonError(
            f"it breaks off or is no JSON at {place}; export the history again as JSON"
        ) from error


def _require_flat(text: str, advice: str = "") -> None:
    depth = 0
    for found in _BRACKET.finditer(text):
        if found[1]:
            depth += 1 if found[1] in "[{" else -1
        if depth > NESTING_LIMIT:
            raise BrokenJsonError(f"brackets stand more than {NESTING_LIMIT} deep in each other{advice}")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise BrokenJsonError(f"{quoted(clean_words(key))} stands twice in an object; keep one of them")
        values[key] = value
    return values


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INT else float(digits)


def _refuse_constant(constant: str) -> NoReturn:
    raise BrokenJsonError(f"{constant} is no number; write one in its place")
