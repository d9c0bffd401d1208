"""Puts new characters in the place of old ones, and leaves all others as they are."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Replacement:
    """The characters from `start` up to `end` become `new`; where they meet, it is put in between."""

    start: int
    end: int
    new: str


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with all of the replacements, which stand in any order and do not overlap."""
    for replacement in sorted(replacements, key=lambda one: (one.start, one.end), reverse=True):
        text = text[: replacement.start] + replacement.new + text[replacement.end :]
    return text
