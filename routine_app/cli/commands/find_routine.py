"""The routine that a command line names: by its file, or by its name in the library."""

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from routine_app.core.errors import SurroundingsError
from routine_app.core.library.repository import RoutineEntry, RoutineLibrary
from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem
from routine_app.data.routines.reader.routine import read_routine_file


def find_routine(word: str, library: RoutineLibrary) -> tuple[Routine | None, Sequence[Problem]]:
    """The routine and its file's problems; None if it has errors.

    A file of that path goes before a routine of that name. Raises SurroundingsError if there is neither.
    """
    path = Path(word)
    if path.exists() and not path.is_dir():
        reading = read_routine_file(path)
        return reading.routine, reading.problems
    entry = _entry_named(word, library.entries())
    return (None if entry.errors else entry.routine), entry.problems


def _entry_named(word: str, entries: Sequence[RoutineEntry]) -> RoutineEntry:
    for entry in entries:
        if word == entry.name:
            return entry
    near = get_close_matches(word, [entry.name for entry in entries], n=1)
    advice = f'did you mean "{near[0]}"?' if near else "`routine-app list` names them all."
    raise SurroundingsError(f'There is no file "{word}", and no routine of that name; {advice}')
