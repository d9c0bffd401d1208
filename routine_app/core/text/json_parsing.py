"""JSON that must be right in every letter, and whoever wrote it is told where it is not."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import NoReturn

from routine_app.core.text.clean import clean_words, shortened

NESTING_LIMIT = 20
"""How deep lists and objects may stand in each other: far more than any of the app's documents needs."""

_LONGEST_INT = 18
"""So many digits fit into the whole numbers of everything that stores them."""

_KEY_SHOWN = 40

_STRING = r'"(?:[^"\\]++|\\.)*+"?'
_BRACKETS = re.compile(rf"{_STRING}|([\[\]{{}}])", re.DOTALL)
_ENDS = re.compile(rf"{_STRING}|(\}})", re.DOTALL)
_CONSTANTS = re.compile(rf"{_STRING}|(NaN|-?Infinity)", re.DOTALL)


class BrokenDocumentError(Exception):
    """A text is no JSON; the message says where and what to do, and has no full stop."""


def parse_strictly(text: str) -> object:
    """The value that a text stands for, whose objects have no key twice. Raises BrokenDocumentError.

    A whole number too long to store is given as a float.
    """
    _require_flat(text)
    objects = _Objects(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=objects.made_of,
            parse_int=_whole_number,
            parse_constant=lambda constant: _refuse_constant(text, constant),
        )
    except json.JSONDecodeError as error:
        raise BrokenDocumentError(
            f"it breaks off or is no JSON at {_place(text, error.pos)}; export the history again as JSON"
        ) from error


class _Objects:
    """Makes the objects of one text, in the order of their ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._count = 0

    def made_of(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        values = dict(pairs)
        if len(values) != len(pairs):
            self._refuse(Counter(key for key, _ in pairs))
        self._count += 1
        return values

    def _refuse(self, keys: Counter[str]) -> NoReturn:
        twice = next(key for key, times in keys.items() if times > 1)
        end = next(islice(_found(_ENDS, self._text), self._count, None))
        raise BrokenDocumentError(
            f'"{shortened(clean_words(twice), _KEY_SHOWN)}" stands twice in the object that ends at '
            f"{_place(self._text, end.start())}; keep one of them"
        )


def _require_flat(text: str) -> None:
    depth = 0
    for bracket in _found(_BRACKETS, text):
        depth += 1 if bracket[1] in "[{" else -1
        if depth > NESTING_LIMIT:
            raise BrokenDocumentError(
                f"brackets stand more than {NESTING_LIMIT} deep in each other at "
                f"{_place(text, bracket.start())}; export the history again"
            )


def _whole_number(digits: str) -> int | float:
    return int(digits) if len(digits) <= _LONGEST_INT else float(digits)


def _refuse_constant(text: str, constant: str) -> NoReturn:
    found = next(_found(_CONSTANTS, text))
    raise BrokenDocumentError(
        f"{constant} at {_place(text, found.start())} is no number; write one in its place"
    )


def _found(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches outside strings."""
    return (match for match in pattern.finditer(text) if match[1])


def _place(text: str, position: int) -> str:
    line = text.count("\n", 0, position) + 1
    return f"line {line}, column {position - text.rfind(chr(10), 0, position)}"
