"""Makes a file where none is, whole or not at all."""

import logging
import os
import secrets
from contextlib import suppress
from pathlib import Path

_log = logging.getLogger(__name__)


def create_file(path: Path, content: bytes) -> None:
    """Write a file under a name at which nothing is, not even a link; on disk when this returns.

    Raises FileExistsError if something is there, and another OSError if it cannot be written; then
    nothing new is in the folder.
    """
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _give_name(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def _give_name(part: Path, path: Path) -> None:
    """Have the file there under its name at once, and never in place of another."""
    try:
        path.hardlink_to(part)
    except (OSError, NotImplementedError) as error:
        # The name may be taken, and then it is so for the second way too.
        # FAT and a browser's memory have no second names for a file, and Android forbids them.
        _log.debug("No link to %s: %s", part, error)
        _rename_to_reserved(part, path)


def _rename_to_reserved(part: Path, path: Path) -> None:
    path.touch(exist_ok=False)
    try:
        part.replace(path)
    except BaseException:
        path.unlink()
        raise
