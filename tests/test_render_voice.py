"""The script that renders the voice, as far as it needs no voice."""

import importlib.util
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "scripts" / "render_voice.py"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Hold the script with three sentences, and a voice whose clips are the sentence."""
    spec = importlib.util.spec_from_file_location("render_voice", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "shipped_sentences", lambda: ("Rest.", "Next: IT band lean.", "Rest!"))
    monkeypatch.setattr(module, "render", lambda sentence: sentence.encode() * 500)
    yield module
    del sys.modules[spec.name]


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
