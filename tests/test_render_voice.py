"""The script that renders the voice, as far as it needs no voice."""

import json
from pathlib import Path
from types import ModuleType

import pytest

from routine_app.core.cues.sentences import finish_sentences, start_sentences
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan
from scripts import render_voice
from scripts.voice_sentences import all_sentences


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Hold the script with three sentences, and a voice whose clips are the sentence."""
    monkeypatch.setattr(render_voice, "shipped_sentences", lambda: ("Rest.", "Next: IT band lean.", "Rest!"))
    monkeypatch.setattr(render_voice, "render", lambda sentence: sentence.encode() * 500)
    return render_voice


def listed(folder: Path) -> dict[str, str]:
    """Which file the list gives each sentence."""
    entries = json.loads((folder / "clips.json").read_text(encoding="utf-8"))
    return {sentence: entry["file"] for sentence, entry in entries.items()}


def test_a_file_for_each_sentence(script: ModuleType, tmp_path: Path) -> None:
    """Named after its words, with a number where another has that name, and listed with its length."""
    script.render_all(tmp_path, anew=False)
    assert listed(tmp_path) == {
        "Rest.": "rest.mp3",
        "Next: IT band lean.": "next-it-band-lean.mp3",
        "Rest!": "rest-2.mp3",
    }
    assert (tmp_path / "rest-2.mp3").read_bytes() == b"Rest!" * 500
    entries = json.loads((tmp_path / "clips.json").read_text(encoding="utf-8"))
    assert entries["Rest."]["seconds"] == pytest.approx(0.5)  # 2500 bytes of 40 kbit/s


def test_what_is_there_stays(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clip keeps its bytes and its name, whatever order the sentences have; a missing file is made."""
    script.render_all(tmp_path, anew=False)
    (tmp_path / "rest-2.mp3").write_bytes(b"as it was")
    (tmp_path / "next-it-band-lean.mp3").unlink()
    monkeypatch.setattr(script, "shipped_sentences", lambda: ("Rest!", "Next: IT band lean.", "Rest."))
    script.render_all(tmp_path, anew=False)
    assert (tmp_path / "rest-2.mp3").read_bytes() == b"as it was"
    assert (listed(tmp_path)["Rest!"], listed(tmp_path)["Rest."]) == ("rest-2.mp3", "rest.mp3")
    assert (tmp_path / "next-it-band-lean.mp3").exists()


def test_all_anew(script: ModuleType, tmp_path: Path) -> None:
    """If it is asked for."""
    script.render_all(tmp_path, anew=False)
    (tmp_path / "rest.mp3").write_bytes(b"as it was")
    script.render_all(tmp_path, anew=True)
    assert (tmp_path / "rest.mp3").read_bytes() == b"Rest." * 500


def test_what_nobody_says_goes(script: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the folder and from the list; what is no clip stays."""
    script.render_all(tmp_path, anew=False)
    (tmp_path / "README.md").write_text("whose voice it is", encoding="utf-8")
    monkeypatch.setattr(script, "shipped_sentences", lambda: ("Rest!",))
    script.render_all(tmp_path, anew=False)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "clips.json", "rest-2.mp3"]
    assert listed(tmp_path) == {"Rest!": "rest-2.mp3"}


def test_nothing_is_done_twice(script: ModuleType, tmp_path: Path) -> None:
    """A second run writes the same."""
    script.render_all(tmp_path, anew=False)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    script.render_all(tmp_path, anew=False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_all_that_is_said_is_rendered() -> None:
    """Each start, cue and finish of a routine is made of sentences that the list has, each once."""
    cues = (Cue("Sink"), Cue("Breathe out", CueTime(1.0)))
    pigeon = Stretch("Pigeon pose", (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)), 10.0, 5.0)
    bridge = Stretch("Bridge", (SideHold(Side.BOTH, 75.0),), 5.0, 5.0, sets=3, cues=cues)
    routine = Routine("Strong", (pigeon, bridge), rounds=3)
    steps = plan(routine)
    listed = all_sentences([routine])
    assert len(set(listed)) == len(listed)
    spoken = {words for index in range(len(steps)) for words in start_sentences(steps, index)}
    assert spoken | set(finish_sentences(steps)) | {"Sink."} <= set(listed)
