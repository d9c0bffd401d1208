"""The file that a command writes for the user, where the user says."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from routine_app.cli.user_files import user_paths
from routine_app.core.errors import UserFacingError, os_reason
from routine_app.data.files.atomic import replacing


@contextmanager
def output_file(path: Path, or_else: str = "") -> Iterator[BinaryIO]:
    """Write to the file that this gives; at the end of the block it takes the place of what is at the path.

    `or_else` is what else the user can write than the path of a file. Raises UserFacingError, and then the file is as it
    was.
    """
    try:
        _require_usable(path, or_else)
        with replacing(path) as file:
            yield file
    except OSError as error:
        raise UserFacingError(f"Cannot write {path}: {os_reason(error)}.") from error


def _require_usable(path: Path, or_else: str) -> None:
    if not path.parent.is_dir():
        raise UserFacingError(f"There is no folder {path.parent}; make it first, or write another path.")
    if not path.exists():
        return
    if not path.is_file():
        raise UserFacingError(f"{path} is no file; write the path of one{or_else}.")
    kept_at = user_paths().history
    if kept_at.exists() and path.samefile(kept_at):
        raise UserFacingError(f"{path} is the history itself; write the path of another file.")
