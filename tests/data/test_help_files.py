"""The schema and the cookbook, as they ship and as they may be broken."""

import shutil
from pathlib import Path

import pytest

from routine_app.data.help_files import FolderHelp
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.library import FolderRoutines


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what ships, to break."""
    return Path(shutil.copytree(shipped_routines_folder(), tmp_path / "routines"))


def test_what_ships_is_whole(caplog: pytest.LogCaptureFixture) -> None:
    """The schema, and ten examples in their order."""
    texts = FolderHelp(shipped_routines_folder()).load()
    assert texts.keys is not None
    assert [recipe.file_name[:3] for recipe in texts.recipes] == [f"{n:02}-" for n in range(1, 11)]
    assert texts.is_cookbook_whole
    assert caplog.messages == []


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"{}", b"\xff", b"[" * 100_000])
def test_a_broken_schema(folder: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """There is none, and the log says why; the examples are there."""
    (folder / "routine.schema.json").write_bytes(content)
    texts = FolderHelp(folder).load()
    assert texts.keys is None
    assert len(texts.recipes) == 10
    (message,) = caplog.messages
    assert message.startswith(f"The schema {folder / 'routine.schema.json'} cannot be used: ")


def test_a_broken_example(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is left out: it could not be used."""
    (folder / "cookbook" / "01-smallest.yaml").write_text("title: One\n", encoding="utf-8")
    texts = FolderHelp(folder).load()
    assert texts.recipes[0].file_name == "02-left-and-right.yaml"
    assert not texts.is_cookbook_whole
    (message,) = caplog.messages
    assert message.endswith("01-smallest.yaml:1:1: stretches: is missing; write a list of 1 to 100 stretches")


def test_an_example_that_cannot_be_read(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Such as a folder of that name."""
    path = folder / "cookbook" / "01-smallest.yaml"
    path.unlink()
    path.mkdir()
    assert not FolderHelp(folder).load().is_cookbook_whole
    assert len(caplog.messages) == 1


def test_nothing_is_there(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Neither schema nor cookbook: both are in the log."""
    texts = FolderHelp(tmp_path).load()
    assert (texts.keys, texts.recipes, texts.is_cookbook_whole) == (None, (), False)
    assert len(caplog.messages) == 2


def test_a_file_in_place_of_the_cookbook(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is no folder, and the page does without."""
    shutil.rmtree(folder / "cookbook")
    (folder / "cookbook").touch()
    assert FolderHelp(folder).load().recipes == ()
    assert len(caplog.messages) == 1


def test_another_editors_line_endings_do_no_harm(folder: Path) -> None:
    """Nor a byte order mark: the text is the same."""
    path = folder / "cookbook" / "01-smallest.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert FolderHelp(folder).load().recipes[0].text == text


def test_the_library_does_not_list_the_cookbook(tmp_path: Path) -> None:
    """It reads only what lies right in the folder."""
    entries = FolderRoutines(shipped_routines_folder(), tmp_path).entries()
    recipes = {path.name for path in (shipped_routines_folder() / "cookbook").iterdir()}
    listed = {entry.file_name for entry in entries}
    assert {"quick-reset.yaml", "runner-hips.yaml"} <= listed
    assert listed & recipes == set()
