"""`routine-app record`."""

from pathlib import Path

import pytest

from routine_app.cli.commands import record
from routine_app.core.text.numbers import file_size
from routine_app.data.icon import icon_png
from routine_app.data.paths import assets_folder
from routine_app.data.voice import neural
from routine_app.data.voice.cache import VoiceCache
from routine_app.data.voice.neural import NeuralVoice
from tests.cli.conftest import Run
from tests.core.cues.sample_clips import clip_of

OWN = """\
title: My hips
get_ready: 10s
stretches:
  - {name: Butterfly, muscles: [adductors], hold: 40s, cues: [Sit on a cushion of feathers.]}
"""
CHIME = 'No voice here says "Sit on a cushion of feathers": a chime stands in its place.'
SPOKEN = OWN.replace(", cues: [Sit on a cushion of feathers.]", "")

NO_MP3 = (
    'argument FILE.mp3: "spoken.yaml" does not end in .mp3; give the file to write such a name; '
    "`routine-app record --help` says what there is."
)


class Speaking:
    """Says anything in three frames."""

    def render(self, text: str) -> bytes:
        """Say it."""
        del text
        return clip_of(3).audio


@pytest.fixture(autouse=True)
def working_folder(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, with two routines in the library, and without the extra voice."""
    (home / "routines" / "own.yaml").write_text(OWN, encoding="utf-8")
    (home / "routines" / "spoken.yaml").write_text(SPOKEN, encoding="utf-8")
    monkeypatch.setattr(neural, "neural_voice", lambda _: None)
    monkeypatch.setattr(record, "missing_packages", lambda: ["piper"])
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def names_in(folder: Path) -> list[str]:
    """What is in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_routine_of_the_library_becomes_an_mp3_of_its_name(run: Run, working_folder: Path) -> None:
    """In the working folder; one line says how long and how large it is. The app's icon is in it."""
    outcome = run("record", "spoken")
    content = (working_folder / "spoken.mp3").read_bytes()
    assert outcome == (0, f"Recorded spoken.mp3: 0:52, {file_size(len(content))}.\n", "")
    assert names_in(working_folder) == ["spoken.mp3"]
    assert content.startswith(b"ID3")
    assert (icon_png(assets_folder()) or b"none") in content


def test_another_length_has_another_name(run: Run, working_folder: Path) -> None:
    """So that it takes no other's place."""
    assert run("record", "spoken", "--length", "short").out.startswith("Recorded spoken-short.mp3: 0:42, ")
    assert run("record", "spoken", "--length", "long").out.startswith("Recorded spoken-long.mp3: 1:12, ")
    assert names_in(working_folder) == ["spoken-long.mp3", "spoken-short.mp3"]


def test_the_settings_say_how_long_to_get_ready(run: Run, home: Path) -> None:
    """As in the app."""
    (home / "settings.yaml").write_text("get_ready: 30s\n", encoding="utf-8")
    assert run("record", "spoken").out.startswith("Recorded spoken.mp3: 1:12, ")


def test_a_file_goes_to_another_and_replaces_it(run: Run, working_folder: Path) -> None:
    """Whatever its own name is."""
    (working_folder / "elsewhere.yaml").write_text(SPOKEN, encoding="utf-8")
    (working_folder / "Mine.MP3").write_bytes(b"old" * 1_000_000)
    assert run("record", "elsewhere.yaml", "Mine.MP3").out.startswith("Recorded Mine.MP3: 0:52, ")
    assert (working_folder / "Mine.MP3").read_bytes().startswith(b"ID3")
    assert run("record", working_folder / "elsewhere.yaml").out.startswith("Recorded elsewhere.mp3: 0:52, ")


def test_words_without_a_voice_are_named(run: Run) -> None:
    """With what stands in their place, and what would say them."""
    outcome = run("record", "own")
    assert outcome.code == 0
    assert outcome.out.startswith("Recorded own.mp3: 0:52, ")
    advice = "The extra routine-app[voice] brings a voice for such words."
    assert outcome.err == f"routine-app: {CHIME} {advice}\n"


def test_with_the_extra_no_extra_is_advised(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot say these words either."""
    monkeypatch.setattr(record, "missing_packages", list)
    assert run("record", "own").err == f"routine-app: {CHIME}\n"


def test_the_extra_voice_is_waited_for(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it renders is in the file, and kept for the next time."""

    def speaking(folder: Path) -> NeuralVoice:
        return NeuralVoice(VoiceCache(folder, "test 1"), Speaking)

    monkeypatch.setattr(neural, "neural_voice", speaking)
    assert run("record", "own").err == ""
    assert list((home / "cache").rglob("*.mp3"))


def test_a_routine_with_errors_is_not_recorded(run: Run, home: Path, working_folder: Path) -> None:
    """Its errors are said."""
    (home / "routines" / "broken.yaml").write_text("title: Broken\nstretches: []\n", encoding="utf-8")
    outcome = run("record", "broken")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("routine-app: broken.yaml:2:12: ")
    assert names_in(working_folder) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("spokn",), 'There is no file "spokn", and no routine of that name; did you mean "spoken"?'),
        (("spoken", "none/a.mp3"), "There is no folder none; make it first, or write another path."),
        (("spoken", "folder.mp3"), "folder.mp3 is no file; write the path of one."),
        (("spoken", "spoken.yaml"), NO_MP3),
    ],
)
def test_what_cannot_be_is_one_sentence(
    run: Run, working_folder: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    """Nothing is written, least of all over a routine."""
    (working_folder / "folder.mp3").mkdir()
    assert run("record", *arguments) == (2, "", f"routine-app: {sentence}\n")
    assert names_in(working_folder) == ["folder.mp3"]
