"""The pictures of stretches: which file a name means, and what is no picture at all."""

import logging
import os
from pathlib import Path

import pytest

from routine_app.core.ports import PictureShelf
from routine_app.data.paths import assets_folder
from routine_app.data.pictures import LARGEST_BYTES, FolderPictures

SVG = "<svg>é</svg>"
PNG = b"\x89PNG\r\n\x1a\n\xff"


class Shelf:
    """Two folders below one, and the pictures in them."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.user = folder / "shipped", folder / "user"
        self.shipped.mkdir()
        self.user.mkdir()
        self.pictures = FolderPictures(self.shipped, self.user)

    def find(self, name: str) -> str | bytes | None:
        """What the shelf has under a name."""
        shelf: PictureShelf = self.pictures
        return shelf.find(name)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give an empty shelf."""
    return Shelf(tmp_path)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """Put a file there."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_drawing_is_text_and_a_photograph_bytes(shelf: Shelf) -> None:
    """So that a drawing can be coloured for the theme."""
    write(shelf.shipped, "lean.svg", SVG)
    write(shelf.shipped, "photo.png", PNG)
    assert (shelf.find("lean"), shelf.find("photo")) == (SVG, PNG)


@pytest.mark.parametrize("name", ["lean.svg", "lean"])
def test_the_ending_may_be_left_out(shelf: Shelf, name: str) -> None:
    """Routines name figures without it."""
    write(shelf.shipped, "lean.svg", SVG)
    assert shelf.find(name) == SVG


def test_an_ending_that_is_given_is_meant(shelf: Shelf) -> None:
    """The other kind does not stand in."""
    write(shelf.shipped, "lean.svg", SVG)
    write(shelf.shipped, "lean.png", PNG)
    assert shelf.find("lean.png") == PNG
    assert shelf.find("lean") == SVG


def test_an_ending_in_capitals_is_one(shelf: Shelf) -> None:
    """As cameras write them."""
    write(shelf.user, "photo.PNG", PNG)
    write(shelf.user, "drawing.SVG", SVG)
    assert (shelf.find("photo.PNG"), shelf.find("drawing.SVG")) == (PNG, SVG)


def test_a_name_may_have_a_dot(shelf: Shelf) -> None:
    """Only the two endings are endings."""
    write(shelf.user, "v1.2.svg", SVG)
    assert shelf.find("v1.2") == SVG


def test_the_users_picture_comes_first(shelf: Shelf) -> None:
    """Also a photograph before a shipped drawing of that name."""
    write(shelf.shipped, "lean.svg", SVG)
    write(shelf.user, "lean.png", PNG)
    assert shelf.find("lean") == PNG


@pytest.mark.parametrize("name", ["missing", "missing.svg", "notes.txt"])
def test_what_is_not_there_is_none(shelf: Shelf, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Which is nothing to be logged: the check of routine files tells of it."""
    write(shelf.user, "notes.txt", "text")
    assert shelf.find(name) is None
    assert caplog.records == []


@pytest.mark.parametrize("name", ["../secret", "../secret.svg", "/etc/passwd", "sub/lean", "..", ".", ""])
def test_nothing_outside_the_folders_is_read(shelf: Shelf, tmp_path: Path, name: str) -> None:
    """A routine that someone sent is not to be trusted with paths."""
    write(tmp_path, "secret.svg", SVG)
    (shelf.user / "sub").mkdir()
    write(shelf.user / "sub", "lean.svg", SVG)
    assert shelf.find(name) is None


@pytest.mark.parametrize(("extra", "is_shown"), [(0, True), (1, False)])
def test_a_picture_may_be_so_large(
    shelf: Shelf, caplog: pytest.LogCaptureFixture, extra: int, *, is_shown: bool
) -> None:
    """A larger one is left out, with a word in the log; the shipped one of that name stands in."""
    write(shelf.shipped, "lean.svg", SVG)
    path = write(shelf.user, "lean.png", b"x" * (LARGEST_BYTES + extra))
    with caplog.at_level(logging.WARNING):
        found = shelf.find("lean")
    assert (found != SVG) is is_shown
    words = [f"The picture {path} cannot be shown: it is larger than 1024 KiB"]
    assert [record.getMessage() for record in caplog.records] == words * (not is_shown)


def test_a_drawing_that_is_no_text_is_left_out(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """Bytes that are not UTF-8 under the name of an SVG."""
    write(shelf.user, "lean.svg", PNG)
    with caplog.at_level(logging.WARNING):
        assert shelf.find("lean") is None
    (record,) = caplog.records
    assert "lean.svg cannot be shown" in record.getMessage()


def test_a_folder_of_that_name_is_no_picture(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """It cannot be read, and the shipped picture stands in."""
    (shelf.user / "lean.svg").mkdir()
    write(shelf.shipped, "lean.svg", SVG)
    with caplog.at_level(logging.WARNING):
        assert shelf.find("lean") == SVG
    assert len(caplog.records) == 1


def test_folders_that_are_not_there_have_no_pictures(tmp_path: Path) -> None:
    """The user's may have been moved away while the app runs."""
    assert FolderPictures(tmp_path / "a", tmp_path / "b").find("lean") is None


def test_a_name_that_no_system_can_open_is_none(shelf: Shelf) -> None:
    """A null, and a name longer than any file's."""
    assert shelf.find("a\0b") is None
    assert shelf.find("x" * 5000) is None


def test_a_changed_picture_is_read_again(shelf: Shelf) -> None:
    """By its time or its size; the routine's author sees the new one at once."""
    path = write(shelf.user, "lean.svg", SVG)
    assert shelf.find("lean") == SVG
    path.write_text("<svg>e</svg>", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert shelf.find("lean") == "<svg>e</svg>"


def test_an_unchanged_picture_is_read_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each card of the list asks for the same few."""
    write(shelf.shipped, "lean.svg", SVG)
    reads: list[Path] = []
    read_bytes = Path.read_bytes

    def counted(path: Path) -> bytes:
        reads.append(path)
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", counted)
    assert [shelf.find("lean") for _ in range(5)] == [SVG] * 5
    assert len(reads) == 1


def test_a_picture_that_was_taken_away_is_gone(shelf: Shelf) -> None:
    """What was read before does not stand in."""
    path = write(shelf.user, "lean.svg", SVG)
    assert shelf.find("lean") == SVG
    path.unlink()
    assert shelf.find("lean") is None


def test_the_shipped_figures_are_found(tmp_path: Path) -> None:
    """Each by its bare name, as text."""
    pictures = FolderPictures(assets_folder() / "figures", tmp_path)
    names = sorted(path.stem for path in (assets_folder() / "figures").iterdir())
    assert len(names) >= 5
    assert [str(pictures.find(name))[:4] for name in names] == ["<svg"] * len(names)
