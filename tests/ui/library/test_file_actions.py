"""What is done with whole files."""

import logging
from pathlib import Path

import pytest

from routine_app.core.routine.repository import ChangedOutsideError, RoutineFile
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.texts import RoutineYaml
from routine_app.ui.library.file_actions import RoutineFileActions
from tests.ui.fake_shell import FakeMessenger

HIPS = "# Mine\r\ntitle: Hips # short\r\nstretches:\r\n- {name: A, hold: 1s}\r\n"
SHIPPED = "title: Runner\n"
OWN = "title: My runner\n"
TAKEN = "A file of that name is there again; nothing was overwritten."


class Opened:
    """The actions with what they told: `shown` has each file that was to be shown, `undos` what can be undone."""

    def __init__(self, folder: Path) -> None:
        self.shipped, self.user = folder / "shipped", folder / "user"
        for place in (self.shipped, self.user):
            place.mkdir()
        (self.user / "hips.yaml").write_bytes(HIPS.encode())
        for place, text in ((self.shipped, SHIPPED), (self.user, OWN)):
            (place / "runner.yaml").write_bytes(text.encode())
        self.files = FolderRoutineFiles(self.shipped, self.user)
        self.shown: list[str] = []
        self.said: list[str] = []
        messenger = FakeMessenger(self.said.append)
        self.undos = messenger.undos
        library = FolderRoutines(self.shipped, self.user)
        self.actions = RoutineFileActions(self.files, library, RoutineYaml, self.shown.append, messenger)

    def texts(self) -> dict[str, str]:
        """The user's files."""
        return {path.name: path.read_bytes().decode() for path in self.user.iterdir()}


def test_a_copy_stands_beside_its_original(tmp_path: Path) -> None:
    """Under a free name, and is shown; twice is two copies, and only their titles are others."""
    opened = Opened(tmp_path)
    opened.actions.duplicate("hips.yaml")
    opened.actions.duplicate("hips.yaml")
    assert opened.texts() == {
        "hips.yaml": HIPS,
        "hips-2.yaml": HIPS.replace("Hips #", "Hips (copy) #"),
        "hips-3.yaml": HIPS.replace("Hips #", "Hips (copy 2) #"),
        "runner.yaml": OWN,
    }
    assert opened.shown == ["hips-2.yaml", "hips-3.yaml"]
    assert opened.said == ["Copied to hips-2.yaml.", "Copied to hips-3.yaml."]


def test_a_shipped_one_is_copied_as_any_other(tmp_path: Path) -> None:
    """Into the user's folder."""
    opened = Opened(tmp_path)
    (opened.user / "runner.yaml").unlink()
    opened.actions.duplicate("runner.yaml")
    assert opened.texts() == {"hips.yaml": HIPS, "runner-2.yaml": SHIPPED}


def test_what_is_gone_cannot_be_copied(tmp_path: Path) -> None:
    """It is said."""
    opened = Opened(tmp_path)
    opened.actions.duplicate("none.yaml")
    assert (opened.said, opened.shown) == (["none.yaml is gone; there is nothing to copy."], [])


def test_deleting_can_be_undone(tmp_path: Path) -> None:
    """To the byte."""
    opened = Opened(tmp_path)
    opened.actions.delete("hips.yaml")
    assert opened.texts() == {"runner.yaml": OWN}
    assert (opened.said, opened.shown) == (["Deleted hips.yaml."], ["hips.yaml"])
    opened.undos[0]()
    assert opened.texts() == {"hips.yaml": HIPS, "runner.yaml": OWN}
    assert (opened.said, opened.shown) == (["Deleted hips.yaml."], ["hips.yaml", "hips.yaml"])


def test_a_shipped_one_comes_back_and_that_can_be_undone(tmp_path: Path) -> None:
    """The user's copy is what is brought back then."""
    opened = Opened(tmp_path)
    opened.actions.delete("runner.yaml")
    assert opened.texts() == {"hips.yaml": HIPS}
    assert opened.said == ["runner.yaml is as it came."]
    opened.undos[0]()
    assert opened.texts() == {"hips.yaml": HIPS, "runner.yaml": OWN}
    assert (opened.shipped / "runner.yaml").read_text(encoding="utf-8") == SHIPPED


@pytest.mark.parametrize("file_name", ["hips.yaml", "runner.yaml"])
def test_undo_overwrites_nothing(tmp_path: Path, file_name: str) -> None:
    """Another program has made a file of that name meanwhile."""
    opened = Opened(tmp_path)
    opened.actions.delete(file_name)
    (opened.user / file_name).write_text("title: theirs\n", encoding="utf-8")
    opened.undos[0]()
    assert opened.texts()[file_name] == "title: theirs\n"
    assert opened.said[1:] == [TAKEN]


def test_undo_overwrites_nothing_that_comes_in_that_very_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the writing."""
    opened = Opened(tmp_path)
    opened.actions.delete("runner.yaml")

    def save(before: RoutineFile, text: str) -> RoutineFile:
        raise ChangedOutsideError(RoutineFile(before.file_name, text, "theirs"))

    monkeypatch.setattr(opened.files, "save", save)
    opened.undos[0]()
    assert opened.said[1:] == [TAKEN]


@pytest.mark.parametrize(
    ("file_name", "said"),
    [
        ("none.yaml", "is gone already; look at the list again."),
        ("../a.yaml", "leads to another folder; give a name without"),
    ],
)
def test_what_cannot_be_deleted_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, file_name: str, said: str
) -> None:
    """In one sentence, and in the log."""
    opened = Opened(tmp_path)
    with caplog.at_level(logging.ERROR):
        opened.actions.delete(file_name)
    (sentence,) = opened.said
    assert said in sentence
    assert (opened.undos, opened.shown) == ([], [])
    assert caplog.messages == ["A routine file could not be changed"]
