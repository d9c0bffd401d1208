"""`routine-app publish`: what it says, and how it ends."""

import os
import re
import shutil
from pathlib import Path

import pytest

from routine_app.data import paths
from routine_app.data.paths import assets_folder
from routine_app.serve.publish import publisher
from routine_app.serve.publish.publisher import Published
from tests.cli.conftest import Run

HOST = (
    "Put the folder on any https host; the address, opened once on a phone, can be added to its home screen."
)
NO_NODE = (
    "Its Python is not compiled ahead, for want of Node (nodejs.org): each start takes about one and a half times "
    "as long. Install Node and publish again to change that."
)


@pytest.fixture(autouse=True)
def _without_node(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no program on the path."""
    monkeypatch.setenv("PATH", "")


def test_a_build_says_where_and_how_large_it_is(run: Run, tmp_path: Path) -> None:
    """In three lines, with what the lack of Node costs; the folder is as it says."""
    outcome = run("publish", tmp_path / "site")
    assert (outcome.code, outcome.err) == (0, "")
    first, *rest = outcome.out.splitlines()
    told = re.fullmatch(r"The phone app is in (.*): (\d+) files, (\d+) MB\.", first)
    assert told is not None
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    megabytes = round(sum(file.stat().st_size for file in files) / 1e6)
    assert told.groups() == (str(tmp_path / "site"), str(len(files)), str(megabytes))
    assert rest == [NO_NODE, HOST]


def test_a_compiled_build_is_said_to_be(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder, the shipped files and the environment are what it is built from."""
    del home
    asked: list[tuple[object, ...]] = []

    def publish(*arguments: object) -> Published:
        asked.append(arguments)
        return Published(33_499_999, 33, is_compiled=True)

    monkeypatch.setattr(publisher, "publish", publish)
    outcome = run("publish", "site")
    assert outcome.out.splitlines() == [
        "The phone app is in site: 33 files, 33 MB.",
        "Its Python is compiled ahead.",
        HOST,
    ]
    ((folder, assets, routines, environment),) = asked
    assert (folder, assets, routines) == (Path("site"), assets_folder(), tmp_path / "shipped")
    assert environment is os.environ


@pytest.mark.parametrize(("size_bytes", "words"), [(999_999, "1 MB"), (31_500_001, "32 MB"), (0, "0 MB")])
def test_sizes_are_rounded(run: Run, size_bytes: int, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To whole megabytes, of a million bytes."""
    monkeypatch.setattr(publisher, "publish", lambda *_: Published(size_bytes, 7, is_compiled=True))
    assert run("publish", "x").out.splitlines()[0] == f"The phone app is in x: 7 files, {words}."


def test_a_folder_of_something_else_is_refused(run: Run, tmp_path: Path) -> None:
    """Exit code 2, one line, and nothing in it is touched."""
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter.txt").write_text("all my work", encoding="utf-8")
    outcome = run("publish", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"routine-app: {folder} holds other files; give a new or an empty folder, or one with an earlier build.\n"
    )
    assert [path.name for path in folder.iterdir()] == ["chapter.txt"]


def test_a_file_is_refused(run: Run, home: Path) -> None:
    """Exit code 2, and one line."""
    file = home / "routines" / "evening.yaml"
    outcome = run("publish", file)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == f"routine-app: {file} is a file; give a folder.\n"


def test_a_folder_that_cannot_be_written_is_told(run: Run, home: Path) -> None:
    """Exit code 2, and the system's reason."""
    folder = home / "routines" / "evening.yaml" / "site"
    outcome = run("publish", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"routine-app: The phone app cannot be written to {folder}: not a directory; give another folder.\n"
    )


def test_a_broken_wheel_is_the_programs_own_mistake(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """With a page that lacks its mark: exit code 1, one line, the mark in the log, and no build."""
    assets = tmp_path / "assets"
    shutil.copytree(assets_folder(), assets)
    (assets / "index.html").write_text("<html></html>", encoding="utf-8")
    monkeypatch.setattr(paths, "assets_folder", lambda: assets)
    outcome = run("publish", tmp_path / "site")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("routine-app: This is a mistake of the program's own; its log says more")
    assert outcome.err.count("\n") == 1
    assert 'the page has no <base href="/">' in caplog.text
    assert list((tmp_path / "site").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "the following arguments are required: DIR"),
        (["one", "two"], "unrecognized arguments: two"),
        (["--fast", "one"], "unrecognized arguments: --fast"),
    ],
)
def test_a_wrong_use_is_one_line(run: Run, arguments: list[str], words: str) -> None:
    """Exit code 2."""
    outcome = run("publish", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"routine-app: {words}")
    assert outcome.err.count("\n") == 1


def test_its_help_says_what_it_does(run: Run) -> None:
    """And what the folder may be."""
    outcome = run("publish", "--help")
    assert (outcome.code, outcome.err) == (0, "")
    words = " ".join(outcome.out.split())
    assert words.startswith("usage: routine-app publish [-h] DIR")
    assert "Build the phone app: static files that work offline." in words
    assert "DIR new or empty folder, or an earlier build" in words
    assert "publish build the phone app: static files that work offline" in " ".join(
        run("--help").out.split()
    )
