"""Samples as the one form that all audio of the app has."""

from routine_app.core.cues.audio_sources import BITS_A_SECOND, SAMPLES_A_SECOND

CODEC_SAMPLES = 1105
"""How much silence encoder (576 samples) and decoder (529) put before a sound, as LAME's documentation counts."""
CODEC_SECONDS = CODEC_SAMPLES / SAMPLES_A_SECOND

BEST_QUALITY = 2


def encoded(samples: bytes) -> bytes:
    """These 16-bit samples as MP3 frames of the one form, as many as it takes for the last of them to be heard."""
    import lameenc  # noqa: PLC0415 - of the extra `voice`, which the app and the tests do without

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(SAMPLES_A_SECOND)
    encoder.set_out_sample_rate(SAMPLES_A_SECOND)
    encoder.set_bit_rate(BITS_A_SECOND // 1000)
    encoder.set_quality(BEST_QUALITY)
    return bytes(encoder.encode(samples) + encoder.flush())
