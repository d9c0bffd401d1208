"""Where the tag before an MP3 ends."""

HEADER_BYTES = 10
SHIFTS = (21, 14, 7, 0)
"""The four bytes of a tag's length have seven bits each."""


def split_tag(mp3: bytes) -> tuple[bytes, bytes]:
    """What is in the tag (ID3v2) that an MP3 begins with, without its header, and what follows it; no tag is empty."""
    if not mp3.startswith(b"ID3"):
        return b"", mp3
    size = sum(byte << shift for byte, shift in zip(mp3[6:HEADER_BYTES], SHIFTS, strict=True))
    return mp3[HEADER_BYTES : HEADER_BYTES + size], mp3[HEADER_BYTES + size :]
