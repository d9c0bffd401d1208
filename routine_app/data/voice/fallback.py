"""Several sources of spoken sentences as one."""

from collections import OrderedDict
from collections.abc import Sequence

from routine_app.core.cues.audio_sources import Clip, VoiceSource

CLIPS_KEPT = 200
"""More than a session says; at 20 KB a clip, 4 MB."""


class FallbackVoice:
    """A `routine_app.core.cues.audio_sources.VoiceSource` that asks several others in their order."""

    def __init__(self, sources: Sequence[VoiceSource]) -> None:
        self._sources = tuple(sources)
        self._found: OrderedDict[tuple[str, ...], Clip] = OrderedDict()

    def find(self, sentences: Sequence[str]) -> Clip | None:
        """The clip of the first source that has all of these; a clip that was found is kept for the next time."""
        key = tuple(sentences)
        if key not in self._found:
            found = (source.find(sentences) for source in self._sources)
            clip = next((clip for clip in found if clip is not None), None)
            if clip is None:
                return None
            self._found[key] = clip
            if len(self._found) > CLIPS_KEPT:
                self._found.popitem(last=False)
        return self._found[key]

    def prepare(self, sentences: Sequence[str]) -> None:
        """Have one source after the other prepare these sentences until one has them all.

        The next source prepares all of them, and not only those that are missing: a clip comes from one source, so
        that a sentence that is there is of no use beside one that is not.
        """
        for source in self._sources[:-1]:
            source.prepare(sentences)
            if all(source.find((sentence,)) for sentence in sentences):
                return
        for last in self._sources[-1:]:
            last.prepare(sentences)
