"""Where sounds and spoken sentences come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.cues.sounds import Sound


class SoundSource(Protocol):
    """The sounds of the app."""

    def find(self, sound: Sound) -> bytes | None:
        """The sound as an audio file, or None if it is missing."""


FRAME_SAMPLES = 576
SAMPLES_A_SECOND = 22_050
BITS_A_SECOND = 40_000


@dataclass(frozen=True, slots=True)
class Clip:
    """A piece of audio as MP3 frames, and how long they last."""

    audio: bytes
    seconds: float


class VoiceSource(Protocol):
    """Spoken sentences."""

    def find(self, sentences: Sequence[str]) -> Clip | None:
        """One clip of these sentences, one after the other in one voice; None if one of them is missing."""

    def prepare(self, sentences: Sequence[str]) -> None:
        """Get these sentences ready, which will be asked for soon; returns at once."""
