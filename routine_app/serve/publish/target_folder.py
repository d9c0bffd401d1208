"""The folder that the phone app is built into: whole or not at all, and never over something else."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.serve.publish.build_version import FIRST_WORDS, SERVICE_WORKER

KEPT = (".git", "CNAME", ".nojekyll")
"""What a host's tools put into the folder, and would miss."""

UNFINISHED = ".routine-app-"
"""How the name of the folder begins in which a build is made."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to build in; when all went well its content takes the place of `folder`'s.

    Raises UserFacingError if `folder` holds anything but an earlier build, or cannot be written.
    """
    try:
        _refuse_other_content(folder)
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=UNFINISHED, dir=folder) as building:
            yield Path(building)
            _empty(folder, Path(building))
            for built in sorted(Path(building).iterdir(), key=lambda path: path.name != SERVICE_WORKER):
                built.replace(folder / built.name)
    except OSError as error:
        raise UserFacingError(
            f"The phone app cannot be written to {folder}: {os_reason(error)}; give another folder."
        ) from error


def _refuse_other_content(folder: Path) -> None:
    if folder.is_dir() and not _is_earlier_build(folder) and _has_other_content(folder):
        raise UserFacingError(
            f"{folder} holds other files; give a new or an empty folder, or one with an earlier build."
        )
    if folder.exists() and not folder.is_dir():
        raise UserFacingError(f"{folder} is a file; give a folder.")


def _is_earlier_build(folder: Path) -> bool:
    """Whether the folder has the service worker of a build."""
    worker = folder / SERVICE_WORKER
    return worker.is_file() and worker.read_bytes().startswith(FIRST_WORDS.encode())


def _has_other_content(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()} - set(KEPT)
    return not all(name.startswith(UNFINISHED) for name in names)


def _empty(folder: Path, but_for: Path) -> None:
    """Empty the folder but for what is kept, and for the service worker: after a failure one can try again by it."""
    for path in folder.iterdir():
        if path == but_for or path.name in {*KEPT, SERVICE_WORKER}:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
