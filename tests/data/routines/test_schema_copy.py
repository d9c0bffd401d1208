"""The schema beside the user's routines."""

import logging
import os
from pathlib import Path

import pytest

from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.schema_copy import put_schema

SHIPPED = (shipped_routines_folder() / SCHEMA_FILE).read_bytes()


def test_a_missing_schema_is_written(tmp_path: Path) -> None:
    """It is the one that ships."""
    put_schema(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {SCHEMA_FILE: SHIPPED}


def test_another_schema_is_replaced(tmp_path: Path) -> None:
    """Such as that of an older version of the app."""
    (tmp_path / SCHEMA_FILE).write_bytes(b"{}")
    put_schema(tmp_path)
    assert (tmp_path / SCHEMA_FILE).read_bytes() == SHIPPED


def test_the_same_schema_is_not_written(tmp_path: Path) -> None:
    """Editors that watch the file see no change."""
    file = tmp_path / SCHEMA_FILE
    file.write_bytes(SHIPPED)
    os.utime(file, ns=(1, 1))
    put_schema(tmp_path)
    assert file.stat().st_mtime_ns == 1


@pytest.mark.skipif(os.name == "nt", reason="links need a right that Windows users lack")
def test_a_link_is_left_alone(tmp_path: Path) -> None:
    """Whoever made it wants another schema there."""
    own = tmp_path / "own.json"
    own.write_bytes(b"{}")
    (tmp_path / SCHEMA_FILE).symlink_to(own)
    put_schema(tmp_path)
    assert own.read_bytes() == b"{}"
    assert (tmp_path / SCHEMA_FILE).is_symlink()


@pytest.mark.parametrize("obstacle", ["a folder of that name", "no such folder", "nothing that ships"])
def test_what_is_in_the_way_is_logged(
    tmp_path: Path, obstacle: str, caplog: pytest.LogCaptureFixture
) -> None:
    """And stops nothing."""
    folder = tmp_path / "routines"
    if obstacle == "a folder of that name":
        (folder / SCHEMA_FILE).mkdir(parents=True)
    if obstacle == "nothing that ships":
        folder.mkdir()
    with caplog.at_level(logging.WARNING):
        put_schema(folder, tmp_path if obstacle == "nothing that ships" else None)
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        f"Editors find no schema in {folder}"
    ]
