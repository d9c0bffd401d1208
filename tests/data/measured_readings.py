"""Reads the files of a folder with one of PyYAML's parsers, and tells what each took; a process for a test.

python -m tests.data.measured_readings PARSER FOLDER
"""

import json
import re
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

import yaml

from routine_app.data.routines.reader.routine import read_routine
from routine_app.data.yaml import tree as yaml_tree
from tests.data.routines.routine_bombs import full_stretches


def peak_mebibytes() -> float:
    """The most memory that this process ever had; ru_maxrss begins with the peak of the one that started it."""
    peak = re.search(r"VmHWM:\s+([0-9]+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert peak is not None
    return int(peak[1]) / 1024


class MeasuredReading(NamedTuple):
    """The seconds of the processor that a file took, whether it was refused, and how many problems it has."""

    seconds: float
    is_refused: bool
    problem_count: int


def reading_of(path: Path) -> MeasuredReading:
    """What it took to read one file."""
    content = path.read_bytes()
    started = time.process_time()
    reading = read_routine("x.yaml", content)
    seconds = time.process_time() - started
    return MeasuredReading(seconds, reading.routine is None, len(reading.problems))


def seconds_of_a_stretch() -> float:
    """What PyYAML's parser in Python takes for a full stretch: a yardstick that grows as a machine gets busy."""
    text = full_stretches(5)
    started = time.process_time()
    for _ in yaml.parse(text, Loader=yaml.SafeLoader):
        pass
    return (time.process_time() - started) / 5


def measured(folder: Path) -> dict[str, object]:
    """What each file of a folder took, the memory beyond that for nothing, and the yardstick meanwhile."""
    read_routine("x.yaml", b"title: T")
    before = peak_mebibytes()
    yardsticks = [seconds_of_a_stretch() for _ in range(5)]
    readings = {path.name: reading_of(path) for path in sorted(folder.iterdir())}
    yardsticks += [seconds_of_a_stretch() for _ in range(5)]
    return {
        "readings": readings,
        "mebibytes": peak_mebibytes() - before,
        "seconds_of_a_stretch": median(yardsticks),
    }


def loader_of(parser: str) -> object:
    """What the app reads with where it has that one of PyYAML's parsers."""
    return yaml_tree.PythonLoader if parser == "SafeLoader" else getattr(yaml, parser)


if __name__ == "__main__":
    yaml_tree.LOADER = loader_of(sys.argv[1])
    print(json.dumps(measured(Path(sys.argv[2]))))
