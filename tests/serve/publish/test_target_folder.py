"""The folder that is built into: whole or not at all, and never over something else."""

import errno
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from routine_app.core.errors import UserFacingError
from routine_app.serve.publish.target_folder import replacing
from tests.serve.publish.small_builds import build, publish_small, small_build, version, version_led_to, write

BUILD = {"service-worker.js": "const BUILD = {};\n", "index.html": "first", "old/gone.js": "x"}
NEWER = {"service-worker.js": 'const BUILD = {"version": 2};\n', "index.html": "second", "new/come.js": "y"}


def content(folder: Path) -> dict[str, str | None]:
    """All that is below a folder; None for what is no file."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    """With those above it; there is nothing in it but the build."""
    build(tmp_path / "a" / "b", BUILD)
    assert content(tmp_path / "a" / "b") == {**BUILD, "old": None}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """It is the same folder afterwards."""
    inode = tmp_path.stat().st_ino
    build(tmp_path, BUILD)
    assert content(tmp_path) == {**BUILD, "old": None}
    assert tmp_path.stat().st_ino == inode


def test_an_earlier_build_is_replaced_completely(tmp_path: Path) -> None:
    """What the newer one has not is gone, folders and links too, and what a link leads to is left alone."""
    elsewhere = tmp_path / "elsewhere"
    write(elsewhere, {"precious": "mine"})
    folder = tmp_path / "site"
    build(folder, BUILD)
    (folder / "link").symlink_to(elsewhere, target_is_directory=True)
    build(folder, NEWER)
    assert content(folder) == {**NEWER, "new": None}
    assert content(elsewhere) == {"precious": "mine"}


@pytest.mark.parametrize("before", [{}, BUILD], ids=["first build", "later build"])
def test_what_a_host_put_there_stays(tmp_path: Path, before: Mapping[str, str]) -> None:
    """Git's folder, the domain and the word to GitHub are kept, as they are."""
    host = {".git/HEAD": "ref: refs/heads/pages", "CNAME": "stretch.example.org", ".nojekyll": ""}
    write(tmp_path, {**before, **host})
    build(tmp_path, NEWER)
    assert content(tmp_path) == {**NEWER, **host, "new": None, ".git": None}


@pytest.mark.parametrize(
    "before",
    [
        {"thesis.txt": "all my work"},
        {"photos/one.jpg": "me"},
        {".git/HEAD": "ref", "README.md": "a project"},
        {"service-worker.js": "self.addEventListener('fetch', answer);\n", "index.html": "a site of mine"},
        {"service-worker.js/notes.txt": "a folder of that name"},
    ],
    ids=["file", "folder", "repository", "another site", "folder with the name of the mark"],
)
def test_other_content_is_refused_and_untouched(tmp_path: Path, before: Mapping[str, str]) -> None:
    """In one sentence, before anything is built."""
    write(tmp_path, before)
    found = content(tmp_path)
    with pytest.raises(UserFacingError) as told, replacing(tmp_path):
        pytest.fail("it was built")
    assert str(told.value) == (
        f"{tmp_path} holds other files; give a new or an empty folder, or one with an earlier build."
    )
    assert content(tmp_path) == found


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    """And stays as it is."""
    file = tmp_path / "site"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(UserFacingError, match=f"^{re.escape(str(file))} is a file; give a folder.$"):
        build(file, BUILD)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """With the system's reason, and what to do."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    folder = tmp_path / "file" / "site"
    with pytest.raises(UserFacingError) as told:
        build(folder, BUILD)
    assert str(told.value) == (
        f"The phone app cannot be written to {folder}: not a directory; give another folder."
    )


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is built."""

    def refuse(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(UserFacingError, match="permission denied; give another folder"):
        build(tmp_path, BUILD)


def test_a_full_disk_leaves_the_earlier_build(tmp_path: Path) -> None:
    """It is told in one sentence, and nothing half built is left beside it."""
    build(tmp_path, BUILD)
    with pytest.raises(UserFacingError, match="no space left on device; give another folder"):
        fill_the_disk(tmp_path)
    assert content(tmp_path) == {**BUILD, "old": None}


def fill_the_disk(folder: Path) -> None:
    """Build until there is no more room."""
    with replacing(folder) as building:
        write(building, {"index.html": "half"})
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, ValueError])
def test_an_interruption_leaves_the_earlier_build(tmp_path: Path, interruption: type[BaseException]) -> None:
    """Whatever it is, it goes on to whoever called."""
    build(tmp_path, BUILD)
    with pytest.raises(interruption):
        interrupt(tmp_path, interruption)
    assert content(tmp_path) == {**BUILD, "old": None}


