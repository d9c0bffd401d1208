"""How much a benchmark measures."""

from collections.abc import Callable
from enum import Enum, auto
from typing import TypeVar

Chosen = TypeVar("Chosen")
Result = TypeVar("Result")


class Amount(Enum):
    """All of it, as the table tells it, or so little that it only shows that something is measured."""

    FULL = auto()
    SHORT = auto()

    def of(self, full: Chosen, short: Chosen) -> Chosen:
        """One of the two."""
        return full if self is Amount.FULL else short

    def rounds(self, full: int, one_round: Callable[[], Result]) -> list[Result]:
        """What so many rounds gave after one that warms up and is not counted; a short run is one cold round."""
        if self is Amount.SHORT:
            return [one_round()]
        one_round()
        return [one_round() for _ in range(full)]
