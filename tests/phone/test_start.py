"""The steps in which the phone app's Python starts."""

import random
import sys
from pathlib import Path

import pytest

from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from routine_app.phone.start import begin_anew, prepare


def test_the_modules_are_imported_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their dataclasses get their methods as they would."""
    monkeypatch.syspath_prepend(tmp_path)
    for name, text in (
        ("first_of_two", "from dataclasses import dataclass\n@dataclass\nclass C:\n  x: int\n"),
        ("second_of_two", ""),
    ):
        (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
    prepare(["second_of_two", "first_of_two"])
    imported = [name for name in sys.modules if name.endswith("_of_two")]
    assert imported == ["second_of_two", "first_of_two"]
    assert sys.modules["first_of_two"].C(1) == sys.modules["first_of_two"].C(1)
    for name in imported:
        del sys.modules[name]


def test_the_routines_that_ship_are_read_ahead() -> None:
    """Whoever reads them then is given what was read."""
    read_routine.cache_clear()
    prepare([])
    files = routine_files(shipped_routines_folder())
    assert len(files) > 1
    readings = [read_routine_file(file) for file in files]
    assert all(reading.routine for reading in readings)
    assert (read_routine.cache_info().hits, read_routine.cache_info().misses) == (len(files), len(files))


def test_two_starts_from_one_memory_draw_other_numbers() -> None:
    """Though it has the state of chance, too."""
    state = random.getstate()
    begin_anew()
    first = random.getstate()
    random.setstate(state)
    begin_anew()
    assert random.getstate() != first
