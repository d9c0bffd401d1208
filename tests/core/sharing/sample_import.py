"""Routines that come in, from a file or as a code."""

from pathlib import Path

from routine_app.core.routine.repository import CheckedText
from routine_app.core.sharing.code import share_code
from routine_app.core.sharing.import_reader import ImportedRoutine, read_import
from routine_app.data.routines.reader.routine import read_routine

SAMPLES = Path(__file__).parent / "other_apps_files"

TEXT = "title: Hips\ndescription: All six.\nstretches:\n  - name: Butterfly\n    hold: 45s\n"

BROKEN = "title: Hips\nstretches:\n  - name: Butterfly\n    hold: 45x\n"

CODE = share_code("hips.yaml", TEXT)


def check(file_name: str, text: str) -> CheckedText:
    """Read a text as the app does."""
    read = read_routine(file_name, text.encode())
    return CheckedText(read.routine, read.problems)


def incoming(text: str = TEXT, name: str = "hips.yaml") -> ImportedRoutine:
    """One routine from a file."""
    (one,) = read_import(name, text.encode(), check)
    return one
