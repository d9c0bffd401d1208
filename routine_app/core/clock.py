"""The clock that a session and the log ask."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The two clocks: one for holds, one for the log."""

    def now(self) -> float:
        """Seconds on a clock that never jumps, and that counts while the device sleeps if it can."""

    def wall(self) -> datetime:
        """The date and time where the user is, with its offset from UTC."""
