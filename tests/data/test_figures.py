"""The pictures of stretches: which file a name means, and what is no picture at all."""

import logging
import os
import struct
import unicodedata
import zlib
from pathlib import Path
from typing import Literal

import pytest

from routine_app.core.routine.figures import FigureSource
from routine_app.data.figures import LARGEST_BYTES, LARGEST_SIDE_PIXELS, PNG_SIGNATURE, FolderFigures
from routine_app.data.paths import assets_folder

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><title>é</title></svg>'


def chunk(name: bytes, content: bytes) -> bytes:
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(width: int = 1, height: int = 1) -> bytes:
    """A grey PNG that says it has so many pixels, and has one."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return PNG_SIGNATURE + header + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


PNG = png()


class Shelf:
    """Two folders below one, and the pictures in them."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.user = folder / "shipped", folder / "user"
        self.shipped.mkdir()
        self.user.mkdir()
        self.pictures = FolderFigures(self.shipped, self.user)

    def find(self, name: str) -> str | bytes | None:
        """What the shelf has under a name."""
        shelf: FigureSource = self.pictures
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


@pytest.mark.parametrize(
    ("named", "file_name"), [("photo", "photo.PNG"), ("photo.png", "photo.PNG"), ("photo.PNG", "photo.png")]
)
def test_capitals_do_not_matter_in_an_ending(shelf: Shelf, named: str, file_name: str) -> None:
    """Where the system takes them for another name, too."""
    write(shelf.user, file_name, PNG)
    assert shelf.find(named) == PNG


def test_a_name_may_have_spaces(shelf: Shelf) -> None:
    """As people name their files."""
    write(shelf.user, "my hip, left.png", PNG)
    assert shelf.find("my hip, left") == shelf.find("my hip, left.png") == PNG


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_routine", ["NFC", "NFD"])
def test_an_accent_may_be_written_in_two_ways(
    shelf: Shelf, on_disk: Literal["NFC", "NFD"], in_routine: Literal["NFC", "NFD"]
) -> None:
    """As a letter of its own, which macOS likes, or in one with its vowel, which editors do."""
    write(shelf.user, unicodedata.normalize(on_disk, "hüfte") + ".png", PNG)
    assert shelf.find(unicodedata.normalize(in_routine, "hüfte")) == PNG


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
    path = write(shelf.user, "lean.png", PNG.ljust(LARGEST_BYTES + extra, b"\0"))
    with caplog.at_level(logging.WARNING):
        found = shelf.find("lean")
    assert (found != SVG) is is_shown
    words = [f"The picture {path} cannot be shown: it is larger than 1024 KiB"]
    assert caplog.messages == words * (not is_shown)


def test_a_drawing_that_is_no_text_is_left_out(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """Bytes that are not UTF-8 under the name of an SVG."""
    write(shelf.user, "lean.svg", PNG)
    with caplog.at_level(logging.WARNING):
        assert shelf.find("lean") is None
    (record,) = caplog.records
    assert "lean.svg cannot be shown" in record.getMessage()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is no SVG (no element found: line 1, column 0)"),
        ("hello", "it is no SVG (syntax error: line 1, column 0)"),
        ("<svg viewBox='0 0 1 1'><circle", "it is no SVG (unclosed token: line 1, column 23)"),
        ("<html viewBox='0 0 1 1'/>", "it is no SVG (it begins with <html>)"),
        ("<svg height='10'/>", "it does not say how large it is; give its <svg> a viewBox"),
    ],
    ids=["empty", "text", "cut", "page", "no size"],
)
def test_a_broken_drawing_is_left_out(
    shelf: Shelf, caplog: pytest.LogCaptureFixture, text: str, reason: str
) -> None:
    """What no client can draw: the shipped one stands in, and the log says why, once."""
    write(shelf.shipped, "lean.svg", SVG)
    path = write(shelf.user, "lean.svg", text)
    with caplog.at_level(logging.WARNING):
        assert [shelf.find("lean"), shelf.find("lean")] == [SVG, SVG]
    assert caplog.messages == [f"The picture {path} cannot be shown: {reason}"]


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + SVG,
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- drawn by hand -->\n' + SVG,
        '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
    ],
    ids=["mark", "prologue", "width and height"],
)
def test_a_drawing_may_come_from_any_program(shelf: Shelf, text: str) -> None:
    """With what these write before the drawing itself; it is given as it is."""
    write(shelf.user, "lean.svg", text)
    assert shelf.find("lean") == text


