"""Files put in place of others, made anew, put aside and deleted: on the disk, and with which rights."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.data.files.atomic import create_file, delete_file, replace_file, set_aside
from tests.data.files.synced_names import watching_syncs

pytestmark = pytest.mark.skipif(os.name != "posix", reason="syncs no folder, and has other rights")


def replace(path: Path) -> None:
    """Put a new text in place of the file."""
    replace_file(path, b"new")


def create_beside(path: Path) -> None:
    """Make another file in the same folder."""
    create_file(path.with_name("made.yaml"), b"new")


def create_without_links(path: Path) -> None:
    """Make it where files have no second names."""

    def refuse(_: Path, __: Path) -> None:
        raise PermissionError

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(Path, "hardlink_to", refuse)
        create_beside(path)


def put_aside(path: Path) -> None:
    """Put the file aside."""
    set_aside(path)


@pytest.mark.parametrize(
    ("work", "names", "contents"),
    [
        (replace, {"kept.yaml"}, [b"new"]),
        (create_beside, {"kept.yaml", "made.yaml"}, [b"new"]),
        (create_without_links, {"kept.yaml", "made.yaml"}, [b"new"]),
        (put_aside, {"kept.broken.yaml"}, []),
        (delete_file, set(), []),
    ],
)
def test_what_was_done_is_on_the_disk(
    tmp_path: Path, work: Callable[[Path], None], names: set[str], contents: list[bytes]
) -> None:
    """The bytes first, then the name: the folder is synced once it has the names that it keeps."""
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"old")
    with watching_syncs(tmp_path) as synced:
        work(path)
    assert synced.contents == contents
    assert synced.names == {tmp_path: names}
    assert {entry.name for entry in tmp_path.iterdir()} == names


def test_a_link_s_folder_is_the_one_of_its_file(tmp_path: Path) -> None:
    """There the name was changed."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real" / "kept.yaml")
    with watching_syncs(tmp_path) as synced:
        replace_file(tmp_path / "link.yaml", b"new")
    assert synced.names == {tmp_path / "real": {"kept.yaml"}}


def test_a_new_file_that_may_not_stay_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is broken: it is said so, and the name is free."""

    def refuse_folders(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse_folders)
    with pytest.raises(OSError, match="Input/output error"):
        create_file(tmp_path / "made.yaml", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666, 0o400])
def test_a_replaced_file_keeps_its_rights(tmp_path: Path, mode: int) -> None:
    """Wider or narrower than those of a new file, and from the first byte that another could read."""
    path = tmp_path / "kept.yaml"
    path.write_bytes(b"old")
    path.chmod(mode)
    while_written: list[int] = []

    def note(file: int) -> None:
        if stat.S_ISREG(os.fstat(file).st_mode):
            while_written.append(stat.S_IMODE(os.fstat(file).st_mode))

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(os, "fsync", note)
        replace_file(path, b"new")
    assert while_written == [mode]
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", mode)
