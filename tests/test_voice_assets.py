"""The voice clips that ship: every sentence has one, and each is what can be joined and played anywhere."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

import pytest

from routine_app.core.plan import plan
from routine_app.core.routine import Routine, Side, SideHold, Stretch
from routine_app.core.spoken import all_sentences, finish_sentences, start_sentences
from routine_app.data.library import routine_files
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routine_file.routine_reader import read_routine_file
from routine_app.data.spoken_text import sayable
from routine_app.data.voice_clips import ClipShelf

VOICE = assets_folder() / "voice"
LISTED = json.loads((VOICE / "clips.json").read_text(encoding="utf-8"))
SIZE_LIMIT_BYTES = 1_400_000
HOW_TO_MEND = "run `python scripts/render_voice.py`"

# ISO/IEC 13818-3: MPEG-2, layer III, no checksum; 40 kbit/s and 22.05 kHz; one channel. Masked: padding, private, and
# what says nothing of the sound.
HEADER_MASK, HEADER = 0xFFFFFCC0, 0xFFF350C0
SAMPLES_A_FRAME = 576
FRAME_SECONDS = SAMPLES_A_FRAME / 22_050

HOLD_SECONDS = (*range(10, 61, 5), 90)
"""The holds that a routine made for today, or for a week that missed some, may have."""

every_clip = pytest.mark.parametrize("sentence", LISTED)


def frames(audio: bytes) -> Iterator[bytes]:
    """The frames of an MP3 of that form; fails where anything else stands."""
    at = 0
    while at < len(audio):
        header = int.from_bytes(audio[at : at + 4])
        assert header & HEADER_MASK == HEADER, f"no frame of the one form at byte {at}"
        size = SAMPLES_A_FRAME // 8 * 40_000 // 22_050 + (header >> 9 & 1)
        assert at + size <= len(audio), f"the frame at byte {at} is cut off"
        yield audio[at : at + size]
        at += size


def reserve_bytes(frame: bytes) -> int:
    """How far back its sound begins, in the frames before: `main_data_begin`, eight bits after the header."""
    return frame[4]


def sound_bits(frame: bytes) -> int:
    """How much sound it holds: `part2_3_length`, twelve bits, one private bit after `main_data_begin`."""
    return int.from_bytes(frame[4:8]) >> 11 & 0xFFF


def is_silent(frame: bytes) -> bool:
    """Whether it holds no sound at all."""
    return sound_bits(frame) == 0


def shipped_routines() -> list[Routine]:
    """The routines that ship."""
    readings = [read_routine_file(file) for file in routine_files(shipped_routines_folder())]
    return [reading.routine for reading in readings if reading.routine]


def said(stretch: Stretch, side: Side, seconds: float) -> set[str]:
    """All that is said of two sets that hold one side of the stretch alone for so long."""
    alone = replace(stretch, holds=(SideHold(side, seconds),), sets=2)
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


@every_clip
def test_a_clip_is_frames_of_one_form(sentence: str) -> None:
    """No tag before them or after, and as long as the list says."""
    file = VOICE / LISTED[sentence]["file"]
    parts = list(frames(file.read_bytes()))
    assert len(parts) * FRAME_SECONDS == pytest.approx(LISTED[sentence]["seconds"], abs=0.001)
    assert not any(tag in parts[0] for tag in (b"Xing", b"Info", b"LAME", b"VBRI"))


@every_clip
def test_a_clip_begins_by_itself(sentence: str) -> None:
    """Its first frame needs nothing of a frame before, so that it can follow any other."""
    first, *_ = frames((VOICE / LISTED[sentence]["file"]).read_bytes())
    assert reserve_bytes(first) == 0


@every_clip
def test_a_clip_lies_between_silences(sentence: str) -> None:
    """A frame or two of 26 ms hold nothing before the voice, six to nine after it: encoding blurs two more."""
    parts = list(frames((VOICE / LISTED[sentence]["file"]).read_bytes()))
    before = len(list(takewhile(is_silent, parts)))
    after = len(list(takewhile(is_silent, reversed(parts))))
    assert 1 <= before <= 2
    assert 6 <= after <= 9


def test_the_shelf_finds_each() -> None:
    """None is damaged in its eyes."""
    shelf = ClipShelf(VOICE)
    assert [sentence for sentence in LISTED if shelf.find([sentence]) is None] == []
