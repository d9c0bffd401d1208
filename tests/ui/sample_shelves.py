"""Sounds and spoken sentences whose frames have their own words in them, as `stand_in_audio.heard` reads them."""

from collections.abc import Collection, Sequence

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.mp3 import FRAME_SECONDS, frame_count
from routine_app.core.cues.sounds import Sound
from tests.core.cues.sample_clips import SampleSounds

FRAME_HEADER = bytes.fromhex("fff350c4 000000032000000000")
"""With a gain of 200."""

FRAME_BYTES = 130
SENTENCE_FRAMES = 40


def named_clip(words: str, frames: int) -> Clip:
    """A clip each of whose frames has its words."""
    frame = (FRAME_HEADER + b"\1" + words.encode()).ljust(FRAME_BYTES, b"\0")
    return Clip(frame * frames, frames * FRAME_SECONDS)


class NamedSounds:
    """A shelf on which each sound has its name."""

    def find(self, sound: Sound) -> Clip:
        """Give its name."""
        return named_clip(sound.value, frame_count(SampleSounds().find(sound)))


class NamedClips:
    """A shelf on which sentences have their own words, about a second each, but for some that it lacks."""

    def __init__(self, lacks: Collection[str]) -> None:
        self.lacks = lacks
        self.prepared: list[str] = []

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """Give the words, if it has them all."""
        if not sentences or any(sentence in self.lacks for sentence in sentences):
            return None
        return tuple(named_clip(sentence, SENTENCE_FRAMES) for sentence in sentences)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Remember what was asked for."""
        self.prepared.extend(sentences)
