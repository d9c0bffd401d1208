"""Files written whole or not at all: put in place of another, made anew, put aside, or deleted.

A new file has the rights that the user's umask gives to any program's; one that is replaced keeps its own.
"""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain, count
from pathlib import Path
from typing import BinaryIO

from routine_app.data.files.folders import sync_folder

_log = logging.getLogger(__name__)


def replace_file(path: Path, content: bytes, check: Callable[[], object] = lambda: None) -> None:
    """Put content in place of a file, as `replacing` does. Raises OSError, and what `check` raises.

    `check` is called at the last moment: it sees whether the file is still what the content was made of.
    """
    with replacing(path, check) as file:
        file.write(content)


@contextmanager
def replacing(path: Path, check: Callable[[], object] = lambda: None) -> Iterator[BinaryIO]:
    """Write to the file that this gives; at the end of the block it takes the place of the other, on disk by then.

    A link stays, and its file is replaced. Whatever happens on the way, the file is the old one or the new one, and it
    has the rights of the old one before anything is in it. Raises OSError.
    """
    real_path = path.resolve()
    with _part_in(real_path.parent) as part:
        with part.open("xb") as file:
            if real_path.exists():
                shutil.copymode(real_path, part)
            yield file
            _sync(file)
        check()
        part.replace(real_path)
    sync_folder(real_path.parent)


def set_aside(path: Path) -> Path:
    """Rename `settings.yaml` to `settings.broken.yaml`, numbered if there is one; gives the new path.

    It is so on disk when this returns. Raises OSError, and then the file is where it was.
    """
    aside = _reserve(_names_aside(path))
    try:
        path.replace(aside)
    except BaseException:
        aside.unlink()
        raise
    sync_folder(path.parent)
    return aside


def delete_file(path: Path) -> None:
    """Delete a file, of a link only the link; it is gone from the disk when this returns. Raises OSError."""
    path.unlink()
    sync_folder(path.parent)


def _names_aside(path: Path) -> Iterator[Path]:
    words = chain(("broken",), (f"broken-{number}" for number in count(2)))
    return (path.with_name(f"{path.stem}.{word}{path.suffix}") for word in words)


def _reserve(paths: Iterator[Path]) -> Path:
    """Create an empty file at the first path at which nothing is, so that no one else takes it."""
    for path in paths:
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            return path
    raise FileExistsError


def create_file(path: Path, content: bytes) -> None:
    """Write a file under a name at which nothing is, not even a link; on disk when this returns.

    Raises FileExistsError if something is there, and another OSError if it cannot be written; then
    nothing new is in the folder.
    """
    with _part_in(path.parent) as part:
        with part.open("xb") as file:
            file.write(content)
            _sync(file)
        _give_name(part, path)
    try:
        sync_folder(path.parent)
    except BaseException:
        _remove(path)
        raise


@contextmanager
def _part_in(folder: Path) -> Iterator[Path]:
    """A path in the folder for the time being, at which nothing is in the end."""
    part = folder / f".{os.urandom(8).hex()}.part"
    try:
        yield part
    finally:
        _remove(part)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _give_name(part: Path, path: Path) -> None:
    """Give a file its name in one step, and never in place of another file."""
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
