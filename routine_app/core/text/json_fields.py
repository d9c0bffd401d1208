"""The values of one object of a history that comes in, each of the kind that it must be."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

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
_MISSING = object()

T = TypeVar("T")


class DamageError(Exception):
    """A value cannot be; the message says where, what it is and what it must be, and has no full stop."""


class HistoryFields:
    """Reads the values of an object; `place` names it in errors: `session 4, hold 2`.

    Each method raises DamageError for a missing value and one of another kind. A key that nobody asks for
    does no harm.
    """

    def __init__(self, value: object, place: str = "") -> None:
        if not isinstance(value, dict):
            raise DamageError(f"{place} is {_shown(value)}; it must be an object")
        self._values = value
        self.place = place

    def has(self, key: str) -> bool:
        """Whether there is a value, of whatever kind."""
        return key in self._values

    def raw(self, key: str) -> object:
        """Whatever it is; None if it is missing."""
        return self._values.get(key)

    def names(self, longest: int) -> Sequence[str]:
        """All keys, which are names of 1 to so many characters."""
        for key in self._values:
            if not _is_text(key, 1, longest):
                raise DamageError(f"{self.place} has the key {_shown(key)}; it must be {_text(1, longest)}")
        return tuple(self._values)

    def text(self, key: str, longest: int, *, shortest: int = 0) -> str:
        """A text of so many characters."""
        value = self._value(key)
        if not isinstance(value, str) or not _is_text(value, shortest, longest):
            raise self._wrong(key, _text(shortest, longest))
        return value

    def texts(self, key: str, longest: int) -> Sequence[str]:
        """A list of texts of 1 to so many characters."""
        texts: list[str] = []
        for number, value in enumerate(self.entries(key), start=1):
            if not isinstance(value, str) or not _is_text(value, 1, longest):
                where = self._named(f'entry {number} of "{key}"')
                raise DamageError(f"{where} is {_shown(value)}; it must be {_text(1, longest)}")
            texts.append(value)
        return texts

    def seconds(self, key: str) -> float:
        """A number of seconds, a day at most, rounded to thousandths."""
        value = self._value(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= MOST_SECONDS:
            raise self._wrong(key, f"a number of seconds from 0 to {MOST_SECONDS}")
        return round(float(value), 3)

    def whole(self, key: str, smallest: int, largest: int) -> int:
        """A whole number within limits that are themselves allowed."""
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool) or not smallest <= value <= largest:
            raise self._wrong(key, f"a whole number from {smallest} to {largest}")
        return value

    def moment(self, key: str) -> datetime:
        """A time with its offset from UTC."""
        moment = _moment(self._value(key))
        if moment is None:
            raise self._wrong(key, _TIME)
        return moment

    def moment_or_none(self, key: str) -> datetime | None:
        """A time with its offset from UTC, or None for null."""
        value = self._value(key)
        moment = _moment(value)
        if moment is None and value is not None:
            raise self._wrong(key, f"null, or {_TIME}")
        return moment

    def word(self, key: str, words: Mapping[str, T]) -> T:
        """What a word stands for, one of these."""
        value = self._value(key)
        if not isinstance(value, str) or value not in words:
            raise self._wrong(key, _one_of(words))
        return words[value]

    def word_or_none(self, key: str, words: Mapping[str, T]) -> T | None:
        """What a word stands for, one of these, or None for null."""
        value = self._value(key)
        if value is None:
            return None
        if not isinstance(value, str) or value not in words:
            raise self._wrong(key, f"null, {_one_of(words)}")
        return words[value]

    def entries(self, key: str) -> Sequence[object]:
        """A list."""
        value = self._value(key)
        if not isinstance(value, list):
            raise self._wrong(key, "a list")
        return value

    def _value(self, key: str) -> object:
        return self._values.get(key, _MISSING)

    def _wrong(self, key: str, wanted: str) -> DamageError:
        where = self._named(_shown(key))
        return DamageError(f"{where} is {_shown(self._value(key))}; it must be {wanted}")

    def _named(self, part: str) -> str:
        return f"{self.place}: {part}" if self.place else part


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


def _text(shortest: int, longest: int) -> str:
    return f"text of {shortest} to {longest} characters, none of them broken"


def _one_of(words: Mapping[str, object]) -> str:
    *others, last = (f'"{word}"' for word in words)
    return f"{', '.join(others)} or {last}"


def _shown(value: object) -> str:
    """A value, or its kind, to stand inside a sentence."""
    if value is _MISSING:
        return "missing"
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    text = shortened(clean_words(value), _SHOWN_CHARACTERS) if isinstance(value, str) else value
    return json.dumps(text, ensure_ascii=False)
