"""The voice clips that ship: every sentence has one, and each is what can be joined and played anywhere."""

import json
from functools import cache
from itertools import takewhile

import pytest

from routine_app.core.cues.sentences import finish_sentences, start_sentences
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine_file
from routine_app.data.voice.clips import VoiceClips
from routine_app.data.voice.pronunciation import sayable
from scripts.voice_sentences import all_sentences
from tests.mp3_frames import FRAME_SECONDS, TAGS, frames, reserve_bytes, sound_bits

VOICE = assets_folder() / "voice"
LISTED = json.loads((VOICE / "clips.json").read_text(encoding="utf-8"))
SIZE_LIMIT_BYTES = 1_400_000
HOW_TO_MEND = "run `python -m scripts.render_voice`"

HOLD_SECONDS = (*range(10, 61, 5), 90)
"""The holds that a routine made for today, or for a week that missed some, may have."""


def audio_of(sentence: str) -> bytes:
    """The clip of a sentence."""
    return (VOICE / str(LISTED[sentence]["file"])).read_bytes()


@cache
def frames_of(sentence: str) -> list[bytes]:
    """The frames of a sentence's clip, read once for all the tests."""
    return list(frames(audio_of(sentence)))


def seconds_of(sentence: str) -> float:
    """How long a sentence's clip plays."""
    return len(frames_of(sentence)) * FRAME_SECONDS


def is_silent(frame: bytes) -> bool:
    """Whether it holds no sound at all."""
    return sound_bits(frame) == 0


def shipped_routines() -> list[Routine]:
    """The routines that ship."""
    readings = [read_routine_file(file) for file in routine_files(shipped_routines_folder())]
    return [reading.routine for reading in readings if reading.routine]


def said(stretch: Stretch, side: Side, seconds: float) -> set[str]:
    """All that is said of two sets that hold one side of the stretch alone for so long."""
    alone = stretch._replace(holds=(SideHold(side, seconds),), sets=2)
    steps = plan(Routine("", (alone, alone)))
    return {s for index in range(len(steps)) for s in start_sentences(steps, index)} | set(
        finish_sentences(steps)
    )


def test_every_sentence_has_a_clip_and_every_clip_a_sentence() -> None:
    """Of the app, and of the routines that ship."""
    needed = set(all_sentences(shipped_routines()))
    assert needed - set(LISTED) == set(), f"sentences without a clip: {HOW_TO_MEND}"
    assert set(LISTED) - needed == set(), f"clips without a sentence: {HOW_TO_MEND}"


def test_every_stretch_can_be_spoken_on_one_side_alone_for_any_length() -> None:
    """As a routine that catches up has it: on the side that missed some, for what it missed."""
    stretches = {stretch.name: stretch for routine in shipped_routines() for stretch in routine.stretches}
    assert len(stretches) >= 20
    needed = {
        sentence
        for stretch in stretches.values()
        for hold in stretch.holds
        for seconds in HOLD_SECONDS
        for sentence in said(stretch, hold.side, seconds)
    }
    assert {"Left side.", "Right side.", "One minute.", "Forty-five seconds."} <= needed
    assert needed - set(LISTED) == set(), f"sentences without a clip: {HOW_TO_MEND}"


def test_every_file_is_listed_once() -> None:
    """And nothing else lies there but the list and the word about the voice."""
    files = [entry["file"] for entry in LISTED.values()]
    assert len(set(files)) == len(files)
    assert {path.name for path in VOICE.iterdir()} == {*files, "clips.json", "README.md"}


def test_all_are_small() -> None:
    """A phone loads all of them with the app."""
    assert sum(path.stat().st_size for path in VOICE.iterdir()) < SIZE_LIMIT_BYTES


def test_the_voice_can_say_all() -> None:
    """A routine that ships says nothing that the voice would leave out."""
    assert [sentence for sentence in LISTED if sayable(sentence) is None] == []


def test_clips_are_frames_of_one_form() -> None:
    """Nothing stands before them, between them or after them, and the last is whole."""
    known = {sentence: sum(map(len, frames_of(sentence))) for sentence in LISTED}
    others = {sentence: at for sentence, at in known.items() if at != len(audio_of(sentence))}
    assert others == {}, "no frame of the one form at this byte"


def test_clips_are_as_long_as_the_list_says() -> None:
    """To a thousandth of a second."""
    seconds = {sentence: seconds_of(sentence) for sentence in LISTED}
    listed = {sentence: pytest.approx(entry["seconds"], abs=0.001) for sentence, entry in LISTED.items()}
    assert {sentence: told for sentence, told in seconds.items() if told != listed[sentence]} == {}


def test_no_clip_has_a_tag() -> None:
    """In its first frame, where one would be."""
    firsts = {sentence: b"".join(frames_of(sentence)[:1]) for sentence in LISTED}
    found = {sentence: [tag for tag in TAGS if tag in first] for sentence, first in firsts.items()}
    assert {sentence: tagged for sentence, tagged in found.items() if tagged} == {}


def test_clips_begin_by_themselves() -> None:
    """The first frame of each needs nothing of a frame before, so that it can follow any other."""
    reserves = {sentence: [reserve_bytes(first) for first in frames_of(sentence)[:1]] for sentence in LISTED}
    assert {sentence: reserve for sentence, reserve in reserves.items() if reserve != [0]} == {}


def test_clips_lie_between_silences() -> None:
    """A frame or two of 26 ms hold nothing before the voice, six to nine after it: encoding blurs two more."""
    silences = {sentence: silent_frames(frames_of(sentence)) for sentence in LISTED}
    assert {
        sentence: (before, after)
        for sentence, (before, after) in silences.items()
        if not (1 <= before <= 2 and 6 <= after <= 9)
    } == {}


def silent_frames(parts: list[bytes]) -> tuple[int, int]:
    """How many frames before and after the voice hold no sound."""
    before, after = (len(list(takewhile(is_silent, way))) for way in (parts, reversed(parts)))
    return before, after


def test_the_shelf_finds_each() -> None:
    """None is damaged in its eyes."""
    shelf = VoiceClips(VOICE)
    assert [sentence for sentence in LISTED if shelf.find([sentence]) is None] == []
