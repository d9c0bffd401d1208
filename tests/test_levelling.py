"""Speech cut, levelled, and put between silences."""

from array import array
from itertools import pairwise

import pytest

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from scripts.levelling import (
    BLOCK_SAMPLES,
    MARGIN_BLOCKS,
    SPEECH_LUFS,
    amplified,
    finished_speech,
    levelled,
    silence,
    trimmed,
)
from scripts.loudness import Samples, loudness
from tests.sample_tone import tone

HIGHEST = 32768 * 10 ** (-2 / 20)


def test_the_silence_around_is_cut() -> None:
    """Hiss is silence; a moment stays on both sides, for what begins softly."""
    hiss = array("h", [20, -20] * SAMPLES_A_SECOND)
    around = len(trimmed(hiss + tone(0.5, 1) + hiss)) - SAMPLES_A_SECOND
    assert 2 * MARGIN_BLOCKS * BLOCK_SAMPLES <= around <= 2 * (MARGIN_BLOCKS + 1) * BLOCK_SAMPLES


@pytest.mark.parametrize("peak", [0.01, 0.1, 0.9])
def test_equally_loud(peak: float) -> None:
    """Whatever came."""
    assert loudness(levelled(tone(peak, 1)), SAMPLES_A_SECOND) == pytest.approx(SPEECH_LUFS, abs=0.1)


def test_equally_loud_with_a_high_peak() -> None:
    """A few peaks are held back; the rest is as loud as without them."""
    samples = tone(0.05, 2)
    for at in range(0, len(samples), SAMPLES_A_SECOND // 4):
        samples[at] = 32767
    result = levelled(samples)
    assert max(map(abs, result)) <= HIGHEST + 1
    assert loudness(result, SAMPLES_A_SECOND) == pytest.approx(SPEECH_LUFS, abs=0.5)


def test_holding_back_does_not_crack() -> None:
    """The gain goes down before a peak and up after it, never in a jump."""
    samples = array("h", [1000] * 4000)
    samples[2000] = 32767
    result = amplified(samples, 4)
    assert max(result) <= HIGHEST + 1
    assert (result[0], result[-1], len(result)) == (4000, 4000, 4000)
    steps = [abs(after - before) for before, after in pairwise(result[:2000])]
    assert max(steps) < 60


def test_between_silences_of_fixed_length() -> None:
    """80 ms before and 180 after, unless asked otherwise, and no click where they meet."""
    result = finished_speech(tone(0.5, 1))
    start, end = round(0.08 * SAMPLES_A_SECOND), round(0.18 * SAMPLES_A_SECOND)
    assert not any(result[:start])
    assert not any(result[-end:])
    assert abs(result[start + 1]) < 50
    assert len(finished_speech(tone(0.5, 1), 0, 0)) == len(result) - start - end


@pytest.mark.parametrize("samples", [array("h"), silence(1)])
def test_nothing_said(samples: Samples) -> None:
    """Silence comes out empty."""
    assert finished_speech(samples) == array("h")
