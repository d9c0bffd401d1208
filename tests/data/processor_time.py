"""Compares what pieces of work take, on a machine that may be busy."""

import time
from collections.abc import Callable


def least_seconds(*pieces: Callable[[], object], rounds: int = 5) -> list[float]:
    """The least time of the processor that each takes. They take turns, so that busy moments meet all of them."""
    taken = [[_seconds(piece) for piece in pieces] for _ in range(rounds)]
    return [min(one) for one in zip(*taken, strict=True)]


def _seconds(piece: Callable[[], object]) -> float:
    started = time.process_time()
    piece()
    return time.process_time() - started
