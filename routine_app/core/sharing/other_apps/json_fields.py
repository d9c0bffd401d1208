"""The values of one JSON object, each of the kind that it must be."""

import math
from collections.abc import Mapping

from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFileError
from routine_app.core.text.clean import clean_words, shortened

_SHOWN_CHARACTERS = 40


class JsonFields:
    """Reads the values of an object; `owner` names it in errors: `exercise 3 of set 1`.

    Each method raises OtherAppFileError for a value of another kind.
    """

    def __init__(self, value: object, owner: str) -> None:
        if not isinstance(value, Mapping):
            raise OtherAppFileError(f"There is no object where {owner} should be; export the file again.")
        self._values = value
        self.owner = owner

    def text(self, key: str, default: str | None = None) -> str:
        """A text, on one line; the default, or an error without one, if the key is missing."""
        value = self._value(key, default)
        if not isinstance(value, str):
            raise self._wrong(key, "a text")
        return clean_words(value)

    def number(self, key: str, default: float | None = None) -> float:
        """A finite number; the default, or an error without one, if the key is missing."""
        value = self._value(key, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key, "a number")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self._wrong(key, "a number that can be")
        return number

    def whole_number(self, key: str, default: int | None = None) -> int:
        """A number without its fraction."""
        return int(self.number(key, default))

    def entries(self, key: str) -> list[object]:
        """A list."""
        value = self._value(key, None)
        if not isinstance(value, list):
            raise self._wrong(key, "a list")
        return value

    def raw(self, key: str) -> object:
        """Whatever it is; None if the key is missing."""
        return self._values.get(key)

    def _value(self, key: str, default: object) -> object:
        value = self._values.get(key)
        return default if value is None else value

    def _wrong(self, key: str, kind: str) -> OtherAppFileError:
        if self._values.get(key) is None:
            return OtherAppFileError(f'In {self.owner} "{key}" is missing; export the file again.')
        return OtherAppFileError(f'In {self.owner} "{key}" is not {kind}; export the file again.')


def quoted(name: str) -> str:
    """A name from a file, to stand inside a sentence."""
    return f'"{shortened(name, _SHOWN_CHARACTERS)}"'
