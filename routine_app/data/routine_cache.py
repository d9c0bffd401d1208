"""Routine files read once for each of their versions, and their last good version kept."""

import errno
import os
import stat
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from routine_app.core.problem import Problem
from routine_app.core.routine import Routine
from routine_app.core.surroundings import os_reason
from routine_app.data.routine_file.routine_reader import Reading

UNSETTLED_SECONDS = 0.05
"""A file changed this short ago may change again within one tick of the file system's clock
(10 ms on Linux with 100 ticks a second, 16 ms on Windows), so what was read of it is not kept."""

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    version: Version | None
    reading: Reading
    last_good: Routine | None


class RoutineCache:
    """Reads routine files, each again only when it has changed.

    `read` is `routine_app.data.routine_file.routine_reader.read_routine_file` or has its form.
    """

    def __init__(self, read: Callable[[Path], Reading]) -> None:
        self._read = read
        self._known: dict[Path, _Known] = {}

    def reading(self, path: Path) -> Reading:
        """What is in the file now. With errors, `routine` is its last good version, if one was read.

        A file that cannot be read gives one problem that says why.
        """
        known = self._known.get(path)
        try:
            version = _version(path)
            if known is not None and known.version is not None and known.version == version:
                return known.reading
            reading = self._read(path)
        except OSError as error:
            version = None
            reading = Reading(None, (Problem(path.name, 1, 1, "", _why_unreadable(path, error)),))
        last_good = reading.routine or (known.last_good if known is not None else None)
        reading = Reading(last_good, reading.problems)
        self._known[path] = _Known(version, reading, last_good)
        return reading

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Drop what is known of other files."""
        kept = set(paths)
        self._known = {path: known for path, known in self._known.items() if path in kept}


def _version(path: Path) -> Version | None:
    # The inode tells a file that was written anew and renamed from the one it replaced.
    status = path.stat()
    _require_regular_file(status)
    if abs(time.time() - status.st_mtime) < UNSETTLED_SECONDS:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _require_regular_file(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "It is a device or a pipe, not a file")


def _why_unreadable(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "this is a folder, not a routine file; rename it or move it away"
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        return "this is a link to a file that is not there; mend the link or delete it"
    if isinstance(error, FileNotFoundError):
        return "the file was gone before it could be read; look again"
    return f"the file cannot be read: {os_reason(error)}; make it readable or move it away"
