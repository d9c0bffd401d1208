"""Speech of the neural voice: cut, levelled, and put between silences."""

from array import array

import pytest

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from routine_app.data.voice.levelling import HIGHEST_PEAK, START_SILENCE_SECONDS, finished_speech
from scripts.levelling import SPEECH_LUFS
from scripts.loudness import Samples, loudness
from tests.sample_tone import tone

START, END = round(0.08 * SAMPLES_A_SECOND), round(0.18 * SAMPLES_A_SECOND)


def finished(samples: Samples) -> Samples:
    """What is made of these samples."""
    return array("h", finished_speech(samples.tobytes(), START_SILENCE_SECONDS))


def test_the_silence_around_is_cut() -> None:
    """Hiss is silence; a fiftieth of a second stays on both sides, for what begins softly."""
    hiss = array("h", [20, -20] * SAMPLES_A_SECOND)
    around = len(finished(hiss + tone(0.5, 1) + hiss)) - START - END - SAMPLES_A_SECOND
    assert around == pytest.approx(2 * SAMPLES_A_SECOND / 50, abs=50)


@pytest.mark.parametrize("peak", [0.01, 0.1, 0.9])
def test_as_loud_as_the_clips_that_ship(peak: float) -> None:
    """Whatever came."""
    assert loudness(finished(tone(peak, 1)), SAMPLES_A_SECOND) == pytest.approx(SPEECH_LUFS, abs=0.5)


def test_high_peaks_are_held_back() -> None:
    """The rest is about as loud as without them."""
    samples = tone(0.05, 2)
    for at in range(0, len(samples), SAMPLES_A_SECOND // 4):
        samples[at] = 32767
    result = finished(samples)
    assert HIGHEST_PEAK / 2 < max(map(abs, result)) <= HIGHEST_PEAK
    assert loudness(result, SAMPLES_A_SECOND) == pytest.approx(SPEECH_LUFS, abs=1.5)


def test_between_silences_of_fixed_length() -> None:
    """80 ms before and 180 after, and no click where they meet."""
    result = finished(tone(0.5, 1))
    assert not any(result[:START])
    assert not any(result[-END:])
    assert max(map(abs, (*result[START : START + 10], *result[-END - 10 : -END]))) < 300


@pytest.mark.parametrize("samples", [array("h"), array("h", [0] * SAMPLES_A_SECOND), array("h", [1])])
def test_little_or_nothing_said(samples: Samples) -> None:
    """Silence comes out empty, and a moment does no harm."""
    assert (len(finished(samples)) > 0) == any(samples)
