"""The ways that large files take between the app and whoever looks at the page, piece by piece."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

Tell = Callable[[float], None]
"""Is told the share that is done, from 0 to 1."""


class Arrival(Protocol):
    """A file that a browser is about to send."""

    @property
    def address(self) -> str:
        """Where it must be sent."""

    def pieces(self, tell: Tell) -> Awaitable[Sequence[bytes]]:
        """Wait until all of it is there, and give it. Raises UserFacingError if it does not come."""


class Transfers(Protocol):
    """Files that a browser sends and fetches, beside the socket of its page."""

    def expect(self, size_bytes: int) -> Arrival:
        """Let one file of that size come."""

    def offer(self, name: str, pieces: Sequence[bytes]) -> str:
        """Let a file of that name be fetched; gives its address."""


class Disk(Protocol):
    """Files of this computer; each method raises OSError."""

    def pieces(self, path: str) -> Iterator[bytes]:
        """What is in a file."""

    def replacing(self, path: str) -> AbstractContextManager["Writable"]:
        """A file to write, which takes the place of what is at that path as the block ends."""


class Writable(Protocol):
    """A file that is written."""

    def write(self, piece: bytes, /) -> object:
        """Write the next piece."""


@dataclass(frozen=True, slots=True)
class FileWays:
    """What there is of these: `transfers` for a page that is served, `disk` for a window.

    Neither is there for a page whose browser runs the app itself.
    """

    transfers: Transfers | None = None
    disk: Disk | None = None
