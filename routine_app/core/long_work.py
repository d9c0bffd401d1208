"""Work that takes long, done a little at a time, so that who does it can do other things in between."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Work = Generator[float, None, T]
"""Goes on whenever it is asked for its next value, which is the share that is done, from 0 to 1.

One step of it takes milliseconds, and leaves nothing locked or half written. It returns what came of it.
"""


def finish(work: Work[T]) -> T:
    """Do all that is left of the work at once, and give what came of it; raises what the work does."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            outcome: T = end.value
            return outcome
