"""How long `check` takes for a thousand files, next to PyYAML's fastest loader and no checks at all."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.amount import Amount
from benchmarks.figure import Figure
from benchmarks.generated_routines import write_routines
from benchmarks.processes import median_seconds

FILES, FEWEST_FILES = 1_000, 5
RUNS = 3

LOAD_PROGRAM = """
import sys
from pathlib import Path
import yaml
for path in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def measure(amount: Amount) -> Iterator[Figure | str]:
    """The median time of both, from the start of the process to its end."""
    file_count = amount.of(FILES, FEWEST_FILES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "routines"
        write_routines(folder, file_count)
        commands = (
            [sys.executable, "-m", "routine_app", "check", str(folder)],
            [sys.executable, "-c", LOAD_PROGRAM, str(folder)],
        )
        ours, baseline = median_seconds(commands, {"ROUTINE_APP_HOME": name}, RUNS, amount)
    yield Figure(f"check of {FILES:,} files", ours, baseline, "s")
    yield Figure("check of a file", ours / file_count * 1000, baseline / file_count * 1000, "ms")
