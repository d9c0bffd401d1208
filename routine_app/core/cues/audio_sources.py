"""Where sounds and spoken sentences come from.

All audio has one form, so that joined byte by byte it is one stream: frames of MPEG-2, layer III, in one channel and
of one bit rate, and nothing before, between or after them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.cues.sounds import Sound

FRAME_SAMPLES = 576
SAMPLES_A_SECOND = 22_050
BITS_A_SECOND = 40_000

SOUND_DELAY_FRAMES = 2
"""A sound is heard so many frames after the beginning of its clip: it takes an encoder and a decoder that long."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound or a sentence as MP3 frames of the one form, and how long they last."""

    audio: bytes
    seconds: float


class SoundSource(Protocol):
    """The sounds of the app."""

    def find(self, sound: Sound) -> Clip | None:
        """The clip of a sound, or None if it is missing."""


class VoiceSource(Protocol):
    """Spoken sentences."""

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """A clip for each of these sentences, all in one voice; None if one of them is missing, or if there are none."""

    def prepare(self, sentences: Sequence[str]) -> None:
        """Get these sentences ready, which will be asked for soon; returns at once."""
