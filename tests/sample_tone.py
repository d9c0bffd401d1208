"""A tone in place of speech."""

from array import array
from math import pi, sin

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from scripts.loudness import Samples


def tone(peak: float, seconds: float) -> Samples:
    """A sine of 500 Hz, its peak as a share of full scale."""
    count = round(seconds * SAMPLES_A_SECOND)
    return array("h", [round(32767 * peak * sin(2 * pi * 500 * n / SAMPLES_A_SECOND)) for n in range(count)])
