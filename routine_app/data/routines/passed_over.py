"""Files among the routines that hold one, and are not listed for what their names end in."""

from collections.abc import Iterable
from pathlib import Path

from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.data.files.version import FileVersion, read_start, settled_version

LIMIT_BYTES = 1024 * 1024
"""No larger file is looked into."""

_OTHER_ENDINGS = (".yaml", ".yml", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".mp3", ".md")
"""What lies beside routines and is none, whatever it holds, or is listed."""

_BACKUPS = ("~", ".bak", ".old", ".orig", ".swp", ".tmp")
"""What editors put behind the name of a file that they keep beside the new one."""


def is_passed_over(path: Path) -> bool:
    """Whether a file that is not listed holds a routine. Raises OSError."""
    if not _may_hold_one(path.name):
        return False
    # The list does without where no such file is, as nearly always.
    from routine_app.core.sharing.file_kind import holds_routine  # noqa: PLC0415

    content = read_start(path, LIMIT_BYTES)
    return len(content) <= LIMIT_BYTES and holds_routine(path.name, content)


class PassedOverFiles:
    """Finds these files, and reads each again only when it has changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[FileVersion | None, bool]] = {}

    def names(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """The names of those of them that are passed over."""
        self._known = {path: self._looked_at(path) for path in paths if _may_hold_one(path.name)}
        return tuple(path.name for path, (_, holds_one) in self._known.items() if holds_one)

    def _looked_at(self, path: Path) -> tuple[FileVersion | None, bool]:
        known_version, known = self._known.get(path, (None, False))
        try:
            version = settled_version(path)
            is_same = version is not None and version == known_version
            return version, known if is_same else is_passed_over(path)
        except OSError:
            return None, False


def _may_hold_one(name: str) -> bool:
    """Whether a file of that name is worth a look."""
    return (
        name != SCHEMA_FILE
        and not name.startswith(".")
        and not name.lower().endswith(_OTHER_ENDINGS + _BACKUPS)
    )
