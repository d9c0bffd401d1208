"""The frames of an MP3, and what their first bytes say."""

from collections.abc import Iterator

# ISO/IEC 13818-3: MPEG-2, layer III, no checksum; 40 kbit/s and 22.05 kHz; one channel. Masked: padding, private, and
# what says nothing of the sound.
HEADER_MASK, HEADER = 0xFFFFFCC0, 0xFFF350C0
SAMPLES_A_FRAME = 576
FRAME_SECONDS = SAMPLES_A_FRAME / 22_050

TAGS = (b"Xing", b"Info", b"LAME", b"VBRI")
"""Programs that encode put one into a first frame of silence."""


def frames(audio: bytes) -> Iterator[bytes]:
    """The whole frames that an MP3 of that form begins with, up to where anything else stands."""
    at = 0
    while (header := int.from_bytes(audio[at : at + 4])) & HEADER_MASK == HEADER:
        size = SAMPLES_A_FRAME // 8 * 40_000 // 22_050 + (header >> 9 & 1)
        if at + size > len(audio):
            return
        yield audio[at : at + size]
        at += size


def reserve_bytes(frame: bytes) -> int:
    """How far back its sound begins, in the frames before: `main_data_begin`, eight bits after the header."""
    return frame[4]


def sound_bits(frame: bytes) -> int:
    """How much sound it holds: `part2_3_length`, twelve bits, one private bit after `main_data_begin`."""
    return int.from_bytes(frame[4:8]) >> 11 & 0xFFF
