"""The system's own clocks."""

import sys
import time
from collections.abc import Callable
from datetime import datetime


class SystemClock:
    """The clocks of this device, as `routine_app.core.clock.Clock`."""

    def __init__(self) -> None:
        self._read = steady_clock(sys.platform)

    def now(self) -> float:
        """Seconds since some moment, on a clock that never jumps and counts asleep if the system has one."""
        return self._read()

    def wall(self) -> datetime:
        """The date and time where the user is, with its offset from UTC."""
        return datetime.now().astimezone()


def steady_clock(platform: str) -> Callable[[], float]:
    """The function that reads the best steady clock of a system, named as `sys.platform` names it.

    Windows needs no choice: its `time.monotonic` counts asleep.
    """
    clock_id = getattr(time, _clock_name(platform), None)
    if clock_id is None or not _can_be_read(clock_id):
        return time.monotonic
    return lambda: time.clock_gettime(clock_id)


def _clock_name(platform: str) -> str:
    # Apple's time.monotonic stops in sleep (cpython issue 86273), and its CLOCK_MONOTONIC, which does
    # not, may step back (erlang/otp pull request 5825); CLOCK_MONOTONIC_RAW does neither.
    return "CLOCK_MONOTONIC_RAW" if platform in {"darwin", "ios"} else "CLOCK_BOOTTIME"


def _can_be_read(clock_id: int) -> bool:
    # Pyodide names CLOCK_BOOTTIME and then answers EINVAL.
    try:
        time.clock_gettime(clock_id)
    except OSError:
        return False
    return True
