"""A routine as simple as other apps have them: names, holds, sets and rests."""

from dataclasses import dataclass

TITLE_LIMIT, NAME_LIMIT = 80, 60
"""The most characters of a title, and of a stretch's name."""

STRETCH_LIMIT, REPEAT_LIMIT = 100, 20
"""The most stretches of a routine; the most sets of a stretch, or rounds of a routine."""

SHORTEST_HOLD_SECONDS, LONGEST_HOLD_SECONDS, LONGEST_GAP_SECONDS = 1.0, 1800.0, 300.0


@dataclass(frozen=True, slots=True)
class PlainStretch:
    """One stretch; the rest follows each of its sets."""

    name: str
    hold_seconds: float
    rest_seconds: float = 0.0
    sets: int = 1


@dataclass(frozen=True, slots=True)
class PlainRoutine:
    """A whole routine, within the limits of the format."""

    title: str
    stretches: tuple[PlainStretch, ...]
    get_ready_seconds: float
    rounds: int = 1
