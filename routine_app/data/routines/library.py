"""The routines in the folder that ships and in the user's own."""

import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from pathlib import Path

from routine_app.core.errors import os_reason
from routine_app.core.routine.file_name import ROUTINE_ENDINGS
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import CheckedText, RoutineEntry
from routine_app.data.routines.cache import RoutineCache
from routine_app.data.routines.passed_over import PassedOverFiles
from routine_app.data.routines.reader.routine import read_routine_file

_log = logging.getLogger(__name__)


class FolderRoutines:
    """Two folders of routine files as `routine_app.core.routine.repository.RoutineRepository`.

    `read` reads one file and lets OSError through.
    """

    def __init__(
        self,
        shipped_folder: Path,
        user_folder: Path,
        read: Callable[[Path], CheckedText] = read_routine_file,
    ) -> None:
        self._shipped_folder = shipped_folder
        self._user_folder = user_folder
        self._cache = RoutineCache(read)
        self._seen: tuple[RoutineEntry, ...] | None = None
        self._passed_over_files = PassedOverFiles()
        self._passed_over: tuple[str, ...] = ()
        if not shipped_folder.is_dir():
            _log.warning("The folder of the shipped routines is missing: %s", shipped_folder)

    def entries(self) -> tuple[RoutineEntry, ...]:
        """Every routine file as it is now, by title, a broken one that never was good by its name.

        A user's file replaces a shipped one of the same file name. A missing folder is an empty one;
        one that cannot be read is an entry with the problem, and so is such a file.
        """
        files: dict[str, Path] = {}
        entries: list[RoutineEntry] = []
        shipped: frozenset[str] = frozenset()
        for folder in (self._shipped_folder, self._user_folder):
            try:
                paths = _paths(folder)
                files.update((path.name, path) for path in paths if is_routine_file(path.name))
                if self._is_shipped(folder):
                    shipped = frozenset(files)
                else:
                    self._passed_over = self._passed_over_files.names(paths)
            except OSError as error:
                entries.append(self._unreadable_folder(folder, error))
        self._cache.forget_all_but(files.values())
        names = unique_names(files)
        entries.extend(
            self._entry(names[file_name], path, hides_shipped=file_name in shipped)
            for file_name, path in files.items()
        )
        self._seen = tuple(sorted(entries, key=_place))
        return self._seen

    def seen(self) -> tuple[RoutineEntry, ...]:
        """What was seen since `look_anew`; what is there now, if nobody has looked since then."""
        return self.entries() if self._seen is None else self._seen

    def passed_over(self) -> tuple[str, ...]:
        """The names of the user's files that hold a routine and are no entry for what they end in, as of the last look."""
        return self._passed_over

    def look_anew(self) -> None:
        """Begin another round of looks, in which the folders are read for the first who asks what is there."""
        self._seen = None

    def _entry(self, name: str, path: Path, *, hides_shipped: bool) -> RoutineEntry:
        if not _is_unicode(path.name):
            return self._misnamed(name, path)
        reading = self._cache.reading(path)
        is_shipped = self._is_shipped(path.parent)
        hides = hides_shipped and not is_shipped
        return RoutineEntry(name, path.name, reading.routine, reading.problems, is_shipped, hides)

    def _misnamed(self, name: str, path: Path) -> RoutineEntry:
        file_name = _shown(path.name)
        problem = Problem(file_name, 1, 1, "", "the file's name is not in UTF-8; rename it")
        return RoutineEntry(name, file_name, None, (problem,), self._is_shipped(path.parent))

    def _unreadable_folder(self, folder: Path, error: OSError) -> RoutineEntry:
        # A whole path is a name that no file of a folder can have.
        name = _shown(str(folder))
        message = f"the folder cannot be read: {os_reason(error)}; make it a folder that you may read"
        return RoutineEntry(name, name, None, (Problem(name, 1, 1, "", message),), self._is_shipped(folder))

    def _is_shipped(self, folder: Path) -> bool:
        return folder == self._shipped_folder


def routine_files(folder: Path) -> list[Path]:
    """The `.yaml` and `.yml` files right in a folder, by name, without hidden ones.

    A missing folder has none. Raises OSError for one that cannot be read.
    """
    return [path for path in _paths(folder) if is_routine_file(path.name)]


def _paths(folder: Path) -> list[Path]:
    """All that is right in a folder, by name; nothing in a missing one."""
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []


def is_routine_file(name: str) -> bool:
    """Whether a file of that name is a routine: it ends in `.yaml` or `.yml`, and is not hidden."""
    return Path(name).suffix.lower().removeprefix(".") in ROUTINE_ENDINGS and not name.startswith(".")


def unique_names(file_names: Iterable[str]) -> dict[str, str]:
    """A name for each file: without its ending where that is free, else with it.

    Of two files that differ in the ending alone, the `.yaml` one gets the short name.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for file_name in sorted(file_names, key=lambda name: (not name.endswith(".yaml"), name)):
        names[file_name] = next(name for name in _possible_names(file_name) if name not in taken)
        taken.add(names[file_name])
    return names


def _possible_names(file_name: str) -> Iterator[str]:
    shown = _shown(file_name)
    return chain((Path(shown).stem, shown), (f"{shown} ({number})" for number in count(2)))


def _is_unicode(file_name: str) -> bool:
    return file_name == _shown(file_name)


def _shown(file_name: str) -> str:
    """The name with a question mark for each byte that is not UTF-8, so that it can be printed and sent."""
    return file_name.encode("utf-8", "replace").decode("utf-8")


def _place(entry: RoutineEntry) -> tuple[str, str]:
    title = entry.routine.title if entry.routine is not None else entry.name
    return title.casefold(), entry.file_name
