"""Speech as 16-bit samples of one channel: the silence around it cut to measure, every sentence about equally loud."""

from array import array
from math import sqrt, tanh

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND

SAMPLE_BYTES = 2

START_SILENCE_SECONDS = 0.08
"""Players swallow the first moments of a sound."""
END_SILENCE_SECONDS = 0.18
"""With the next sentence's silence about the pause that a reader makes at a full stop."""

SPEECH_LEVEL = 3900
"""The root mean square of what is said: about as loud as the clips that ship, which are at -19 LUFS."""
HIGHEST_PEAK = 26_000
"""Samples are bent to stay below it: 2 dB below what can be stored."""

SILENT_SHARE = 0.01
"""What stays so far below the peak is not speech: the voice's pauses are at 0.0003, a soft "h" or "f" at 0.03."""
MARGIN_SAMPLES = SAMPLES_A_SECOND // 50


def finished_speech(speech: bytes, start_silence_seconds: float) -> bytes:
    """The speech in these samples, levelled, between so much silence and the end's; empty if there is none."""
    samples = array("h", speech)
    least = max(map(abs, samples), default=0) * SILENT_SHARE
    loud = [place for place, sample in enumerate(samples) if abs(sample) > least]
    if not loud:
        return b""
    words = samples[max(0, loud[0] - MARGIN_SAMPLES) : loud[-1] + MARGIN_SAMPLES]
    for place in range(min(MARGIN_SAMPLES, len(words) // 2)):  # a ramp at both ends, so that neither clicks
        words[place] = words[place] * place // MARGIN_SAMPLES
        words[-1 - place] = words[-1 - place] * place // MARGIN_SAMPLES
    gain = SPEECH_LEVEL / sqrt(sum(sample * sample for sample in words) / len(words))
    levelled = array("h", [round(HIGHEST_PEAK * tanh(sample * gain / HIGHEST_PEAK)) for sample in words])
    return _silence(start_silence_seconds) + levelled.tobytes() + _silence(END_SILENCE_SECONDS)


def _silence(seconds: float) -> bytes:
    return bytes(SAMPLE_BYTES * round(seconds * SAMPLES_A_SECOND))
