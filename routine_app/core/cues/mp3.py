"""MP3 files made by joining frames: nothing is decoded or encoded.

All audio of the app is MPEG-2, layer III, 22,050 Hz, one channel (`audio_sources.Clip`), whose frames may stand in one
file with frames of another bit rate (ISO 13818-3): silence is a header of the lowest, and zeros. A clip's frames borrow
bits from its own frames alone, so that what stands before it does not matter.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import log2

from routine_app.core.cues.audio_sources import FRAME_SAMPLES, SAMPLES_A_SECOND, SOUND_DELAY_FRAMES, Clip

FRAME_SECONDS = FRAME_SAMPLES / SAMPLES_A_SECOND

HEARD_AFTER_SECONDS = SOUND_DELAY_FRAMES * FRAME_SECONDS
"""How long after its first frame a clip is heard."""

HEADER_BYTES = 4
KILOBITS = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""The bit rates that a header can name."""

SILENCE = bytes.fromhex("fff310c4") + bytes(22)
"""A frame of nothing, 8 kbit/s."""
INDEX_HEADER = bytes.fromhex("fff350c4")
INDEX_BYTES = 130
"""The frame that tells how long the file is: 40 kbit/s, or it would not hold the table."""
SIDE_BYTES = 9
TABLE_ENTRIES = 100

GAIN_AT = HEADER_BYTES + 3
"""The byte in which a frame's gain begins, with its last two bits; the other six are in the next."""
GAIN_STEPS_A_DOUBLING = 4
MOST_GAIN = 255

LOUDNESSES_KEPT = 2000


def frame_count(clip: Clip) -> int:
    """How many frames a clip has."""
    return round(clip.seconds / FRAME_SECONDS)


def frames(audio: bytes) -> Iterator[bytes]:
    """The frames of a clip, one by one."""
    start = 0
    while start + HEADER_BYTES <= len(audio):
        rate, is_padded = KILOBITS[audio[start + 2] >> 4], audio[start + 2] >> 1 & 1
        length = FRAME_SAMPLES // 8 * rate * 1000 // SAMPLES_A_SECOND + is_padded
        yield audio[start : start + length]
        start += length


@lru_cache(maxsize=LOUDNESSES_KEPT)
def at_volume(audio: bytes, volume: float) -> bytes:
    """A clip so much quieter, with 1 for as it is: each frame has a gain, in steps of 1.5 dB."""
    steps = round(-GAIN_STEPS_A_DOUBLING * log2(volume)) if volume > 0 else MOST_GAIN
    return b"".join(_quieter(frame, steps) for frame in frames(audio)) if steps else audio


def cut(clip: Clip, count: int) -> Clip:
    """The first frames of a clip, so many."""
    kept = [frame for frame, _ in zip(frames(clip.audio), range(count), strict=False)]
    return Clip(b"".join(kept), len(kept) * FRAME_SECONDS)


def joined(placed: Sequence[tuple[int, Clip]], count: int, volume: float = 1.0) -> bytes:
    """An MP3 of so many frames with these clips at their frames, in order and none over another; silence elsewhere."""
    parts: list[tuple[int, bytes]] = []
    done = 0
    for frame, clip in placed:
        parts += [
            (frame - done, SILENCE * (frame - done)),
            (frame_count(clip), at_volume(clip.audio, volume)),
        ]
        done = frame + frame_count(clip)
    parts.append((count - done, SILENCE * (count - done)))
    return _index(parts, count) + b"".join(audio for _, audio in parts)


def _quieter(frame: bytes, steps: int) -> bytes:
    gain = (frame[GAIN_AT] & 3) << 6 | frame[GAIN_AT + 1] >> 2
    gain = max(gain - steps, 0)
    return (
        frame[:GAIN_AT]
        + bytes([frame[GAIN_AT] & ~3 | gain >> 6, (gain & 63) << 2 | frame[GAIN_AT + 1] & 3])
        + frame[GAIN_AT + 2 :]
    )


def _index(parts: Sequence[tuple[int, bytes]], count: int) -> bytes:
    """The frame before all others, by which players know the length, and where in the file each hundredth begins.

    As Xing's encoder wrote it first; it sounds as nothing where it is not known.
    """
    size = INDEX_BYTES + sum(len(audio) for _, audio in parts)
    known = b"Xing" + (7).to_bytes(4) + count.to_bytes(4) + size.to_bytes(4)
    filled = INDEX_HEADER + bytes(SIDE_BYTES) + known + bytes(_table(parts, count, size))
    return filled + bytes(INDEX_BYTES - len(filled))


def _table(parts: Sequence[tuple[int, bytes]], count: int, size: int) -> Iterator[int]:
    """For each hundredth of the time, how many 256ths of the file are before it."""
    frame_ends = list(accumulate(frame_total for frame_total, _ in parts))
    byte_ends = list(accumulate((len(audio) for _, audio in parts), initial=INDEX_BYTES))
    part = 0
    for entry in range(TABLE_ENTRIES):
        frame = entry * count // TABLE_ENTRIES
        while part + 1 < len(parts) and frame_ends[part] <= frame:
            part += 1
        frame_total, audio = parts[part]
        into = 1 - (frame_ends[part] - frame) / max(frame_total, 1)
        yield min(int((byte_ends[part] + into * len(audio)) * 256 / size), 255)
