"""File names made of titles."""

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.file_name import is_device, plain_file_name
from routine_app.data.routines.library import is_routine_file

HARD_PARTS = (
    *("con", "NUL", "COM1", "lpt¹", ".", "..", "/", "\\", ":", "-", "_", " ", "'", "\0", "\n", ".yaml", ".YML"),
    *("hips", "\u0301", "é", "ヨガ", "\u202e", "\ud800", "\U0001f9d8", "日" * 30, "½", "İ"),
)  # fmt: skip
TITLES = st.one_of(st.text(), st.lists(st.sampled_from(HARD_PARTS)).map("".join))


@pytest.mark.parametrize(
    ("title", "file_name"),
    [
        ("Runner's hips", "runners-hips.yaml"),
        ("Runner\N{RIGHT SINGLE QUOTATION MARK}s hips", "runners-hips.yaml"),
        ("Day 1: hips & back!", "day-1-hips-back.yaml"),
        ("Hüften öffnen", "hüften-öffnen.yaml"),
        ("ヨガ 10分", "ヨガ-10分.yaml"),
        ("हिन्दी", "हिन्दी.yaml"),
        ("it_band", "it_band.yaml"),
        ("hips.yaml", "hips.yaml"),
        ("hips.YML", "hips.yaml"),
        ("hips.2.yaml", "hips-2.yaml"),
        ("version 1.5", "version-1-5.yaml"),
        ("../../etc/passwd", "etc-passwd.yaml"),
        ("C:\\hips", "c-hips.yaml"),
        (".hidden", "hidden.yaml"),
        (" - a - ", "a.yaml"),
        ("e\u0301", "é.yaml"),
        ("e'\u0301", "é.yaml"),
        ("a \u0301b", "a-b.yaml"),
        ("", "routine.yaml"),
        ("...", "routine.yaml"),
        ("\U0001f9d8\ufe0f", "routine.yaml"),
        (".yaml", "routine.yaml"),
        ("CON", "con-routine.yaml"),
        ("nul.yaml", "nul-routine.yaml"),
        ("Com ¹", "com-1.yaml"),
        ("console", "console.yaml"),
    ],
)
def test_titles_and_their_files(title: str, file_name: str) -> None:
    """What a title's file is called."""
    assert plain_file_name(title) == file_name


def test_a_long_title_is_cut() -> None:
    """To fifty characters, or 180 bytes, without a dash at the end."""
    assert plain_file_name("a" * 60) == "a" * 50 + ".yaml"
    assert plain_file_name("a" * 49 + " b") == "a" * 49 + ".yaml"
    assert plain_file_name("\U00020000" * 60) == "\U00020000" * 45 + ".yaml"


@pytest.mark.parametrize(
    "name", ["con", "Prn.yaml", "aux", "NUL", "com0", "LPT9.tar.yaml", "lpt²", "nul ", "CONIN$"]
)
def test_devices(name: str) -> None:
    """What Windows does not take for a file, in any case and with any ending."""
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "lptx", "", "hips.con", "a nul"])
def test_no_devices(name: str) -> None:
    """Names that only look alike are names of files."""
    assert not is_device(name)


@given(TITLES)
def test_every_title_gives_a_safe_name(title: str) -> None:
    """One visible path component, short, without what any system refuses, that the library takes for a routine."""
    name = plain_file_name(title)
    assert is_routine_file(name)
    assert PurePosixPath(name).parts == (name,)
    assert PureWindowsPath(name).parts == (name,)
    assert not is_device(name)
    assert not name.startswith((".", "-"))
    assert name.endswith(".yaml")
    assert "." not in name.removesuffix(".yaml")
    assert len(name) <= 60
    assert len(name.encode()) <= 200
    assert not any(unicodedata.category(letter)[0] in "CZ" for letter in name)
    assert not set(name) & set('/\\:*?"<>|')


@given(TITLES)
def test_a_files_name_is_kept(title: str) -> None:
    """A name that was made of a title is the name that is made of it."""
    name = plain_file_name(title)
    assert plain_file_name(name) == name
