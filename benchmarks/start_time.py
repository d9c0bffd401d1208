"""How long the program takes to start and end, next to Python with nothing to do."""

import sys
import tempfile
from collections.abc import Iterator

from benchmarks.amount import Amount
from benchmarks.figure import Figure
from benchmarks.processes import median_seconds

RUNS = 15


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median time of `routine-app list`, which reads the routines that ship."""
    commands = ([sys.executable, "-m", "routine_app", "list"], [sys.executable, "-c", "pass"])
    with tempfile.TemporaryDirectory() as home:
        ours, baseline = median_seconds(commands, {"ROUTINE_APP_HOME": home}, RUNS, amount)
    yield Figure("start of `list`", ours * 1000, baseline * 1000, "ms")
