"""The routines that ship, read ahead when the phone app is built: its Python takes 0.15 s to read them as text."""

import pickle
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from routine_app.core.routine.repository import CheckedText
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine_file

READ = Path(__file__).with_name("read_routines.bin")


@cache
def routines_read_ahead() -> Mapping[str, CheckedText]:
    """What was written, by the names of the files; nothing where nothing was."""
    return pickle.loads(READ.read_bytes()) if READ.exists() else {}  # noqa: S301 - this build's own


def read_known_file(path: Path) -> CheckedText:
    """A routine file that ships as it was read ahead, and any other as it is read from disk. Raises OSError."""
    is_shipped = path.parent == shipped_routines_folder()
    known = routines_read_ahead().get(path.name) if is_shipped else None
    return known or read_routine_file(path)


def write_read_routines() -> None:
    """Read the routines that ship, and write them beside this module."""
    files = routine_files(shipped_routines_folder())
    READ.write_bytes(pickle.dumps({file.name: read_routine_file(file) for file in files}))
