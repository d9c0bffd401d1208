"""The routine that an argument names: by a path, or as `list` shows it."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from routine_app.cli.errors import complain
from routine_app.cli.user_library import library
from routine_app.core.errors import UserFacingError
from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import RoutineEntry
from routine_app.data.routines.reader.routine import read_routine_file


class NamedRoutine(NamedTuple):
    """A routine, and its file's name without the ending."""

    name: str
    routine: Routine


def add_routine_argument(parser: ArgumentParser, metavar: str) -> None:
    """Add the argument, `routine`."""
    parser.add_argument("routine", metavar=metavar, help="routine file, or a name that `list` shows")


def find_routine(word: str) -> NamedRoutine | None:
    """The routine, once each problem of its file is printed; None if it has errors.

    A file of that path goes before a routine of that name. Raises UserFacingError if there is neither.
    """
    name, routine, problems = _find(word)
    for problem in problems:
        complain(str(problem))
    return None if routine is None else NamedRoutine(name, routine)


def _find(word: str) -> tuple[str, Routine | None, Sequence[Problem]]:
    path = Path(word)
    if path.exists() and not path.is_dir():
        reading = read_routine_file(path)
        return path.stem, reading.routine, reading.problems
    entry = _entry_named(word, library().entries())
    return entry.name, (None if entry.errors else entry.routine), entry.problems


def _entry_named(word: str, entries: Sequence[RoutineEntry]) -> RoutineEntry:
    for entry in entries:
        if word == entry.name:
            return entry
    from difflib import get_close_matches  # noqa: PLC0415 - takes its time, and most words are right

    near = get_close_matches(word, [entry.name for entry in entries], n=1)
    advice = f'did you mean "{near[0]}"?' if near else "`routine-app list` names them all."
    raise UserFacingError(f'There is no file "{word}", and no routine of that name; {advice}')
