"""Several shelves of spoken sentences as one."""

from collections.abc import Sequence

from routine_app.core.ports import Clip, VoiceShelf


class FirstShelf:
    """A `routine_app.core.ports.VoiceShelf` that asks these one after the other."""

    def __init__(self, shelves: Sequence[VoiceShelf]) -> None:
        self._shelves = tuple(shelves)

    def find(self, sentences: Sequence[str]) -> Clip | None:
        """What the first shelf has that has all of these."""
        found = (shelf.find(sentences) for shelf in self._shelves)
        return next((clip for clip in found if clip is not None), None)

    def prepare(self, sentences: Sequence[str]) -> None:
        """Have each shelf prepare these until one has them all.

        The next shelf gets all of them, and not only what is missing: a clip comes from one shelf, so that a
        sentence that is there is missing beside one that is not.
        """
        for shelf in self._shelves[:-1]:
            shelf.prepare(sentences)
            if all(shelf.find((sentence,)) for sentence in sentences):
                return
        for last in self._shelves[-1:]:
            last.prepare(sentences)
