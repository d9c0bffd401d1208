"""What a text from elsewhere holds, seen by its content and not by its name."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain, islice

from routine_app.core.history.exchange.history_json import EXPORT_FORMAT
from routine_app.core.history.exchange.holds_csv import HISTORY_COLUMNS
from routine_app.core.sharing.fences import between_fences, unquoted
from routine_app.core.text.json_parsing import JSON_SPACE, BrokenJsonError, parse_json_start

_SEEN_CHARACTERS = 4000
"""So much of the beginning of a file tells whether it is a history."""

_STRETCHES = re.compile(r"^[\"']?stretches[\"']?[ \t]*[:\N{FULLWIDTH COLON}]", re.MULTILINE | re.IGNORECASE)
_TITLE = re.compile(r"^[\"']?title[\"']?[ \t]*[:\N{FULLWIDTH COLON}]", re.MULTILINE | re.IGNORECASE)
_OF_A_STRETCH = re.compile(
    r"^[ \t]*(?:[-*\N{BULLET}\N{EN DASH}\N{EM DASH}] ?)?(?:name|hold)[ \t]*[:\N{FULLWIDTH COLON}]",
    re.MULTILINE,
)

_IN_BRACES = re.compile(r"[{,]\s*+[\"']?stretches[\"']?\s*+:\s*+\[")
"""The key of a routine in braces, which YAML takes as well where JSON does not: with a comma too many, or no quotes."""
_ESCAPE = re.compile(r"\\(?:u(d[89ab]..)\\u(d[c-f]..)|.)", re.IGNORECASE)
_HISTORY = re.compile(
    rf'"format"\s*:\s*"{EXPORT_FORMAT}"|"sessions"\s*:\s*\[\s*(?:\]|\{{[^\[\]]*"started_at"\s*:)'
)


def is_history(text: str) -> bool:
    """Whether a text is a history of this app, by how it begins."""
    return text.lstrip(JSON_SPACE).startswith("{") and _HISTORY.search(text[:_SEEN_CHARACTERS]) is not None


def is_history_table(text: str) -> bool:
    """Whether a text is the table of holds that this app exports."""
    return text.lstrip('\ufeff"').startswith(HISTORY_COLUMNS[0])


def routines_in(text: str) -> Sequence[str]:
    """The routines that a text holds, each as the text of its file: all of it, or what stands between fences in it."""
    if _is_routine_json(text):
        return [text]
    fenced = [block for block in between_fences(text) if is_like_a_routine(block) or _is_routine_json(block)]
    if fenced:
        return fenced
    found = (one for one in chain((text,), unquoted(text)) if is_like_a_routine(one))
    return list(islice(found, 1))


def is_like_a_routine(text: str) -> bool:
    """Whether a text has the keys of a routine where they belong, at the beginning of lines."""
    has_title = _TITLE.search(text) is not None and _OF_A_STRETCH.search(text) is not None
    return has_title or _STRETCHES.search(text) is not None


def without_json_escapes(text: str) -> str:
    """A routine in JSON without the escapes that YAML does not know: of a slash, and of a letter in two halves."""
    return _ESCAPE.sub(_unescaped, text) if "\\" in text and _is_routine_json(text) else text


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1]:
        return bytes.fromhex(escape[1] + escape[2]).decode("utf-16-be")
    return "/" if escape[0] == "\\/" else escape[0]


def _is_routine_json(text: str) -> bool:
    start = text.lstrip(JSON_SPACE)
    if not start.startswith("{"):
        return False
    try:
        value, end = parse_json_start(start)
    except BrokenJsonError:
        return _IN_BRACES.search(start) is not None
    return isinstance(value, Mapping) and "stretches" in value and not start[end:].strip()
