"""The sounds: each in its pitch, without a click, equally loud; and what ships is what the script renders, as MP3."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import cos, log10, pi, sqrt

import pytest

from routine_app.core.cues.audio_sources import FRAME_SAMPLES, SAMPLES_A_SECOND, SOUND_DELAY_FRAMES
from routine_app.core.cues.sounds import BEEPS, Sound
from routine_app.core.routine.plan import StepKind
from routine_app.data.paths import assets_folder
from scripts import render_sounds
from scripts.loudness import Samples
from tests.mp3_decoder import decoded
from tests.mp3_frames import TAGS, frames, reserve_bytes

SOUNDS = assets_folder() / "sounds"
DELAY_SAMPLES = SOUND_DELAY_FRAMES * FRAME_SAMPLES

A4_HERTZ = 440.0
SEMITONES = range(1, 31)
"""What a pitch may be, in semitones above A4: from 466 to 2489 Hz."""
A5, C6, D6, E6, G6, E5 = 12, 15, 17, 19, 22, 7


def shipped(sound: Sound) -> bytes:
    """The file of a sound."""
    return (SOUNDS / f"{sound.value}.mp3").read_bytes()


@cache
def rendered(sound: Sound) -> Samples:
    """Its samples before they are encoded."""
    return render_sounds.samples_of(sound)


@cache
def heard(sound: Sound) -> Samples:
    """The samples that a decoder makes of its file."""
    return decoded(shipped(sound))


@cache
def samples_of(sound: Sound) -> tuple[list[float], int]:
    """Its samples as shares of full scale, and how many there are in a second."""
    return [number / 32768 for number in rendered(sound)], SAMPLES_A_SECOND


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


def likeness(one: Samples, other: Samples) -> float:
    """The correlation of two sounds, 1.0 for the same; what one has more of counts as silence in the other."""
    power = sum(sample**2 for sample in one) * sum(sample**2 for sample in other)
    return sum(a * b for a, b in zip(one, other, strict=False)) / sqrt(power)


def onset(samples: Samples) -> int:
    """The first sample that has a tenth of the peak: earlier ones may be what an encoder blurs."""
    least = max(map(abs, samples)) / 10
    return next(index for index, sample in enumerate(samples) if abs(sample) >= least)


def test_a_file_for_each_sound() -> None:
    """The folder holds the sounds and nothing else."""
    assert sorted(path.name for path in SOUNDS.iterdir()) == sorted(f"{sound.value}.mp3" for sound in Sound)


def test_files_are_what_the_script_renders() -> None:
    """After two frames, to the sample, but for what encoding takes: nobody forgot to run the script."""
    likenesses = {sound: likeness(rendered(sound), heard(sound)[DELAY_SAMPLES:]) for sound in Sound}
    assert {sound: share for sound, share in likenesses.items() if share < 0.9999} == {}
    levels = {sound: max(map(abs, heard(sound))) / max(map(abs, rendered(sound))) for sound in Sound}
    quieter = pytest.approx(0.95, abs=0.01)  # LAME makes all 0.4 dB quieter
    assert {sound: level for sound, level in levels.items() if level != quieter} == {}


def test_a_sound_is_heard_after_two_frames() -> None:
    """Within three milliseconds: the frames before it are what encoder and decoder take."""
    late = {sound: onset(heard(sound)) - onset(rendered(sound)) - DELAY_SAMPLES for sound in Sound}
    assert {sound: by for sound, by in late.items() if abs(by) > 0.003 * SAMPLES_A_SECOND} == {}


def test_a_file_has_all_of_its_sound_and_no_frame_more() -> None:
    """It is as long as its sound, and less than a frame longer."""
    more = {sound: len(heard(sound)) - DELAY_SAMPLES - len(rendered(sound)) for sound in Sound}
    assert {sound: samples for sound, samples in more.items() if not 0 <= samples < FRAME_SAMPLES} == {}


def test_files_are_frames_of_one_form() -> None:
    """Nothing else, no tag in the first, and that needs nothing of a frame before, so that it can follow any other."""
    parts = {sound: list(frames(shipped(sound))) for sound in Sound}
    assert [sound for sound in Sound if b"".join(parts[sound]) != shipped(sound)] == []
    assert [sound for sound in Sound if any(tag in parts[sound][0] for tag in TAGS)] == []
    assert [sound for sound in Sound if reserve_bytes(parts[sound][0]) > 0] == []


def test_joined_files_are_one_stream() -> None:
    """Each sounds in its place as it does alone, where they meet too."""
    alone = [sample for sound in Sound for sample in heard(sound)]
    joined = decoded(b"".join(map(shipped, Sound)))
    assert len(joined) == len(alone)
    assert max(abs(one - other) for one, other in zip(joined, alone, strict=True)) < 10


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


def test_nothing_clicks() -> None:
    """Each comes out of silence in at least five milliseconds, goes back into it, and has no offset."""
    clicks = {sound: list(clicks_of(sound)) for sound in Sound}
    assert {sound: found for sound, found in clicks.items() if found} == {}


def clicks_of(sound: Sound) -> Iterator[str]:
    """Where the sound begins or ends too suddenly, or stands beside zero."""
    samples, rate = samples_of(sound)
    peak = max(map(abs, samples))
    if samples[0] != 0:
        yield "first sample"
    if max(map(abs, samples[: rate // 1000])) >= 0.1 * peak:
        yield "first millisecond"
    if max(map(abs, samples[: rate // 400])) >= 0.6 * peak:
        yield "first 2.5 milliseconds"
    if max(map(abs, samples[-rate // 500 :])) >= 0.002:
        yield "last two milliseconds"
    if abs(sum(samples) / len(samples)) >= 0.001:
        yield "offset"


def test_no_peak_is_cut_off() -> None:
    """The highest is at -3 dB, and each sound's within about two of that."""
    decibels = {sound: 20 * log10(max(map(abs, samples_of(sound)[0]))) for sound in Sound}
    assert {sound: peak for sound, peak in decibels.items() if not -5.1 < peak < -3} == {}


