"""The steps in which Python starts: the page's worker calls them, and keeps a picture of the memory after the first."""

import random
from collections.abc import Iterable
from importlib import import_module

from routine_app.phone.dataclass_methods import compiled_methods, read_methods


def prepare(names: Iterable[str]) -> None:
    """Import the modules of these names, in their order, and read what ships: all that is the same for every user."""
    with compiled_methods(read_methods()):
        for name in names:
            import_module(name)
        _read_routines()


def _read_routines() -> None:
    from routine_app.data.paths import shipped_routines_folder  # noqa: PLC0415 - as all modules, in their order
    from routine_app.data.routines.library import routine_files  # noqa: PLC0415 - the same
    from routine_app.phone.read_routines import read_known_file  # noqa: PLC0415 - the same

    for file in routine_files(shipped_routines_folder()):
        read_known_file(file)


def begin_anew() -> None:
    """Draw other numbers than the start whose memory this was."""
    random.seed()