def test_a_drawing_that_grows_without_end_is_left_out(shelf: Shelf) -> None:
    """Entities that hold each other a hundred million times."""
    doubled = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    write(
        shelf.user, "lean.svg", f'<!DOCTYPE svg [<!ENTITY e0 "x">{doubled}]><svg viewBox="0 0 1 1">&e8;</svg>'
    )
    assert shelf.find("lean") is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is no PNG"),
        (b"hello", "it is no PNG"),
        (PNG[:-5], "it is cut off"),
        (PNG_SIGNATURE, "it is cut off"),
        (png(LARGEST_SIDE_PIXELS + 1), "it has 4097 x 1 pixels; make it no larger than 4096 either way"),
        (png(1, 20000), "it has 1 x 20000 pixels; make it no larger than 4096 either way"),
    ],
    ids=["empty", "text", "cut", "begun", "wide", "tall"],
)
def test_a_broken_photograph_is_left_out(
    shelf: Shelf, caplog: pytest.LogCaptureFixture, content: bytes, reason: str
) -> None:
    """And one that would take all of a phone's memory."""
    path = write(shelf.user, "lean.png", content)
    with caplog.at_level(logging.WARNING):
        assert shelf.find("lean") is None
    assert caplog.messages == [f"The picture {path} cannot be shown: {reason}"]


def test_a_jpeg_under_the_name_of_a_png_is_shown(shelf: Shelf) -> None:
    """Every client draws it; the name is all that is wrong with it."""
    write(shelf.user, "lean.png", b"\xff\xd8\xff\xe0 and so on")
    assert shelf.find("lean") == b"\xff\xd8\xff\xe0 and so on"


def test_a_mended_picture_is_shown(shelf: Shelf) -> None:
    """That it was broken is not kept against it."""
    path = write(shelf.user, "lean.svg", "<svg")
    assert shelf.find("lean") is None
    path.write_text(SVG, encoding="utf-8")
    assert shelf.find("lean") == SVG


def test_a_folder_of_that_name_is_no_picture(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    """It cannot be read, and the shipped picture stands in."""
    (shelf.user / "lean.svg").mkdir()
    write(shelf.shipped, "lean.svg", SVG)
    with caplog.at_level(logging.WARNING):
        assert shelf.find("lean") == SVG
    assert len(caplog.records) == 1


def test_folders_that_are_not_there_have_no_pictures(tmp_path: Path) -> None:
    """The user's may have been moved away while the app runs."""
    assert FolderFigures(tmp_path / "a", tmp_path / "b").find("lean") is None


def test_a_name_that_no_system_can_open_is_none(shelf: Shelf) -> None:
    """A null, and a name longer than any file's."""
    assert shelf.find("a\0b") is None
    assert shelf.find("x" * 5000) is None


def test_a_changed_picture_is_read_again(shelf: Shelf) -> None:
    """By its time or its size; the routine's author sees the new one at once."""
    path = write(shelf.user, "lean.svg", SVG)
    assert shelf.find("lean") == SVG
    path.write_text(SVG.replace("é", "e"), encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert shelf.find("lean") == SVG.replace("é", "e")


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
    pictures = FolderFigures(assets_folder() / "figures", tmp_path)
    names = sorted(path.stem for path in (assets_folder() / "figures").iterdir())
    assert len(names) >= 5
    assert [str(pictures.find(name))[:4] for name in names] == ["<svg"] * len(names)
