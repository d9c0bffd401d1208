"""What the screens and reports ask of the history, beside the log of the session that runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.days import Days
from routine_app.core.routine import Side


@dataclass(frozen=True, slots=True)
class HeldSum:
    """Seconds really held on a side, in all holds that name just these muscles, the main one first."""

    muscles: tuple[str, ...]
    side: Side
    seconds: float


class HeldSums(Protocol):
    """What was held. Days are those of the sessions' starts, where the user was."""

    def held(self, days: Days) -> Sequence[HeldSum]:
        """What was held in sessions of these days, a sum for each kind of hold, in no order.

        Raises SurroundingsError if the history cannot be used.
        """
