"""Whoever of the app writes a new file or makes a folder: its rights are those that the user's umask gives to any."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from routine_app.cli.log_file import log_to
from routine_app.cli.main import main
from routine_app.core.routine.repository import Draft
from routine_app.core.settings.settings import Settings
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.paths import AppPaths, find_places, shipped_routines_folder
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.schema_copy import put_schema
from routine_app.data.settings.file import SettingsFile
from routine_app.data.voice.cache import VoiceCache
from tests.data.history.sample_sessions import START

pytestmark = [
    pytest.mark.skipif(os.name != "posix", reason="modes of POSIX"),
    pytest.mark.usefixtures("logging_as_before"),
]


@pytest.fixture(params=[0o022, 0o002, 0o077], ids=["usual", "group", "private"])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Have a user with that umask: one who shares with nobody, with a group that may write, or one who shows all."""
    mask: int = request.param
    before = os.umask(mask)
    yield mask
    os.umask(before)


def write_all(places: AppPaths) -> None:
    """Let everything that writes files of the user's do so, the history kept open."""
    files = FolderRoutineFiles(shipped_routines_folder(), places.routines)
    files.save(files.create("hips.yaml", "a"), "b")
    put_schema(places.routines)
    DraftFiles(places.drafts).keep(Draft("hips.yaml", "typed", ""))
    settings = SettingsFile(places.settings)
    settings.save(Settings(sounds=False), since=Settings())
    settings.save(Settings(voice=False), since=Settings())
    VoiceCache(places.voice_cache, "test 1").keep("Rest.", b"\0\0")
    log_to(places.log)
    logging.getLogger("routine_app").warning("Something is odd.")


def rights_below(folder: Path) -> dict[str, int]:
    """The rights of every file and folder."""
    return {
        path.relative_to(folder).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")
    }


def test_new_files_have_the_rights_of_any_program_s(
    tmp_path: Path, umask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Routines, schema, drafts, settings, sentences, log, exports, and all three files of the history."""
    home = tmp_path / "home"
    monkeypatch.setenv("ROUTINE_APP_HOME", str(home))
    places = find_places(os.environ)
    with closing(SqliteHistory(places.history)) as history:
        history.start(START)
        write_all(places)
        main(["export", str(home / "history.csv")])
        main(["new", str(home / "routines" / "more.yaml")])
        rights = rights_below(home)
    folders = {name for name in rights if (home / name).is_dir()}
    files = {name for name in rights if name not in folders}
    assert files > {"history.db", "history.db-wal", "history.db-shm", "routine-app.log", "history.csv"}
    assert {name: oct(rights[name]) for name in files} == dict.fromkeys(files, oct(0o666 & ~umask))
    assert {name: oct(rights[name]) for name in folders} == dict.fromkeys(folders, oct(0o777 & ~umask))
