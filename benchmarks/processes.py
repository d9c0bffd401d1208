"""How long whole processes take."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median

from benchmarks.amount import Amount


def median_seconds(
    commands: Sequence[Sequence[str]], variables: Mapping[str, str], runs: int, amount: Amount
) -> list[float]:
    """The median time of each command, run in turn.

    Raises CalledProcessError if one fails.
    """
    rounds = amount.rounds(runs, lambda: [_seconds(command, variables) for command in commands])
    return [median(seconds) for seconds in zip(*rounds, strict=True)]


def _seconds(command: Sequence[str], variables: Mapping[str, str]) -> float:
    started_at = time.perf_counter()
    subprocess.run(command, env=os.environ | variables, check=True, capture_output=True)
    return time.perf_counter() - started_at
