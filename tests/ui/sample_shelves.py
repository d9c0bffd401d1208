"""Sounds and spoken sentences that are only their own names, each lasting as long as a test wants."""

from collections.abc import Collection, Sequence

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.sounds import Sound


class NamedSounds:
    """A shelf on which each sound is its name, and lasts a second."""

    def find(self, sound: Sound) -> Clip:
        """Give its name."""
        return Clip(sound.value.encode(), 1.0)


class NamedClips:
    """A shelf on which sentences are their own words, two seconds each, but for some that it lacks."""

    def __init__(self, lacks: Collection[str]) -> None:
        self.lacks = lacks
        self.prepared: list[str] = []

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """Give the words of each, if it has them all."""
        if not sentences or any(sentence in self.lacks for sentence in sentences):
            return None
        return tuple(Clip(sentence.encode(), 2.0) for sentence in sentences)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Remember what was asked for."""
        self.prepared.extend(sentences)
