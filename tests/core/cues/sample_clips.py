"""Clips of known lengths: a second of speech for each word, and sounds as long as the real ones."""

from collections.abc import Collection, Sequence

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.mp3 import FRAME_SECONDS
from routine_app.core.cues.sounds import BEEPS, Sound

FRAME = bytes.fromhex("fff350c4") + bytes(126)
"""A frame of 40 kbit/s in which nothing is heard."""

BEEP_FRAMES = 12
SOUND_FRAMES = 26


def clip_of(frames: int) -> Clip:
    """A clip of so many frames."""
    return Clip(FRAME * frames, frames * FRAME_SECONDS)


class SampleSounds:
    """A `SoundSource` that has every sound: beeps of 12 frames, others of 26."""

    def find(self, sound: Sound) -> Clip:
        """Its clip."""
        return clip_of(BEEP_FRAMES if sound in BEEPS.values() else SOUND_FRAMES)


class SampleVoice:
    """A `VoiceSource` that takes so many frames for a word, and lacks some sentences."""

    def __init__(self, frames_a_word: int = 16, lacks: Collection[str] = ()) -> None:
        self._frames_a_word = frames_a_word
        self.lacks = lacks

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """A clip for each sentence."""
        if not sentences or any(sentence in self.lacks for sentence in sentences):
            return None
        return tuple(clip_of(self._frames_a_word * len(sentence.split())) for sentence in sentences)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Do nothing."""
