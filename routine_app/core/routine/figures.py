"""The names under which a picture is looked for: with or without its ending, for one side or for both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

ENDINGS = (".svg", ".png")
"""In small or in capital letters."""


@dataclass(frozen=True, slots=True)
class SidedName:
    """A name to look for, and whether the picture of that name has to be mirrored for the side asked for."""

    name: str
    is_mirrored: bool


def split_ending(name: str) -> tuple[str, str]:
    """The name without its ending, and the ending as it was written; empty if it is none of a picture."""
    stem, dot, ending = name.rpartition(".")
    return (stem, dot + ending) if (dot + ending).lower() in ENDINGS else (name, "")


def sided_names(name: str, *, is_right: bool) -> tuple[SidedName, ...]:
    """What to look for, best first: the side's own picture, then what can be mirrored to it.

    A picture without a side in its name shows the left one, or both.
    """
    stem, ending = split_ending(name)
    left, right = f"{stem}-left{ending}", f"{stem}-right{ending}"
    if is_right:
        return (
            SidedName(right, is_mirrored=False),
            SidedName(left, is_mirrored=True),
            SidedName(name, is_mirrored=True),
        )
    return (
        SidedName(left, is_mirrored=False),
        SidedName(name, is_mirrored=False),
        SidedName(right, is_mirrored=True),
    )


class FigureSource(Protocol):
    """The pictures of stretches."""

    def find(self, name: str) -> str | bytes | None:
        """The picture of that name: the text of an SVG, the bytes of another image, or None."""

    def names(self) -> Sequence[str]:
        """The names that a routine may give, without their endings."""
