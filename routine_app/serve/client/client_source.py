"""Where the client that the server sends comes from, in a module that loads nothing: a window needs none of it."""

from pathlib import Path
from typing import NamedTuple


class ClientSource(NamedTuple):
    """The assets that become part of the client, and the folder in which it is kept."""

    assets: Path
    cache: Path
