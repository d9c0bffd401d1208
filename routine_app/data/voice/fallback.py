"""Several sources of spoken sentences as one."""

from collections import OrderedDict
from collections.abc import Sequence

from routine_app.core.cues.audio_sources import Clip, VoiceSource

ANSWERS_KEPT = 200
"""More than a session asks for; at 20 KB an answer, 4 MB."""


class FallbackVoice:
    """A `routine_app.core.cues.audio_sources.VoiceSource` that asks several others in their order."""

    def __init__(self, sources: Sequence[VoiceSource]) -> None:
        self._sources = tuple(sources)
        self._found: OrderedDict[tuple[str, ...], tuple[Clip, ...]] = OrderedDict()

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """The clips of the first source that has all of these; what was found is kept for the next time."""
        key = tuple(sentences)
        if key not in self._found:
            found = (source.find(sentences) for source in self._sources)
            clips = next((clips for clips in found if clips is not None), None)
            if clips is None:
                return None
            self._found[key] = clips
            if len(self._found) > ANSWERS_KEPT:
                self._found.popitem(last=False)
        return self._found[key]

    def prepare(self, sentences: Sequence[str]) -> None:
        """Have one source after the other prepare these sentences until one has them all.

        The next source prepares all of them, and not only those that are missing: what is said at once comes from one
        source, so that a sentence that is there is of no use beside one that is not.
        """
        for source in self._sources[:-1]:
            source.prepare(sentences)
            if all(source.find((sentence,)) for sentence in sentences):
                return
        for last in self._sources[-1:]:
            last.prepare(sentences)
