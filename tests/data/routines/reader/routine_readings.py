"""What the reader makes of a text: the routine of one that is right, and each problem of one that is not."""

from routine_app.core.routine.model import Routine, Side, Stretch
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import CheckedText
from routine_app.data.routines.reader.routine import read_routine
from tests.data.yaml.yaml_parsers import with_each_parser

LEFT, RIGHT, BOTH = Side.LEFT, Side.RIGHT, Side.BOTH


def read_bytes(content: bytes) -> CheckedText:
    """The reading of the file hips.yaml, which is the same from both parsers."""
    return with_each_parser(lambda: read_routine("hips.yaml", content))


def read(text: str) -> CheckedText:
    """The reading of a text, as the file hips.yaml."""
    return read_bytes(text.encode())


def routine_of(text: str) -> Routine:
    """The routine of a text that has no problems at all."""
    reading = read(text)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.routine is not None
    return reading.routine


def messages(text: str) -> list[str]:
    """The problems of a text, each as its one line without the file's name."""
    reading = read(text)
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    assert (reading.routine is None) is has_errors
    return [str(problem).removeprefix("hips.yaml:") for problem in reading.problems]


def routine_with(line: str) -> str:
    """A routine with one more line of its own, which is line 2."""
    return f"title: Hips\n{line}\nstretches:\n  - {{name: A, hold: 30s}}\n"


def stretch_with(*lines: str) -> str:
    """A routine with one stretch, whose lines begin at line 3 in column 5."""
    body = "\n    ".join(lines)
    return f"title: Hips\nstretches:\n  - {body}\n"


def stretch_of(*lines: str) -> Stretch:
    """The stretch with those lines, which has no problems."""
    return routine_of(stretch_with(*lines)).stretches[0]
