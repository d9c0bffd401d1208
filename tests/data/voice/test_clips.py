"""The clips that ship: found, and kept silent when damaged."""

import json
import logging
from pathlib import Path

import pytest

from routine_app.data.voice.clips import VoiceClips
from tests.core.cues.sample_clips import FRAME, clip_of

LONG, SHORT = clip_of(40), clip_of(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hold two sentences: one of a second, about, and one of half as much."""
    (tmp_path / "rest.mp3").write_bytes(LONG.audio)
    (tmp_path / "halfway.mp3").write_bytes(SHORT.audio)
    write_list(
        tmp_path,
        {
            "Rest.": {"file": "rest.mp3", "seconds": 1.045},
            "Halfway.": {"file": "halfway.mp3", "seconds": 0.522},
        },
    )
    return tmp_path


def write_list(folder: Path, clips: object) -> None:
    """List these clips."""
    (folder / "clips.json").write_text(json.dumps(clips), encoding="utf-8")


def warnings(caplog: pytest.LogCaptureFixture) -> int:
    """How many warnings were logged."""
    return sum(record.levelno >= logging.WARNING for record in caplog.records)


def test_a_clip_for_each_sentence_in_their_order(folder: Path) -> None:
    """As its file is, and as long as its frames are; a sentence may come twice."""
    assert VoiceClips(folder).find(["Halfway.", "Rest.", "Halfway."]) == (SHORT, LONG, SHORT)


def test_a_file_is_read_once(folder: Path) -> None:
    """A sentence is the same clip whatever is said with it."""
    shelf = VoiceClips(folder)
    (before,) = shelf.find(["Rest."]) or ()
    (folder / "rest.mp3").unlink()
    (_, after) = shelf.find(("Halfway.", "Rest.")) or ()
    assert after is before


@pytest.mark.parametrize("sentences", [["Pigeon pose."], ["Rest.", "Pigeon pose."], [], ["rest."]])
def test_what_is_not_there_is_none(
    folder: Path, sentences: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """All or nothing, and no word about it: users write sentences that have no clip."""
    assert VoiceClips(folder).find(sentences) is None
    assert warnings(caplog) == 0


def test_nothing_needs_to_be_prepared(folder: Path) -> None:
    """A sentence that is not there does not come by asking."""
    shelf = VoiceClips(folder)
    shelf.prepare(["Pigeon pose."])
    assert shelf.find(["Pigeon pose."]) is None


@pytest.mark.parametrize(
    "audio", [b"", LONG.audio[:-100], LONG.audio + FRAME, b"ID3\x04" + LONG.audio[4:], b"\0" * 5200]
)
def test_a_damaged_clip_is_not_said(folder: Path, audio: bytes, caplog: pytest.LogCaptureFixture) -> None:
    """Empty, cut off, too long, or no such file: logged once, whatever is asked for with it."""
    (folder / "rest.mp3").write_bytes(audio)
    shelf = VoiceClips(folder)
    assert [shelf.find(["Rest."]), shelf.find(["Rest."]), shelf.find(["Halfway.", "Rest."])] == [None] * 3
    assert shelf.find(["Halfway."]) is not None
    assert warnings(caplog) == 1
    assert "rest.mp3 is damaged; install the app again" in caplog.text


def test_a_missing_file_is_not_said(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """It is logged once."""
    (folder / "rest.mp3").unlink()
    shelf = VoiceClips(folder)
    assert [shelf.find(["Rest."]), shelf.find(["Rest.", "Rest."])] == [None, None]
    assert warnings(caplog) == 1


@pytest.mark.parametrize(
    "text", [None, b"", b"[", b"\xff\xfe", b"[]", b"3", b'{"Rest.": 3}', b'{"Rest.": {}}']
)
def test_a_damaged_list_is_an_empty_shelf(
    folder: Path, text: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    """Missing, no JSON, or not a list of clips: logged once, and nothing is said."""
    if text is None:
        (folder / "clips.json").unlink()
    else:
        (folder / "clips.json").write_bytes(text)
    shelf = VoiceClips(folder)
    assert [shelf.find(["Rest."]), shelf.find(["Rest."])] == [None, None]
    assert warnings(caplog) == 1
    assert "install the app again" in caplog.text


@pytest.mark.parametrize("file", ["../rest.mp3", "below/rest.mp3", "below\\rest.mp3", "", 3])
def test_a_clip_lies_in_its_folder(folder: Path, file: object, caplog: pytest.LogCaptureFixture) -> None:
    """A list that points elsewhere is damaged, even if there is a clip."""
    shelf_folder = folder / "shelf"
    (shelf_folder / "below").mkdir(parents=True)
    for path in ("below/rest.mp3", "below\\rest.mp3"):
        (shelf_folder / path).write_bytes(LONG.audio)
    write_list(shelf_folder, {"Rest.": {"file": file, "seconds": 1.045}})
    assert VoiceClips(shelf_folder).find(["Rest."]) is None
    assert warnings(caplog) == 1


@pytest.mark.parametrize("seconds", [0, -1, "1", None, float("nan"), float("inf"), 1e9])
def test_a_clip_has_a_length(folder: Path, seconds: object, caplog: pytest.LogCaptureFixture) -> None:
    """A list with another one is damaged."""
    write_list(folder, {"Rest.": {"file": "rest.mp3", "seconds": seconds}})
    assert VoiceClips(folder).find(["Rest."]) is None
    assert warnings(caplog) == 1
