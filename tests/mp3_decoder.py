"""What is heard of an MP3."""

from array import array

import miniaudio

from routine_app.core.cues.audio_sources import SAMPLES_A_SECOND
from scripts.loudness import Samples


def decoded(mp3: bytes) -> Samples:
    """The 16-bit samples of MP3 frames of the app's form, `FRAME_SAMPLES` for each, the decoder's delay included."""
    sound = miniaudio.mp3_read_s16(mp3)
    assert (sound.nchannels, sound.sample_rate) == (1, SAMPLES_A_SECOND)
    return array("h", sound.samples)
