"""What is brought to the disk: each file and folder that is synced, with what it had in it then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class Synced:
    """The names that each folder had when it was last synced, and what each file that was synced held."""

    names: dict[Path, set[str]] = field(default_factory=dict)
    contents: list[bytes] = field(default_factory=list)


@contextmanager
def watching_syncs(below: Path) -> Iterator[Synced]:
    """Meanwhile, note what is synced of a folder and of those below it."""
    synced = Synced()
    real = os.fsync

    def note(descriptor: int) -> None:
        real(descriptor)
        for path in (below, *below.rglob("*")):
            if os.path.samestat(path.lstat(), os.fstat(descriptor)):
                if path.is_dir():
                    synced.names[path] = {entry.name for entry in path.iterdir()}
                else:
                    synced.contents.append(path.read_bytes())

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(os, "fsync", note)
        yield synced
