"""How long `check` takes for a thousand files, next to PyYAML's fastest loader and no checks at all."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.generated_routines import write_routines
from benchmarks.processes import median_seconds

FILE_COUNT = 1_000
RUNS = 3

LOAD_PROGRAM = """
import sys
from pathlib import Path
import yaml
for path in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""


def measure() -> Iterator[Figure | str]:
    """The median time of both, from the start of the process to its end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "routines"
        write_routines(folder, FILE_COUNT)
        commands = (
            [sys.executable, "-m", "routine_app", "check", str(folder)],
            [sys.executable, "-c", LOAD_PROGRAM, str(folder)],
        )
        ours, baseline = median_seconds(commands, {"ROUTINE_APP_HOME": name}, RUNS)
    yield Figure(f"check of {FILE_COUNT:,} files", ours, baseline, "s")
    yield Figure("check of a file", ours / FILE_COUNT * 1000, baseline / FILE_COUNT * 1000, "ms")
