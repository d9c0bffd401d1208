"""The pictures of stretches: those that ship, and those beside the user's routines."""

import logging
from pathlib import Path

logger = logging.getLogger(__name__)

ENDINGS = (".svg", ".png")
LARGEST_BYTES = 1024 * 1024
"""A larger picture is not shown: it would be sent with every card."""


class FolderPictures:
    """Two folders of pictures as `routine_app.core.ports.PictureShelf`; the user's comes first."""

    def __init__(self, shipped_folder: Path, user_folder: Path) -> None:
        self._folders = (user_folder, shipped_folder)
        self._known: dict[tuple[Path, int, int], str | bytes] = {}

    def find(self, name: str) -> str | bytes | None:
        """The picture of that name, with or without its ending; None if there is none to be read."""
        if Path(name).name != name:
            return None
        for path in self._possible_paths(name):
            try:
                return self._read(path)
            except FileNotFoundError:
                continue
            except (OSError, ValueError) as error:
                logger.warning("The picture %s cannot be shown: %s", path, error)
        return None

    def _possible_paths(self, name: str) -> list[Path]:
        names = [name] if Path(name).suffix.lower() in ENDINGS else [name + ending for ending in ENDINGS]
        return [folder / file_name for folder in self._folders for file_name in names]

    def _read(self, path: Path) -> str | bytes:
        facts = path.stat()
        if facts.st_size > LARGEST_BYTES:
            raise ValueError(f"it is larger than {LARGEST_BYTES // 1024} KiB")
        key = (path, facts.st_mtime_ns, facts.st_size)
        if key not in self._known:
            content = path.read_bytes()
            self._known[key] = content.decode("utf-8") if path.suffix.lower() == ".svg" else content
        return self._known[key]
