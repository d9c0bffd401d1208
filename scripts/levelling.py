"""The clips that ship: the silence around the speech cut to measure, and every sentence equally loud."""

from array import array
from itertools import pairwise
from math import inf

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from routine_app.data.voice.levelling import END_SILENCE_SECONDS, START_SILENCE_SECONDS
from scripts.loudness import FULL_SCALE, Samples, loudness

SPEECH_LUFS = -19.0
"""Usual for spoken words in one channel: it is as loud as -16 LUFS in two, which phones are set for."""
HIGHEST_PEAK_DECIBELS = -2.0
"""Leaves room for what an encoder adds."""

BLOCK_SAMPLES = SAMPLES_A_SECOND // 200
"""Five milliseconds, in which a limited voice stays clean, and a ramp does not click."""
SILENT_DECIBELS = -40.0
"""What stays so far below the peak is not speech: the voice's pauses are at -70, a soft "h" or "f" at -30."""
MARGIN_BLOCKS = 4

LEVELLING_PASSES = 4
"""Holding peaks back takes from the loudness, less each time."""
CLOSE_ENOUGH_DECIBELS = 0.1


def finished_speech(
    samples: Samples,
    start_silence_seconds: float = START_SILENCE_SECONDS,
    end_silence_seconds: float = END_SILENCE_SECONDS,
) -> Samples:
    """The speech in these samples, levelled, between silences of these lengths; empty if there is none."""
    speech = trimmed(samples)
    if not speech:
        return speech
    return silence(start_silence_seconds) + _faded(levelled(speech)) + silence(end_silence_seconds)


def silence(seconds: float) -> Samples:
    """Silence of that many seconds."""
    return array("h", bytes(2 * round(seconds * SAMPLES_A_SECOND)))


def trimmed(samples: Samples) -> Samples:
    """The samples from the first that is speech to the last, with a moment before and after."""
    peaks = _block_peaks(samples)
    least = max(peaks, default=0) * _ratio(SILENT_DECIBELS)
    loud = [index for index, peak in enumerate(peaks) if peak > least]
    if not loud:
        return array("h")
    first, last = max(0, loud[0] - MARGIN_BLOCKS), loud[-1] + 1 + MARGIN_BLOCKS
    return samples[first * BLOCK_SAMPLES : last * BLOCK_SAMPLES]


def levelled(samples: Samples) -> Samples:
    """The samples as loud as speech should be, their peaks held back; silence as it is."""
    gain = 1.0
    levelled = samples
    for _ in range(LEVELLING_PASSES):
        missing_decibels = SPEECH_LUFS - loudness(levelled, SAMPLES_A_SECOND)
        if abs(missing_decibels) <= CLOSE_ENOUGH_DECIBELS or missing_decibels == inf:
            break
        gain *= _ratio(missing_decibels)
        levelled = amplified(samples, gain)
    return levelled


def amplified(samples: Samples, gain: float) -> Samples:
    """The samples times a gain, which is less, in good time, where a peak would be too high."""
    highest = FULL_SCALE * _ratio(HIGHEST_PEAK_DECIBELS)
    allowed = [min(gain, highest / max(peak, 1)) for peak in _block_peaks(samples)]
    # Where blocks meet, the gain is what both may have; in between it goes straight, so that no block has more.
    meetings = [min(allowed[max(0, at - 2) : at + 2]) for at in range(len(allowed) + 1)]
    result = array("h")
    for block, (before, after) in enumerate(pairwise(meetings)):
        start, step = block * BLOCK_SAMPLES, (after - before) / BLOCK_SAMPLES
        part = samples[start : start + BLOCK_SAMPLES]
        result.extend(round(sample * (before + step * index)) for index, sample in enumerate(part))
    return result


def _faded(samples: Samples) -> Samples:
    """The samples with a ramp at both ends, so that neither clicks."""
    faded = samples[:]
    ramp = min(BLOCK_SAMPLES, len(samples) // 2)
    for index in range(ramp):
        faded[index] = samples[index] * index // ramp
        faded[-1 - index] = samples[-1 - index] * index // ramp
    return faded


def _block_peaks(samples: Samples) -> list[int]:
    """The highest sample of each block, by its size."""
    starts = range(0, len(samples), BLOCK_SAMPLES)
    return [max(map(abs, samples[start : start + BLOCK_SAMPLES])) for start in starts]


def _ratio(decibels: float) -> float:
    """The ratio of sizes that these decibels are."""
    return float(10 ** (decibels / 20))
