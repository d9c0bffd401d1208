"""The tracks of all shipped routines in all lengths: arranged, decoded, and listened to."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import sqrt
from operator import mul

import pytest

from routine_app.core.cues.audio_sources import FRAME_SAMPLES, SAMPLES_A_SECOND
from routine_app.core.cues.mp3 import HEARD_AFTER_SECONDS
from routine_app.core.cues.recording import record
from routine_app.core.cues.schedule import finish_prompt, step_prompts
from routine_app.core.cues.sounds import BEEPS, Sound
from routine_app.core.cues.soundtrack import Shelf, Track, plan_track
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import Step, plan
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine_file
from routine_app.data.sound_files import SoundFiles
from routine_app.data.voice.clips import VoiceClips
from scripts.loudness import Samples
from tests.mp3_decoder import decoded

SHELF = Shelf(SoundFiles(assets_folder() / "sounds"), VoiceClips(assets_folder() / "voice"))
ROUTINES = [file.stem for file in routine_files(shipped_routines_folder())]
ALL = [(name, length) for name in ROUTINES for length in Length]
EACH = pytest.mark.parametrize(("name", "length"), ALL, ids=[f"{name}-{length}" for name, length in ALL])

ON_ITS_SECOND = 0.02
ONSET_SAMPLES = SAMPLES_A_SECOND // 200
"""A beep swells in 8 ms, a quarter of its loudness is there after four."""
LIKE_ITSELF = 0.999
"""How alike a clip within a track and the same one alone are; the codec's noise is some thousandths."""


def routine(name: str) -> Routine:
    """A shipped routine."""
    read = read_routine_file(shipped_routines_folder() / f"{name}.yaml").routine
    assert read is not None
    return read


def steps_of(name: str, length: Length) -> tuple[Step, ...]:
    """Its plan."""
    return plan(with_length(routine(name), length))


@cache
def heard_alone(audio: bytes) -> Samples:
    """A clip decoded by itself."""
    return decoded(audio)


def due(steps: tuple[Step, ...]) -> list[tuple[float, Sound]]:
    """Each sound of a plan, and its second."""
    sounds = [
        (step.start_seconds + prompt.at_seconds, prompt.sound)
        for index, step in enumerate(steps)
        for prompt in step_prompts(steps, index)
    ]
    end = steps[-1].start_seconds + steps[-1].seconds
    return [(at, sound) for at, sound in [*sounds, (end, finish_prompt(steps).sound)] if sound]


def likeness(track: Samples, clip: Samples, first: int) -> float:
    """How alike a clip and what is heard in its place are: 1 if they are the same."""
    part = track[first : first + len(clip)]
    return float(sum(map(mul, part, clip))) / sqrt(sum(map(mul, part, part)) * sum(map(mul, clip, clip)) or 1)


def onset(samples: Samples, first: int, last: int) -> int:
    """The first sample there from which on a sound is heard."""
    loudest = max(map(abs, samples[first:last]))
    return next(at for at in range(first, last) if abs(samples[at]) > loudest / 4)


def differences(track: Track, heard: Samples) -> Iterator[str]:
    """The clips that are not whole in what is heard."""
    for clip in track.placed:
        alike = likeness(heard, heard_alone(clip.clip.audio), clip.frame * FRAME_SAMPLES)
        if alike < LIKE_ITSELF:
            yield f"{clip.what} at frame {clip.frame}: {alike:.4f}"


@EACH
def test_each_beep_is_heard_on_its_second_and_each_clip_whole(name: str, length: Length) -> None:
    """As a decoder gives them, less the constant delay of encoder and decoder."""
    steps = steps_of(name, length)
    track = plan_track(steps, SHELF)
    heard = decoded(track.mp3(1.0))
    assert list(differences(track, heard)) == []
    beeps = [at for at, sound in due(steps) if sound in BEEPS.values()]
    late = []
    for at in beeps:
        around = round((at + HEARD_AFTER_SECONDS) * SAMPLES_A_SECOND)
        first = onset(heard, around - SAMPLES_A_SECOND // 10, around + SAMPLES_A_SECOND // 5)
        late.append((first - ONSET_SAMPLES) / SAMPLES_A_SECOND - at - HEARD_AFTER_SECONDS)
    assert [round(seconds, 3) for seconds in late if abs(seconds) > ON_ITS_SECOND] == []


@EACH
def test_each_sound_is_there_and_nothing_runs_into_another(name: str, length: Length) -> None:
    """Whatever is said between them."""
    steps = steps_of(name, length)
    placed = plan_track(steps, SHELF).placed
    assert [clip.what for clip in placed if not clip.is_words] == [sound for _, sound in due(steps)]
    assert [(a.what, b.what) for a, b in pairwise(placed) if a.end > b.frame] == []


def left_out(steps: tuple[Step, ...]) -> set[tuple[str, float, str]]:
    """The sentences that are due in a step and are not said in it: its kind, its seconds and the sentence."""
    placed = plan_track(steps, SHELF).placed
    missing = set()
    for index, step in enumerate(steps):
        end = step.start_seconds + step.seconds
        said = [
            str(clip.what)
            for clip in placed
            if clip.is_words
            and step.start_seconds - 0.02 <= clip.frame * FRAME_SAMPLES / SAMPLES_A_SECOND < end
        ]
        for prompt in step_prompts(steps, index):
            missing |= {(step.kind.value, step.seconds, words) for words in prompt.say if words not in said}
    return missing


def test_what_is_left_out_is_what_short_gaps_have_no_time_for() -> None:
    """In a change of sides of four or five seconds its name, which its sound has; in a rest of five all but the name."""
    missing = {sentence for name, length in ALL for sentence in left_out(steps_of(name, length))}
    print(sorted(missing))
    assert {(kind, seconds) for kind, seconds, _ in missing} == {
        ("switch", 4.0),
        ("switch", 5.0),
        ("rest", 5.0),
    }
    assert {words for kind, seconds, words in missing if seconds == 5.0 and kind == "switch"} == {
        "Switch sides."
    }


def test_three_minutes_are_well_under_a_megabyte() -> None:
    """Of each recording, its picture and chapters included."""
    icon = (assets_folder() / "icons" / "icon-512.png").read_bytes()
    sizes = {}
    for name, length in ALL:
        made = record(routine(name), length, SHELF, icon)
        assert made.missing == ()
        sizes[name, length] = len(made.mp3) / made.seconds * 180
    assert max(sizes.values()) < 700_000
