"""Folders: made, and what was named or deleted in them brought to the disk."""

import errno
import logging
import os
from itertools import takewhile
from pathlib import Path

_log = logging.getLogger(__name__)

_CANNOT_BE_SYNCED = {errno.EACCES, errno.EINVAL, errno.ENOTSUP}
"""What systems say of a folder that may be written but not read, or lies where no folder is synced."""


def create_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless they are there; on disk when this returns. Raises OSError."""
    missing = list(takewhile(lambda path: not path.exists(), (folder, *folder.parents)))
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        sync_folder(made.parent)


def sync_folder(folder: Path) -> None:
    """Bring to the disk which names a folder has; a file's own sync does not. Raises OSError.

    Nothing is done where the system cannot do it: Windows opens no folder.
    """
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_BE_SYNCED:
            raise
        _log.info("The folder %s cannot be synced: %s", folder, error)
