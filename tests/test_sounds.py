"""The sounds: what the script renders is what ships, each in its pitch, without a click, equally loud."""

import importlib.util
import sys
import wave
from array import array
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from math import cos, log10, pi, sqrt
from pathlib import Path
from types import ModuleType

import pytest

from routine_app.core.plan import StepKind
from routine_app.core.sounds import BEEPS, Sound

PROJECT = Path(__file__).resolve().parent.parent
SOUNDS = PROJECT / "assets" / "sounds"

A4_HERTZ = 440.0
SEMITONES = range(1, 31)
"""What a pitch may be, in semitones above A4: from 466 to 2489 Hz."""
A5, C6, D6, E6, G6, E5 = 12, 15, 17, 19, 22, 7


def _load_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("render_sounds", PROJECT / "scripts" / "render_sounds.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


script = _load_script()
every_sound = pytest.mark.parametrize("sound", list(Sound))


def shipped(sound: Sound) -> bytes:
    """The file of a sound."""
    return (SOUNDS / f"{sound.value}.wav").read_bytes()


def samples_of(sound: Sound) -> tuple[list[float], int]:
    """Its samples as shares of full scale, and how many there are in a second."""
    with wave.open(BytesIO(shipped(sound))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        numbers = array("h", file.readframes(file.getnframes()))
        if sys.byteorder == "big":
            numbers.byteswap()
        return [number / 32768 for number in numbers], file.getframerate()


def power_at(samples: Sequence[float], hertz: float, rate: int) -> float:
    """How much of the samples is of that frequency (Goertzel's algorithm), of 1.0 for a full-scale sine."""
    turn = 2 * cos(2 * pi * hertz / rate)
    before, last = 0.0, 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    power = before**2 + last**2 - turn * before * last
    return 4 * power / len(samples) ** 2


def pitch(sound: Sound, from_seconds: float = 0.0, to_seconds: float = 9.0) -> int:
    """The strongest of the semitones in that stretch of the sound."""
    samples, rate = samples_of(sound)
    part = samples[int(from_seconds * rate) : int(to_seconds * rate)]
    return max(SEMITONES, key=lambda semitone: power_at(part, A4_HERTZ * 2 ** (semitone / 12), rate))


def loudest_moment(sound: Sound) -> float:
    """The highest root mean square of any eighth of a second, in decibels below full scale."""
    samples, rate = samples_of(sound)
    length = rate // 8
    starts = range(0, len(samples) - length, length // 6)
    loudest = max(sum(sample**2 for sample in samples[start : start + length]) for start in starts)
    return 20 * log10(sqrt(loudest / length))


def test_a_file_for_each_sound() -> None:
    """The folder holds the sounds and nothing else."""
    assert sorted(path.name for path in SOUNDS.iterdir()) == sorted(f"{sound.value}.wav" for sound in Sound)


@every_sound
def test_file_is_what_the_script_renders(sound: Sound) -> None:
    """Byte for byte: nobody forgot to run the script, and it renders the same each time."""
    assert script.render(sound) == shipped(sound)


@pytest.mark.parametrize(
    ("sound", "semitone"),
    [
        (Sound.HOLD_BEEP, G6),
        (Sound.GET_READY_BEEP, E6),
        (Sound.SWITCH_BEEP, C6),
        (Sound.REST_BEEP, A5),
        (Sound.GAP_END, E5),
        (Sound.CHIME, A5),
    ],
)
def test_pitch(sound: Sound, semitone: int) -> None:
    """Of each sound of one note."""
    assert pitch(sound) == semitone


def test_each_phase_counts_in_a_pitch_of_its_own() -> None:
    """A hold's is the highest; no two, nor the tone that ends a gap, are nearer than two semitones."""
    beeps = [
        pitch(BEEPS[kind]) for kind in (StepKind.HOLD, StepKind.GET_READY, StepKind.SWITCH, StepKind.REST)
    ]
    falling = [*beeps, pitch(Sound.GAP_END)]
    assert min(higher - lower for higher, lower in pairwise(falling)) >= 2


@pytest.mark.parametrize(
    ("sound", "melody"),
    [
        (Sound.HOLD_END, [(0.0, 0.17, G6), (0.3, 0.6, C6)]),
        (Sound.START, [(0.0, 0.19, A5), (0.35, 0.6, E6)]),
        (Sound.HALFWAY, [(0.0, 0.19, D6), (0.25, 0.46, D6)]),
        (Sound.FINISH, [(0.0, 0.17, C6), (0.25, 0.36, E6), (0.5, 0.85, G6)]),
    ],
)
def test_melody(sound: Sound, melody: list[tuple[float, float, int]]) -> None:
    """Of each sound of several notes: its pitch in some stretches of it."""
    assert [pitch(sound, begin, end) for begin, end, _ in melody] == [semitone for _, _, semitone in melody]


def test_halfway_is_two_notes() -> None:
    """Between them it is much quieter than in either."""
    samples, rate = samples_of(Sound.HALFWAY)
    peaks = [
        max(abs(sample) for sample in samples[int(begin * rate) : int(end * rate)])
        for begin, end in [(0.0, 0.1), (0.19, 0.2), (0.2, 0.3)]
    ]
    assert peaks[1] < 0.2 * min(peaks[0], peaks[2])


@every_sound
def test_nothing_clicks(sound: Sound) -> None:
    """It comes out of silence in at least five milliseconds, goes back into it, and has no offset."""
    samples, rate = samples_of(sound)
    peak = max(map(abs, samples))
    assert samples[0] == 0
    assert max(map(abs, samples[: rate // 1000])) < 0.1 * peak
    assert max(map(abs, samples[: rate // 400])) < 0.6 * peak
    assert max(map(abs, samples[-rate // 500 :])) < 0.002
    assert abs(sum(samples) / len(samples)) < 0.001


@every_sound
def test_no_peak_is_cut_off(sound: Sound) -> None:
    """The highest is at -3 dB, and each sound's within about two of that."""
    samples, _ = samples_of(sound)
    assert -5.1 < 20 * log10(max(map(abs, samples))) < -3


def test_equally_loud() -> None:
    """In their loudest eighths of a second they differ by less than one decibel."""
    levels = [loudest_moment(sound) for sound in Sound]
    assert max(levels) - min(levels) < 1


@every_sound
def test_a_phone_can_sound_it(sound: Sound) -> None:
    """Nearly all of its energy is between 500 and 2500 Hz."""
    samples, rate = samples_of(sound)
    length = 1024
    start = max(
        range(0, len(samples) - length, length // 2),
        key=lambda first: sum(sample**2 for sample in samples[first : first + length]),
    )
    part = [
        sample * (0.5 - 0.5 * cos(2 * pi * index / length))
        for index, sample in enumerate(samples[start : start + length])
    ]
    step = rate / length
    powers = {index * step: power_at(part, index * step, rate) for index in range(1, length // 2)}
    inside = sum(power for hertz, power in powers.items() if 500 <= hertz <= 2500)
    assert inside > 0.9 * sum(powers.values())


@every_sound
def test_small(sound: Sound) -> None:
    """Each is sent to the client before its moment."""
    assert len(shipped(sound)) <= 40 * 1024


def test_small_in_all() -> None:
    """The phone app keeps every one of them."""
    assert sum(len(shipped(sound)) for sound in Sound) <= 250 * 1000


@pytest.mark.parametrize("sound", [*BEEPS.values(), Sound.GAP_END])
def test_a_beep_is_short(sound: Sound) -> None:
    """It is over well before the next one."""
    samples, rate = samples_of(sound)
    assert 0.15 <= len(samples) / rate <= 0.35
