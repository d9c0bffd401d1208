"""The mistakes of a text, gathered while it is looked through, and what mends each."""

from typing import NamedTuple

from routine_app.data.yaml.mistakes.signs import first_odd, odd_space_message, plain_spaces
from routine_app.data.yaml.quoting import shortened
from routine_app.data.yaml.text_lines import Replacement

MISTAKE_LIMIT = 100
"""After so many nobody looks further."""


class Mistake(NamedTuple):
    """What is wrong at a character of a text; `key` is the key concerned, or empty."""

    at: int
    key: str
    message: str


class Findings:
    """The mistakes of a text, and the replacements that mend it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mistakes: list[Mistake] = []
        self.replacements: list[Replacement] = []

    @property
    def are_enough(self) -> bool:
        """Whether there are so many that the rest need not be found."""
        return len(self.mistakes) >= MISTAKE_LIMIT

    def add(self, at: int, key: str, message: str, *replacements: Replacement) -> None:
        """A mistake, with what mends it."""
        self.mistakes.append(Mistake(at, shortened(key), message))
        self.replacements.extend(replacements)

    def add_odd_spaces(self, start: int, end: int, key: str, mended: str | None = None) -> None:
        """A mistake if there is an odd space among these; `mended` is what to write for all of them."""
        odd = first_odd(self.text, start, end)
        if odd is not None:
            new = plain_spaces(self.text[start:end]) if mended is None else mended
            self.add(odd, key, odd_space_message(self.text[odd]), Replacement(start, end, new))
