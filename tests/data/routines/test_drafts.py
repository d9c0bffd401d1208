"""What was typed and not saved: kept to the letter, and never in the way."""

import json
import logging
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.repository import Draft
from routine_app.data.routines.drafts import DRAFT_LIMIT_BYTES, DraftFiles
from tests.few_or_many import few_or_many

HIPS = Draft("hips.yaml", "\ufefftitle: Hüften\r\n\ud800", "v1")
NECK = Draft("neck.yaml", "", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the drafts are, or will be."""
    return tmp_path / "drafts"


def file_of(folder: Path, draft: Draft) -> Path:
    """The file that a draft has, and nothing else is in the folder."""
    DraftFiles(folder).keep(draft)
    (path,) = folder.iterdir()
    return path


def refuse(*_: object, **__: object) -> None:
    """The system says no."""
    raise OSError(28, "No space left on device")


def test_no_drafts(folder: Path) -> None:
    """Asking makes no folder."""
    drafts = DraftFiles(folder)
    assert (drafts.find("hips.yaml"), drafts.all()) == (None, ())
    drafts.drop("hips.yaml")
    assert not folder.exists()


def test_kept_and_found(folder: Path) -> None:
    """After a restart too, by file name in order, to the letter."""
    drafts = DraftFiles(folder)
    drafts.keep(NECK)
    drafts.keep(HIPS)
    again = DraftFiles(folder)
    assert (again.find("hips.yaml"), again.find("neck.yaml")) == (HIPS, NECK)
    assert again.all() == (HIPS, NECK)
    assert again.find("back.yaml") is None


def test_a_later_draft_replaces_the_earlier(folder: Path) -> None:
    """Of the same file, and of no other."""
    drafts = DraftFiles(folder)
    drafts.keep(HIPS)
    drafts.keep(NECK)
    later = Draft("hips.yaml", "later", "v2")
    drafts.keep(later)
    assert drafts.all() == (later, NECK)
    assert len(list(folder.iterdir())) == 2


def test_dropped(folder: Path) -> None:
    """It alone; dropping it again is nothing."""
    drafts = DraftFiles(folder)
    drafts.keep(HIPS)
    drafts.keep(NECK)
    drafts.drop("hips.yaml")
    drafts.drop("hips.yaml")
    assert drafts.all() == (NECK,)
    assert len(list(folder.iterdir())) == 1


def test_it_tells_when_the_folder_has_changed(folder: Path) -> None:
    """After a draft was kept, dropped or set aside; not after mere reading."""
    told: list[int] = []
    drafts = DraftFiles(folder, lambda: told.append(len(list(folder.iterdir()))))
    drafts.keep(HIPS)
    drafts.keep(NECK)
    drafts.drop("hips.yaml")
    drafts.drop("hips.yaml")
    drafts.find("neck.yaml")
    drafts.all()
    assert told == [1, 2, 1]
    next(folder.iterdir()).write_text("{")
    drafts.all()
    assert told == [1, 2, 1, 1]


@given(
    drafts=st.lists(
        st.builds(
            Draft,
            st.text(st.characters(), max_size=20)
            | st.sampled_from(["../../x.yaml", "/etc/x", "con", "a\0b", ""]),
            st.text(st.characters(), max_size=50),
            st.text(max_size=5),
        ),
        max_size=4,
        unique_by=lambda draft: draft.file_name,
    )
)
@settings(max_examples=few_or_many(30, 100))
def test_any_draft_comes_back_and_none_leaves_the_folder(drafts: list[Draft]) -> None:
    """Whatever its file is called: a path, a device, half a character; whatever is in it."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "a" / "b"
        for draft in drafts:
            DraftFiles(folder).keep(draft)
        found = DraftFiles(folder).all()
        assert list(found) == sorted(drafts, key=lambda draft: draft.file_name)
        inside = list(folder.iterdir()) if drafts else []
        assert len(inside) == len(drafts)
        assert {path for path in Path(root).rglob("*") if path.is_file()} == set(inside)


def test_names_that_look_the_same_have_drafts_of_their_own(folder: Path) -> None:
    """Such as half a character and the sign that stands for it."""
    alike = [Draft("?", "a", ""), Draft("\ud800", "b", ""), Draft("\ud801", "c", "")]
    drafts = DraftFiles(folder)
    for draft in alike:
        drafts.keep(draft)
    assert drafts.all() == tuple(alike)


DAMAGE = {
    "empty": b"",
    "half": b'{"file_name": "hips.yaml", "te',
    "not utf-8": b"\xff\xfe",
    "a list": b"[]",
    "a key less": b'{"file_name": "hips.yaml", "text": "a"}',
    "a number": b'{"file_name": "hips.yaml", "text": "a", "version": 1}',
    "of another": b'{"file_name": "neck.yaml", "text": "a", "version": ""}',
    "deep": b"[" * 1_000_000,
    "large": json.dumps({"file_name": "hips.yaml", "text": "", "version": "a" * DRAFT_LIMIT_BYTES}).encode(),
    "long number": b"1" * 10_000,
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_draft_is_set_aside(folder: Path, name: str, caplog: pytest.LogCaptureFixture) -> None:
    """With one line in the log; the others are there, and so are its bytes."""
    path = file_of(folder, HIPS)
    path.write_bytes(DAMAGE[name])
    drafts = DraftFiles(folder)
    drafts.keep(NECK)
    assert drafts.all() == drafts.all() == (NECK,)
    assert drafts.find("hips.yaml") is None
    (line,) = caplog.messages
    assert ("it is too large" in line) is (name == "large")
    aside = path.with_name(f"{path.stem}.broken.json")
    assert line.startswith("A draft is damaged (")
    assert line.endswith(f") and is now {aside}")
    assert aside.read_bytes() == DAMAGE[name]
    drafts.keep(HIPS)
    assert drafts.all() == (HIPS, NECK)


def test_what_is_not_a_draft_is_left_alone(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Files of other names, such as one that was being written when the power went."""
    path = file_of(folder, HIPS)
    others = [folder / "notes.txt", folder / "a.json", folder / f".{path.name}.x1y2"]
    for other in others:
        other.write_text("mine")
    assert DraftFiles(folder).all() == (HIPS,)
    assert all(other.read_text() == "mine" for other in others)
    assert caplog.messages == []


def test_what_cannot_be_read_stays_and_hides_no_other(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A folder in its place, say; the log has it once."""
    path = file_of(folder, HIPS)
    path.unlink()
    path.mkdir()
    drafts = DraftFiles(folder)
    drafts.keep(NECK)
    assert drafts.all() == drafts.all() == (NECK,)
    assert drafts.find("hips.yaml") is None
    assert caplog.messages == [f"The draft {path} cannot be used: it is a folder"]
    with pytest.raises(UserFacingError, match=r"cannot be kept: .*; see that its folder can be written\."):
        drafts.keep(HIPS)
    with pytest.raises(UserFacingError, match=r"cannot be deleted: .*; see that its folder can be written\."):
        drafts.drop("hips.yaml")
    assert path.is_dir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    """Reading it would never end."""
    path = file_of(folder, HIPS)
    path.unlink()
    os.mkfifo(path)
    assert DraftFiles(folder).all() == ()


def test_one_that_cannot_be_set_aside(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """In a folder that is read-only, say: it stays, is no draft, and is told once."""
    path = file_of(folder, HIPS)
    path.write_text("{")
    monkeypatch.setattr(Path, "replace", refuse)
    drafts = DraftFiles(folder)
    assert drafts.all() == drafts.all() == ()
    assert caplog.record_tuples == [
        (
            "routine_app.data.routines.drafts",
            logging.WARNING,
            f"The draft {path} cannot be used: no space left on device",
        )
    ]
    assert [file.read_text() for file in folder.iterdir()] == ["{"]


def test_a_failed_write_leaves_the_earlier_draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full, say: the earlier one is whole, nothing is beside it, and no change is told."""
    path = file_of(folder, HIPS)
    told: list[None] = []
    monkeypatch.setattr(os, "fsync", refuse)
    drafts = DraftFiles(folder, lambda: told.append(None))
    with pytest.raises(UserFacingError, match=r"cannot be kept: no space left on device; see"):
        drafts.keep(Draft("hips.yaml", "later", "v2"))
    assert (drafts.all(), list(folder.iterdir()), told) == ((HIPS,), [path], [])


def test_more_than_can_be_read_again(folder: Path) -> None:
    """It is refused in one sentence, and the earlier draft stays."""
    drafts = DraftFiles(folder)
    drafts.keep(HIPS)
    with pytest.raises(UserFacingError, match=r"too long to be kept as a draft, over 4 MiB; shorten it\."):
        drafts.keep(Draft("hips.yaml", "a" * DRAFT_LIMIT_BYTES, "v2"))
    assert drafts.all() == (HIPS,)


def test_as_large_as_can_be(folder: Path) -> None:
    """The limit itself is kept and found."""
    spare = len(json.dumps({"file_name": "a", "version": "", "text": ""}))
    draft = Draft("a", "b" * (DRAFT_LIMIT_BYTES - spare), "")
    assert file_of(folder, draft).stat().st_size == DRAFT_LIMIT_BYTES
    assert DraftFiles(folder).find("a") == draft


def test_a_file_in_place_of_the_folder(folder: Path) -> None:
    """Each method but find, which has the log, says so in one sentence."""
    folder.write_text("")
    drafts = DraftFiles(folder)
    with pytest.raises(UserFacingError, match="not a directory; make it a folder that you may read"):
        drafts.all()
    with pytest.raises(UserFacingError, match="Cannot create the folder"):
        drafts.keep(HIPS)
    with pytest.raises(UserFacingError, match="cannot be deleted: not a directory"):
        drafts.drop("hips.yaml")
    assert drafts.find("hips.yaml") is None
