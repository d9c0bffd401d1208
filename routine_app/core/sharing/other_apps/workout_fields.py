"""The values of one object in a file of another app."""

import sys

from routine_app.core.text.clean import clean_words
from routine_app.core.text.json_fields import JsonFields


class OtherAppFileError(Exception):
    """A file of another app is broken; the message is one sentence that says where, and what to do."""


class WorkoutFields(JsonFields):
    """Reads the values of an object; `place` names it in errors: `exercise 3 of set 1`.

    Null is as if it was missing. Each method raises OtherAppFileError for a value of another kind, and for a
    missing one that has no default.
    """

    def line(self, key: str, default: str | None = None) -> str:
        """A text, on one line."""
        if default is not None and self.raw(key) is None:
            return default
        return clean_words(self._of_kind(str, key, "a text", lambda _text: True))

    def number(self, key: str, default: float | None = None) -> float:
        """A finite number."""
        value = self.raw(key)
        if default is not None and value is None:
            return default
        wanted = "a number that can be" if type(value) in {int, float} else "a number"
        return self._number(key, wanted, lambda number: abs(number) <= sys.float_info.max)

    def whole_number(self, key: str, default: int | None = None) -> int:
        """A number without its fraction."""
        return int(self.number(key, default))

    def no_object(self, _value: object) -> OtherAppFileError:
        """The error for a value that is no object."""
        return OtherAppFileError(f"There is no object where {self.place} should be; export the file again.")

    def wrong(self, key: str, wanted: str) -> OtherAppFileError:
        """The error for a value that is missing, or not what is wanted."""
        what = "is missing" if self.raw(key) is None else f"is not {wanted}"
        return OtherAppFileError(f'In {self.place} "{key}" {what}; export the file again.')
