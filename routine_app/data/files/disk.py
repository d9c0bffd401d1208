"""The files of this computer that a user picked, read and written piece by piece."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO

from routine_app.data.files.atomic import replacing
from routine_app.data.files.pieces import pieces_of


class LocalDisk:
    """Reads and writes where the user says; each method raises OSError."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """What is in a file."""
        return pieces_of(Path(path))

    def replacing(self, path: str) -> AbstractContextManager[BinaryIO]:
        """A file to write, which takes the place of what is at that path as the block ends."""
        return replacing(Path(path))
