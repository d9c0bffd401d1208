"""MP3 frames joined: lengths, silence, the frame that tells the length, and how loud it is."""

from math import log10

import pytest

from routine_app.core.cues.mp3 import (
    FRAME_SECONDS,
    INDEX_BYTES,
    SILENCE,
    at_volume,
    cut,
    frame_count,
    frames,
    joined,
)
from tests.core.cues.sample_clips import FRAME, clip_of


def gain_of(frame: bytes) -> int:
    """The global gain that a frame's side information has: 8 bits after 30."""
    side = int.from_bytes(frame[4:13])
    return side >> (72 - 38) & 255


def with_gain(gain: int) -> bytes:
    """A frame of that gain, whose other bits are set around it."""
    side = (1 << 72) - 1 & ~(255 << 34) | gain << 34
    return FRAME[:4] + side.to_bytes(9) + FRAME[13:]


def test_a_file_is_as_many_frames_as_were_asked_for() -> None:
    """One more stands before them, and tells how many."""
    mp3 = joined([(3, clip_of(2)), (7, clip_of(1))], 10)
    index, *others = frames(mp3)
    assert others == [*[SILENCE] * 3, FRAME, FRAME, *[SILENCE] * 2, FRAME, *[SILENCE] * 2]
    assert index[13:21] == b"Xing" + (7).to_bytes(4)
    assert int.from_bytes(index[21:25]) == 10
    assert int.from_bytes(index[25:29]) == len(mp3)


def test_the_table_leads_to_each_hundredth() -> None:
    """Into the byte at which it begins, within a 256th of the file."""
    mp3 = joined([(100, clip_of(50)), (400, clip_of(100))], 1000)
    ends = [0]
    for frame in frames(mp3):
        ends.append(ends[-1] + len(frame))
    begins = ends[1:]
    table = next(frames(mp3))[29:129]
    wrong = [e for e in range(100) if not -1 <= table[e] - begins[e * 1000 // 100] * 256 / len(mp3) <= 1]
    assert wrong == []


def test_an_empty_file_is_silence() -> None:
    """And has its frames."""
    assert len(joined([], 5)) == INDEX_BYTES + 5 * len(SILENCE)


def test_frames_are_of_their_bit_rate_and_padding() -> None:
    """Whatever stands beside them."""
    padded = bytes.fromhex("fff352c4") + bytes(127)
    assert list(frames(FRAME + padded + SILENCE)) == [FRAME, padded, SILENCE]


def test_a_clip_is_cut_between_frames() -> None:
    """To as many as were asked for, or all that it has."""
    assert cut(clip_of(5), 2) == clip_of(2)
    assert cut(clip_of(5), 9) == clip_of(5)
    assert frame_count(clip_of(5)) == 5
    assert pytest.approx(576 / 22_050) == FRAME_SECONDS


@pytest.mark.parametrize(
    ("percent", "gain"), [(100, 200), (80, 199), (50, 196), (25, 192), (10, 187), (0, 0)]
)
def test_the_volume_is_in_each_frame(percent: int, gain: int) -> None:
    """In steps of a quarter of a doubling, rounded; nothing else in the frame changes."""
    quieter = at_volume(with_gain(200) * 2, percent / 100)
    assert list(frames(quieter)) == [with_gain(gain)] * 2
    if percent:
        assert abs(20 * log10(percent / 100) - (gain - 200) * 1.505) < 0.76


def test_a_quiet_frame_cannot_be_below_nothing() -> None:
    """Its gain stays within its bits."""
    assert gain_of(at_volume(with_gain(3), 0.1)) == 0
