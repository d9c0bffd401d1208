"""The routines that ship, read ahead: what a phone is given without reading them."""

from pathlib import Path

import pytest

from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine, read_routine_file
from routine_app.phone import read_routines
from routine_app.phone.read_routines import read_known_file, routines_read_ahead, write_read_routines

MINE = "title: Mine\nstretches:\n  - name: Pigeon pose\n    hold: 45\n"


@pytest.fixture(autouse=True)
def _read_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is read ahead in a folder of this test."""
    monkeypatch.setattr(read_routines, "READ", tmp_path / "read.bin")
    routines_read_ahead.cache_clear()


def test_what_ships_is_as_it_was_read() -> None:
    """Nothing of it is read again."""
    files = routine_files(shipped_routines_folder())
    readings = [read_routine_file(file) for file in files]
    write_read_routines()
    read_routine.cache_clear()
    assert [read_known_file(file) for file in files] == readings
    assert read_routine.cache_info().misses == 0
    assert len(readings) > 1


def test_a_file_of_the_user_is_read_though_one_of_its_name_ships(tmp_path: Path) -> None:
    """It takes the place of that one."""
    write_read_routines()
    file = tmp_path / routine_files(shipped_routines_folder())[0].name
    file.write_text(MINE, encoding="utf-8")
    assert read_known_file(file) == read_routine_file(file)


def test_where_nothing_was_read_ahead_it_is_read_now() -> None:
    """As where there was no Node."""
    file = routine_files(shipped_routines_folder())[0]
    assert read_known_file(file) == read_routine_file(file)
