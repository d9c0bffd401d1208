"""The pictures of stretches: those that ship, and those beside the user's routines."""

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from routine_app.core.routine.figures import ENDINGS, split_ending
from routine_app.data.figure_validation import check_drawing, check_pixels

logger = logging.getLogger(__name__)

LARGEST_BYTES = 1024 * 1024
"""A larger picture is not shown: it would be sent with every card."""


class FolderPictures:
    """Two folders of pictures as `routine_app.core.routine.figures.PictureShelf`; the user's comes first."""

    def __init__(self, shipped_folder: Path, user_folder: Path) -> None:
        self._folders = (user_folder, shipped_folder)
        self._known: dict[tuple[Path, int, int], str | bytes | None] = {}

    def find(self, name: str) -> str | bytes | None:
        """The picture of that name, with or without its ending; None if there is none that can be drawn."""
        if Path(name).name != name:
            return None
        for folder in self._folders:
            for file_name in _file_names(name):
                picture = self._picture(folder / file_name)
                if picture is not None:
                    return picture
        return None

    def names(self) -> tuple[str, ...]:
        """The names that a routine may give, without their endings."""
        found: set[str] = set()
        for folder in self._folders:
            with suppress(OSError):
                found.update(path.stem for path in folder.iterdir() if split_ending(path.name)[1])
        return tuple(sorted(found))

    def _picture(self, path: Path) -> str | bytes | None:
        try:
            facts = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError) as error:  # such as a name that is too long, or one with a null in it
            self._refuse((path, 0, 0), error)
            return None
        key = (path, facts.st_mtime_ns, facts.st_size)
        if key not in self._known:
            try:
                self._known[key] = _read(path, facts.st_size)
            except (OSError, ValueError) as error:
                self._refuse(key, error)
        return self._known[key]

    def _refuse(self, key: tuple[Path, int, int], error: Exception) -> None:
        """Have no picture there, and a word in the log, once."""
        if key not in self._known:
            logger.warning("The picture %s cannot be shown: %s", key[0], error)
        self._known[key] = None


def _read(path: Path, size_bytes: int) -> str | bytes:
    if size_bytes > LARGEST_BYTES:
        raise ValueError(f"it is larger than {LARGEST_BYTES // 1024} KiB")
    content = path.read_bytes()
    if path.suffix.lower() != ".svg":
        check_pixels(content)
        return content
    text = content.decode("utf-8")
    check_drawing(text)
    return text


def _file_names(name: str) -> Iterator[str]:
    """The names that the file may have on a system that takes each letter exactly."""
    stem, ending = split_ending(name)
    for lower in [ending.lower()] if ending else ENDINGS:
        for written in dict.fromkeys((ending or lower, lower, lower.upper())):
            # macOS and archives made there write an accent as a letter of its own; an editor does not.
            for form in dict.fromkeys((stem, *(unicodedata.normalize(f, stem) for f in ("NFC", "NFD")))):
                yield form + written
