"""Whether bytes are a clip: frames of the one form, from the first byte to the last."""

from routine_app.core.cues.audio_sources import BITS_A_SECOND, FRAME_SAMPLES, SAMPLES_A_SECOND, Clip
from routine_app.core.cues.mp3 import FRAME_SECONDS, HEADER_BYTES

FORM_MASK, FORM = 0xFFFFFCC0, 0xFFF350C0
"""The bits of a header that say how the sound is stored, and what they are in the one form: ISO/IEC 13818-3."""
PADDING_BIT = 1 << 9
"""Set in a header whose frame has a byte more, as some have, so that all together have the bit rate."""
SMALLER_FRAME_BYTES = FRAME_SAMPLES // 8 * BITS_A_SECOND // SAMPLES_A_SECOND


def clip_of(audio: bytes) -> Clip | None:
    """The clip that these bytes are; None if they are anything but whole frames of the one form, or nothing."""
    at = frames = 0
    while at < len(audio):
        header = int.from_bytes(audio[at : at + HEADER_BYTES])
        if header & FORM_MASK != FORM:
            return None
        at += SMALLER_FRAME_BYTES + bool(header & PADDING_BIT)
        frames += 1
    return Clip(audio, frames * FRAME_SECONDS) if at == len(audio) and frames else None
