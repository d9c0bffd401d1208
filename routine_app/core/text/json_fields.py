"""The values of one JSON object, each of the kind that it must be."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from routine_app.core.text.clean import clean_words, shortened

MOST_SECONDS = 86_400
"""A day: no hold is longer."""

_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
_BEFORE = datetime(3000, 1, 1, tzinfo=UTC)
"""Within these no counting of days or seconds leaves what a calendar has."""

_TIME = 'a time from 1970 to 2999 with its offset, such as "2026-07-01T18:30:00+02:00"'

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
"""What JSON can spell, and no file or database can hold."""

_SHOWN_CHARACTERS = 40

T = TypeVar("T")
Word = TypeVar("Word", bound=StrEnum)


class DamageError(Exception):
    """A value cannot be; the message says where, what it is and what it must be, and has no full stop."""


class JsonFields:
    """Reads the values of an object; `place` names it in errors: `session 4, hold 2`.

    Each method raises DamageError for a missing value and one of another kind. A key that nobody asks for
    does no harm. A class of another format has its errors by other `no_object` and `wrong`.
    """

    def __init__(self, value: object, place: str = "") -> None:
        self.place = place
        if not isinstance(value, dict):
            raise self.no_object(value)
        self._values = value

    def has(self, key: str) -> bool:
        """Whether there is a value, of whatever kind."""
        return key in self._values

    def raw(self, key: str) -> object:
        """Whatever it is; None if it is missing."""
        return self._values.get(key)

    def names(self, longest: int) -> Sequence[str]:
        """All keys, which are names of 1 to so many characters."""
        return [_name(key, f"{self.place} has the key", longest) for key in self._values]

    def text(self, key: str, longest: int, *, shortest: int = 0) -> str:
        """A text of so many characters."""
        wanted = _text(shortest, longest)
        return self._of_kind(str, key, wanted, lambda value: _is_text(value, shortest, longest))

    def texts(self, key: str, longest: int) -> Sequence[str]:
        """A list of texts of 1 to so many characters."""
        return [
            _name(value, self._named(f'entry {number} of "{key}" is'), longest)
            for number, value in enumerate(self.entries(key), start=1)
        ]

    def seconds(self, key: str) -> float:
        """A number of seconds, a day at most, rounded to thousandths."""
        wanted = f"a number of seconds from 0 to {MOST_SECONDS}"
        return round(self._number(key, wanted, lambda value: 0 <= value <= MOST_SECONDS), 3)

    def whole(self, key: str, smallest: int, largest: int) -> int:
        """A whole number within limits that are themselves allowed."""
        wanted = f"a whole number from {smallest} to {largest}"
        return self._of_kind(int, key, wanted, lambda value: smallest <= value <= largest)

    def moment(self, key: str, or_null: str = "") -> datetime:
        """A time with its offset from UTC."""
        moment = _moment(self.raw(key))
        if moment is None:
            raise self.wrong(key, or_null + _TIME)
        return moment

    def moment_or_none(self, key: str) -> datetime | None:
        """A time with its offset from UTC, or None for null."""
        return None if self._is_null(key) else self.moment(key, "null, or ")

    def word(self, key: str, words: type[Word], or_null: str = "") -> Word:
        """One of these words."""
        known: Mapping[str, Word] = _known(words)
        return known[self._of_kind(str, key, or_null + _any_of(words), lambda value: value in known)]

    def word_or_none(self, key: str, words: type[Word]) -> Word | None:
        """One of these words, or None for null."""
        return None if self._is_null(key) else self.word(key, words, "null, ")

    def entries(self, key: str) -> Sequence[object]:
        """A list."""
        return self._of_kind(list, key, "a list", lambda _value: True)

    def _is_null(self, key: str) -> bool:
        return self.has(key) and self._values[key] is None

    def _of_kind(self, kind: type[T], key: str, wanted: str, is_right: Callable[[T], bool]) -> T:
        value = self.raw(key)
        if not isinstance(value, kind) or isinstance(value, bool) or not is_right(value):
            raise self.wrong(key, wanted)
        return value

    def _number(self, key: str, wanted: str, is_right: Callable[[float], bool]) -> float:
        kind = float if isinstance(self.raw(key), float) else int
        return float(self._of_kind(kind, key, wanted, is_right))

    def no_object(self, value: object) -> Exception:
        """The error for a value that is no object."""
        return DamageError(f"{self.place} is {_shown(value)}; it must be an object")

    def wrong(self, key: str, wanted: str) -> Exception:
        """The error for a value that is missing, or not what is wanted."""
        shown = _shown(self._values[key]) if self.has(key) else "missing"
        return DamageError(f"{self._named(_shown(key))} is {shown}; it must be {wanted}")

    def _named(self, part: str) -> str:
        return f"{self.place}: {part}" if self.place else part


def _name(value: object, words: str, longest: int) -> str:
    """A text of 1 to so many characters; if it is none, the error begins with these words."""
    if isinstance(value, str) and _is_text(value, 1, longest):
        return value
    raise DamageError(f"{words} {_shown(value)}; it must be {_text(1, longest)}")


def _is_text(value: str, shortest: int, longest: int) -> bool:
    return shortest <= len(value) <= longest and _HALF_CHARACTER.search(value) is None


def _moment(value: object) -> datetime | None:
    """The time that a text spells, None if it spells none or one without offset."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.utcoffset() is not None and _EARLIEST <= moment < _BEFORE else None


@cache
def _known(words: type[StrEnum]) -> Mapping[str, Any]:
    """The words by their spelling: calling the Enum costs five times as much."""
    return {word.value: word for word in words}


@cache
def _any_of(words: type[StrEnum]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} or {last}"


@cache
def _text(shortest: int, longest: int) -> str:
    return f"text of {shortest} to {longest} characters, none of them broken"


def _shown(value: object) -> str:
    """A value, or its kind, to stand inside a sentence."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = shortened(clean_words(value), _SHOWN_CHARACTERS) if isinstance(value, str) else value
    return json.dumps(text, ensure_ascii=False)
