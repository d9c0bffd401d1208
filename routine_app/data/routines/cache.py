"""Routine files read once for each of their versions, and their last good version kept."""

from collections.abc import Callable, Iterable
from pathlib import Path

from routine_app.core.errors import os_reason
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import CheckedText
from routine_app.data.files.version import FileVersion, NoRegularFileError, settled_version


class RoutineCache:
    """Reads routine files, each again only when it has changed.

    `read` is `routine_app.data.routines.reader.routine.read_routine_file` or has its form.
    """

    def __init__(self, read: Callable[[Path], CheckedText]) -> None:
        self._read = read
        self._known: dict[Path, tuple[FileVersion | None, CheckedText]] = {}

    def reading(self, path: Path) -> CheckedText:
        """What is in the file now. With errors, `routine` is its last good version, if one was read.

        A file that cannot be read gives one problem that says why.
        """
        known_version, known = self._known.get(path, (None, CheckedText(None, ())))
        try:
            version = settled_version(path)
            if version is not None and version == known_version:
                return known
            reading = self._read(path)
        except OSError as error:
            version = None
            reading = CheckedText(None, (Problem(path.name, 1, 1, "", _why_unreadable(path, error)),))
        reading = CheckedText(reading.routine or known.routine, reading.problems)
        self._known[path] = version, reading
        return reading

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Drop what is known of other files."""
        kept = set(paths)
        self._known = {path: known for path, known in self._known.items() if path in kept}


def _why_unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a routine file; rename it or move it away"
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return "this is a link to a file that is not there; mend the link or delete it"
    if isinstance(error, FileNotFoundError):
        return "the file was gone before it could be read; look again"
    if isinstance(error, NoRegularFileError):
        return f"the file cannot be read: {os_reason(error)}, not a file; make it readable or move it away"
    return f"the file cannot be read: {os_reason(error)}; make it readable or move it away"