def test_equally_loud() -> None:
    """In their loudest eighths of a second they differ by less than one decibel."""
    levels = [loudest_moment(sound) for sound in Sound]
    assert max(levels) - min(levels) < 1


def test_a_phone_can_sound_them() -> None:
    """Nearly all of the energy of each is between 500 and 2500 Hz."""
    shares = {sound: phones_share(sound) for sound in Sound}
    assert {sound: share for sound, share in shares.items() if share <= 0.9} == {}


def phones_share(sound: Sound) -> float:
    """How much of the energy, where the sound is loudest, a phone's loudspeaker gives back."""
    rate = samples_of(sound)[1]
    part = loudest_window(sound, 1024)
    step = rate / len(part)
    powers = {index * step: power_at(part, index * step, rate) for index in range(1, len(part) // 2)}
    return sum(power for hertz, power in powers.items() if 500 <= hertz <= 2500) / sum(powers.values())


def loudest_window(sound: Sound, length: int) -> list[float]:
    """So many samples where the sound is loudest, fading in and out (Hann's window)."""
    samples, _ = samples_of(sound)
    start = max(
        range(0, len(samples) - length, length // 2),
        key=lambda first: sum(sample**2 for sample in samples[first : first + length]),
    )
    return [
        sample * (0.5 - 0.5 * cos(2 * pi * index / length))
        for index, sample in enumerate(samples[start : start + length])
    ]


def test_small() -> None:
    """Each is sent to the client before its moment."""
    sizes = {sound: len(shipped(sound)) for sound in Sound}
    assert {sound: size for sound, size in sizes.items() if size > 5 * 1024} == {}


def test_small_in_all() -> None:
    """The phone app keeps every one of them."""
    assert sum(len(shipped(sound)) for sound in Sound) <= 35 * 1000


def test_a_beep_is_short() -> None:
    """Each is over well before the next one."""
    beeps = {sound: samples_of(sound) for sound in (*BEEPS.values(), Sound.GAP_END)}
    seconds = {sound: len(samples) / rate for sound, (samples, rate) in beeps.items()}
    assert {sound: long for sound, long in seconds.items() if not 0.15 <= long <= 0.35} == {}
