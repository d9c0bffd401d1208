"""JSON from elsewhere: read whatever it holds, without harm."""

import json
import re

NESTING_LIMIT = 20
"""How deep lists and objects may stand in each other; no format that is read here has more than seven."""

Json = dict[str, object] | list[object] | str | int | float | bool | None

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


class BrokenJsonError(Exception):
    """A text is no JSON, or none that any app writes."""


def decode_json_file(content: bytes) -> str:
    """The text of a file: UTF-8, or else ISO 8859-1, since an app may write single bytes for accents."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("iso8859-1")


def parse_json(text: str) -> Json:
    """The value that a text stands for. Raises BrokenJsonError, and nothing else."""
    if _depth(text) > NESTING_LIMIT:
        raise BrokenJsonError(f"lists stand more than {NESTING_LIMIT} deep in each other")
    try:
        value: Json = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise BrokenJsonError(f"line {error.lineno} is not JSON") from error
    except (ValueError, RecursionError) as error:
        raise BrokenJsonError("it holds a number that is too long") from error
    return value


def _depth(text: str) -> int:
    """How deep brackets stand in each other at most, those in strings not counted."""
    deepest = depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub("", text)):
        depth += 1 if bracket[0] in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
