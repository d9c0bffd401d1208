"""What is a clip, and what is not."""

import pytest

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.clip_form import clip_of

FRAME = b"\xff\xf3\x50\xc4" + bytes(126)
PADDED = b"\xff\xf3\x52\xc4" + bytes(127)


def test_frames_are_a_clip() -> None:
    """As long as they are many, whether they have a byte more or not."""
    audio = FRAME + PADDED + FRAME
    assert clip_of(audio) == Clip(audio, 3 * 576 / 22_050)


@pytest.mark.parametrize(
    "audio",
    [
        b"",
        FRAME[:3],
        FRAME + FRAME[:-1],
        FRAME + FRAME[:2],
        FRAME + b"\0",
        FRAME + PADDED[:-1],
        b"TAG" + FRAME,
        FRAME + b"TAG" + FRAME,
        b"\xff\xf3\x60\xc4" + FRAME[4:],
        b"\xff\xf3\x54\xc4" + FRAME[4:],
        b"\xff\xfb\x50\xc4" + FRAME[4:],
        b"\xff\xf3\x50\x04" + FRAME[4:],
    ],
    ids=[
        "nothing",
        "part of a header",
        "cut off",
        "a header cut off",
        "a byte after",
        "padding that is not there",
        "a tag before",
        "a tag between",
        "48 kbit/s",
        "24 kHz",
        "MPEG-1",
        "stereo",
    ],
)
def test_what_could_not_be_joined_is_no_clip(audio: bytes) -> None:
    """Nothing, less or more than whole frames, or frames of another form."""
    assert clip_of(audio) is None
