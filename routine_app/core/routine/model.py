"""A routine as its author meant it: what to stretch, on which side, for how long."""

from enum import StrEnum
from typing import NamedTuple

from routine_app.core.routine.limits import DEFAULT_GET_READY_SECONDS

CATCH_UP_TAG = "catch-up"
"""The tag of a routine that was made for what was missed."""


class Side(StrEnum):
    """The side of the body that a hold is for."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class StretchKind(StrEnum):
    """Whether a hold lengthens a muscle or strengthens it."""

    STRETCH = "stretch"
    STRENGTH = "strength"


class CueTime(NamedTuple):
    """A moment in a hold: a share of its length plus an offset in seconds.

    `end` is share 1; ten seconds before the end is share 1 with offset -10; a quarter is share 0.25.
    """

    share: float = 0.0
    offset_seconds: float = 0.0

    def seconds_into(self, hold_seconds: float) -> float:
        """Where this moment lies in a hold of that length, in seconds from its start."""
        return self.share * hold_seconds + self.offset_seconds


class Cue(NamedTuple):
    """A sentence to show and say in a hold; those without a time are spread evenly over the hold."""

    say: str
    at: CueTime | None = None


class SideHold(NamedTuple):
    """One hold of a set: its side and its length."""

    side: Side
    hold_seconds: float


class Stretch(NamedTuple):
    """One entry of a routine.

    `holds` is one set, in the order in which it is done. `rest_seconds` follows each set, and
    `switch_seconds` lies between the two sides. `language` is the tag of what its texts are written in (BCP 47), empty
    where the file names none.
    """

    name: str
    holds: tuple[SideHold, ...]
    rest_seconds: float
    switch_seconds: float
    kind: StretchKind = StretchKind.STRETCH
    muscles: tuple[str, ...] = ()
    sets: int = 1
    how: str = ""
    why: str = ""
    figure: str | None = None
    cues: tuple[Cue, ...] = ()
    language: str = ""


class Routine(NamedTuple):
    """A whole routine, as read from one file."""

    title: str
    stretches: tuple[Stretch, ...]
    get_ready_seconds: float = DEFAULT_GET_READY_SECONDS
    rounds: int = 1
    description: str = ""
    tags: tuple[str, ...] = ()

    @property
    def muscles(self) -> tuple[str, ...]:
        """Every muscle that the routine works, in the order of first mention."""
        return tuple(dict.fromkeys(m for stretch in self.stretches for m in stretch.muscles))
