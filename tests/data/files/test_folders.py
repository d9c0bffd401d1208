"""Folders that are made, and what is named in them, on the disk itself."""

import errno
import os
import re
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.data.files.folders import create_folder, sync_folder
from routine_app.data.paths import make_folder
from tests.data.files.synced_names import watching_syncs


@pytest.mark.skipif(os.name != "posix", reason="syncs no folder")
def test_a_new_folder_is_on_the_disk(tmp_path: Path) -> None:
    """Each of those that were made, in the one above it."""
    with watching_syncs(tmp_path) as synced:
        create_folder(tmp_path / "a" / "b")
    assert synced.names == {tmp_path: {"a"}, tmp_path / "a": {"b"}}


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    """With nothing to wait for."""
    with watching_syncs(tmp_path) as synced:
        create_folder(tmp_path)
    assert synced.names == {}


@pytest.mark.skipif(os.name != "posix", reason="syncs no folder")
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EACCES])
def test_where_folders_cannot_be_synced_work_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    """Some file systems refuse it; the log says so."""
    caplog.set_level("INFO")
    refuse_to_sync(monkeypatch, code)
    sync_folder(tmp_path)
    assert caplog.messages == [f"The folder {tmp_path} cannot be synced: {OSError(code, os.strerror(code))}"]


@pytest.mark.skipif(os.name != "posix", reason="syncs no folder")
def test_a_broken_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be brought to the disk is not said to be there."""
    refuse_to_sync(monkeypatch, errno.EIO)
    folder = tmp_path / "new"
    with pytest.raises(UserFacingError, match=f"^Cannot create the folder {re.escape(str(folder))}: "):
        make_folder(folder)


def refuse_to_sync(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Let the system say this of every sync."""

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
