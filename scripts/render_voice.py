"""Renders every sentence that the app and the shipped routines say into `assets/voice/`, one MP3 for each.

    pip install --editable ".[voice]"
    python -m scripts.render_voice [--all]

A sentence that has its clip keeps it, and a clip without a sentence goes; `--all` renders each anew, as is needed after
a change to how the voice speaks. The same versions on the same kind of machine make the same bytes: each sentence
begins with the voice's chance at the same seed.

The clips
- are frames of one form and nothing else, with no tag before, so that clips joined byte by byte are one stream;
- are equally loud (`scripts/levelling.py`), between silences that are the pauses when they are joined;
- are named after their sentences, and listed with their lengths in `clips.json`.

`assets/voice/README.md` says whose voice it is, and under what terms.
"""

import argparse
import json
import re
from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from routine_app.core.cues.audio_sources import BITS_A_SECOND
from routine_app.core.routine.model import Routine
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine_file
from routine_app.data.voice.clips import LIST_NAME
from routine_app.data.voice.encoder import CODEC_SECONDS, encoded
from routine_app.data.voice.levelling import START_SILENCE_SECONDS
from routine_app.data.voice.piper import PiperSynthesizer
from routine_app.data.voice.pronunciation import sayable
from scripts.levelling import finished_speech
from scripts.voice_sentences import all_sentences

VOICE_FOLDER: Final = assets_folder() / "voice"

SEED: Final = 1

BITS_A_BYTE: Final = 8

LONGEST_NAME: Final = 60

Entry = dict[str, str | float]


def shipped_sentences() -> tuple[str, ...]:
    """Every sentence that needs a clip."""
    readings = [read_routine_file(file) for file in routine_files(shipped_routines_folder())]
    return all_sentences(_whole(reading.routine) for reading in readings)


def file_names(sentences: Iterable[str], kept: Mapping[str, str]) -> dict[str, str]:
    """A file name for each sentence, made of its words; one that has a name among the kept has it still."""
    names: dict[str, str] = {}
    taken = set(kept.values())
    for sentence in sentences:
        slug = re.sub(r"[^a-z0-9]+", "-", sentence.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
        possible = (f"{slug}{ending}.mp3" for ending in ("", *(f"-{number}" for number in range(2, 100))))
        names[sentence] = kept.get(sentence) or next(name for name in possible if name not in taken)
        taken.add(names[sentence])
    return names


def render(sentence: str) -> bytes:
    """The sentence said, as an MP3."""
    import onnxruntime  # noqa: PLC0415 - an environment of its own has it, not the tests'

    text = sayable(sentence)
    if text is None:
        raise SystemExit(f'The voice cannot say "{sentence}".')
    onnxruntime.set_seed(SEED)  # counts for what is loaded after it
    speech = array("h", PiperSynthesizer().speech(text))
    return encoded(finished_speech(speech, START_SILENCE_SECONDS - CODEC_SECONDS).tobytes())


def listed_files(folder: Path) -> dict[str, str]:
    """The sentences that have a clip, and its file."""
    if not (folder / LIST_NAME).exists():
        return {}
    entries = json.loads((folder / LIST_NAME).read_text(encoding="utf-8"))
    files = {sentence: entry["file"] for sentence, entry in entries.items()}
    return {sentence: file for sentence, file in files.items() if (folder / file).exists()}


def write_list(folder: Path, files: Mapping[str, str]) -> None:
    """List the clips, a line for each, in the order of the sentences."""
    lines = [
        f"  {json.dumps(sentence)}: {json.dumps(_entry(folder / file))}" for sentence, file in files.items()
    ]
    (folder / LIST_NAME).write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def render_all(folder: Path, *, anew: bool) -> None:
    """Bring the folder up to date."""
    sentences = shipped_sentences()
    kept = listed_files(folder)
    files = file_names(sentences, kept)
    for sentence in sentences:
        if anew or sentence not in kept:
            print(sentence)
            (folder / files[sentence]).write_bytes(render(sentence))
    for file in folder.glob("*.mp3"):
        if file.name not in files.values():
            file.unlink()
    write_list(folder, files)


def _whole(routine: Routine | None) -> Routine:
    if routine is None:
        raise SystemExit("A shipped routine has errors; `routine-app check` names them.")
    return routine


def _entry(file: Path) -> Entry:
    seconds = file.stat().st_size * BITS_A_BYTE / BITS_A_SECOND
    return {"file": file.name, "seconds": round(seconds, 3)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Render the sentences that have no clip yet.")
    parser.add_argument("--all", action="store_true", help="render every sentence anew")
    render_all(VOICE_FOLDER, anew=parser.parse_args().all)
