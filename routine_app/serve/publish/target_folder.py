"""The folder that the phone app is built into: whole or not at all, and never over something else."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from routine_app.core.surroundings import SurroundingsError, os_reason

MARK = "service-worker.js"
"""A folder with this file is an earlier build."""

KEPT = (".git", "CNAME", ".nojekyll")
"""What a host's tools put into the folder, and would miss."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to build in; when all went well its content takes the place of `folder`'s.

    Raises SurroundingsError if `folder` holds anything but an earlier build, or cannot be written.
    """
    _refuse_other_content(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".routine-app-", dir=folder) as building:
            yield Path(building)
            _empty(folder, Path(building))
            for built in Path(building).iterdir():
                built.rename(folder / built.name)
    except OSError as error:
        raise SurroundingsError(
            f"The phone app cannot be written to {folder}: {os_reason(error)}; give another folder."
        ) from error


def _refuse_other_content(folder: Path) -> None:
    if folder.is_dir() and not (folder / MARK).exists() and set(_names(folder)) - set(KEPT):
        raise SurroundingsError(
            f"{folder} holds other files; give a new or an empty folder, or one with an earlier build."
        )
    if folder.exists() and not folder.is_dir():
        raise SurroundingsError(f"{folder} is a file; give a folder.")


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _empty(folder: Path, but_for: Path) -> None:
    for path in folder.iterdir():
        if path == but_for or path.name in KEPT:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