def interrupt(folder: Path, interruption: type[BaseException]) -> None:
    """Build until something else is in the way."""
    with replacing(folder) as building:
        write(building, NEWER)
        raise interruption


@pytest.mark.parametrize("before", [{}, BUILD], ids=["first build", "later build"])
def test_what_a_killed_build_left_is_no_obstacle(tmp_path: Path, before: Mapping[str, str]) -> None:
    """It goes with the next build."""
    write(tmp_path, {**before, ".routine-app-k1ll3d/index.html": "half"})
    build(tmp_path, NEWER)
    assert content(tmp_path) == {**NEWER, "new": None}


@pytest.mark.parametrize(
    ("before", "step"),
    [({**BUILD, "gone.js": "x"}, "unlink"), (BUILD, "replace"), ({}, "replace")],
    ids=["emptying", "filling", "first filling"],
)
def test_an_exchange_that_fails_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: Mapping[str, str], step: str
) -> None:
    """A file that is in use, as on Windows, spoils that build, and not the folder."""
    write(tmp_path, before)
    real = getattr(Path, step)

    def in_use(path: Path, *arguments: Path) -> None:
        if path.name in ("index.html", "gone.js"):
            raise PermissionError(errno.EACCES, "Permission denied")
        real(path, *arguments)

    with monkeypatch.context() as patching:
        patching.setattr(Path, step, in_use)
        with pytest.raises(UserFacingError, match="permission denied"):
            build(tmp_path, NEWER)
    build(tmp_path, NEWER)
    assert content(tmp_path) == {**NEWER, "new": None}


def files(folder: Path) -> dict[str, str]:
    """All files below a folder."""
    return {name: text for name, text in content(folder).items() if text is not None}


def test_at_every_moment_a_visitor_meets_one_whole_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With whatever file the folder is left: of an earlier layout, the first, the next, and the same again."""
    write(tmp_path, BUILD)
    publish_small(tmp_path, 1)
    met: list[tuple[int, int]] = []
    replace, unlink, rmtree = Path.replace, Path.unlink, shutil.rmtree

    def look() -> None:
        met.append((version_led_to(tmp_path, "index.html"), version_led_to(tmp_path, "service-worker.js")))

    def replace_seen(path: Path, target: Path) -> None:
        replace(path, target)
        look()

    def unlink_seen(path: Path) -> None:
        unlink(path)
        look()

    def rmtree_seen(path: Path, **options: object) -> None:
        look()
        rmtree(path, **options)  # type: ignore[arg-type]  # as it came
        look()

    monkeypatch.setattr(Path, "replace", replace_seen)
    monkeypatch.setattr(Path, "unlink", unlink_seen)
    monkeypatch.setattr(shutil, "rmtree", rmtree_seen)
    for number in (2, 3, 3):
        publish_small(tmp_path, number)
    assert list(dict.fromkeys(met)) == [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3)]


def test_what_the_build_before_loads_stays_until_the_next(tmp_path: Path) -> None:
    """A page that is open may still ask for it; nothing else stays."""
    write(tmp_path, {"service-worker.js": "const BUILD = {};\n", "icons/older.png": "x"})
    for number in (1, 2, 3):
        publish_small(tmp_path, number)
    before = {name: text for name, text in small_build(2).items() if name.startswith("build-")}
    assert files(tmp_path) == {**small_build(3), **before}


def test_the_same_build_again_mends_what_was_lost_of_it(tmp_path: Path) -> None:
    """To the byte."""
    publish_small(tmp_path, 1)
    parts = tmp_path / f"build-{version(1)}"
    (parts / "data.zz").write_text("damaged", encoding="utf-8")
    shutil.rmtree(parts / "canvaskit")
    publish_small(tmp_path, 1)
    assert files(tmp_path) == small_build(1)


def test_a_folder_that_is_a_link_is_replaced_by_one(tmp_path: Path) -> None:
    """What it leads to is somebody's, and is left alone."""
    write(tmp_path, {"elsewhere/icon.png": "mine", "site/service-worker.js": "const BUILD = {};\n"})
    (tmp_path / "site" / "icons").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    publish_small(tmp_path / "site", 1)
    assert content(tmp_path / "elsewhere") == {"icon.png": "mine"}
    assert files(tmp_path / "site") == small_build(1)
