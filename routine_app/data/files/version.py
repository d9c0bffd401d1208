"""Tells one version of a file from another without reading it."""

import errno
import os
import stat
import time
from pathlib import Path

UNSETTLED_SECONDS = 0.05
"""A file changed this short ago may change again within one tick of the file system's clock
(10 ms on Linux with 100 ticks a second, 16 ms on Windows), so what was read of it is not kept."""

FEW_BYTES = 16 * 1024
"""Nearly all files are smaller: room for one that may be larger is made only once it is."""

FileVersion = tuple[int, int, int]
"""The inode, which tells a file that was written anew and renamed from the one it replaced; the time of
the last change in nanoseconds; the size in bytes."""


class NoRegularFileError(OSError):
    """A device or a pipe, of which reading might never end."""


def file_version(path: Path) -> FileVersion:
    """The version of a file or of what a link leads to; OSError for what is no regular file."""
    status = path.stat()
    require_regular_file(status)
    return status.st_ino, status.st_mtime_ns, status.st_size


def settled_version(path: Path) -> FileVersion | None:
    """The version of a file, by which its next change will be told; None while it may change and keep that.

    Raises OSError for what is no regular file.
    """
    version = file_version(path)
    return None if is_unsettled(version) else version


def require_regular_file(status: os.stat_result) -> None:
    """Raise IsADirectoryError for a folder, NoRegularFileError for a device or a pipe."""
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise NoRegularFileError(errno.EINVAL, "it is a device or a pipe")


def read_start(path: Path, limit_bytes: int) -> bytes:
    """What is in a file, no further than one byte beyond the limit; OSError for what is no regular file."""
    require_regular_file(path.stat())
    return read_at_most(path, limit_bytes)


def read_at_most(path: Path, limit_bytes: int) -> bytes:
    """What is in a file or comes through a pipe, no further than one byte beyond the limit. Raises OSError."""
    with path.open("rb") as file:
        start = file.read(min(FEW_BYTES, limit_bytes + 1))
        return start if len(start) < FEW_BYTES else start + file.read(limit_bytes + 1 - FEW_BYTES)


def is_unsettled(version: FileVersion) -> bool:
    """Whether a file changed so lately that it may change again and keep its version."""
    _, changed_ns, _ = version
    return abs(time.time() - changed_ns / 1e9) < UNSETTLED_SECONDS
