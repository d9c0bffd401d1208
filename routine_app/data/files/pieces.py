"""Files read piece by piece, so that a large one is never in memory as a whole."""

from collections.abc import Iterator
from pathlib import Path

PIECE_BYTES = 64 * 1024


def pieces_of(path: Path) -> Iterator[bytes]:
    """What is in a file or comes through a pipe, opened when the first piece is asked for. Raises OSError."""
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            yield piece
