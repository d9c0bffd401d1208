"""Where in a track the sounds and words of a step go: each sound on its moment, the words between them.

Frames cannot be mixed, so that nothing may run into another. A sound is never moved; one that another follows too soon
is cut where that begins. For words these are tried in turn, and the first that fits is taken:

1. whole, on their moment, or up to 3 s later where other words or a sound are in the way;
2. whole, up to 3 s earlier, but not before their step;
3. each of their shorter forms (`Prompt.shorter`), later or earlier likewise.

What fits in no form is left out. Words may not put off the next words by more than these 3 s.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.mp3 import FRAME_SECONDS, cut, frame_count
from routine_app.core.cues.sounds import Sound

LATE_FRAMES = round(3.0 / FRAME_SECONDS)
"""What to do is still true so much later; and earlier it is not yet forgotten."""

Form = tuple[tuple[Sound | str, Clip], ...]
"""Sentences, each with its clip; or the chime in their place."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is heard from one moment of a track on, in seconds: a sound, and the forms of its words, the longest first."""

    at_seconds: float
    sound: tuple[Sound, Clip] | None = None
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A clip at its frame of a track: a sound, or one sentence.

    `due` is the frame at which it would have begun if nothing had been in the way.
    """

    frame: int
    clip: Clip
    what: Sound | str
    due: int = 0

    @property
    def end(self) -> int:
        """The frame after its last one."""
        return self.frame + frame_count(self.clip)

    @property
    def is_words(self) -> bool:
        """Whether it is a sentence."""
        return not isinstance(self.what, Sound)


def frame_at(seconds: float) -> int:
    """The frame nearest to a moment."""
    return round(seconds / FRAME_SECONDS)


def arranged(begin: int, end: int, moments: Sequence[Moment], words_from: int = 0) -> list[Placed]:
    """The clips of one step, in order: `moments` are its own, in order, and `begin` and `end` its frames.

    Before the frame `words_from` others are still speaking.
    """
    sounds = list(_cut_sounds(end, moments))
    free = list(_between(max(begin, words_from), end, sounds))
    talking = [moment for moment in moments if moment.forms]
    placed = list(sounds)
    for moment, after in zip_longest(talking, talking[1:]):
        words = _words(moment, free, _latest_end(after, end))
        placed += words
        free = list(_rest_of(free, words))
    return sorted(placed, key=lambda clip: clip.frame)


def _cut_sounds(end: int, moments: Sequence[Moment]) -> Iterator[Placed]:
    sounding = [(frame_at(m.at_seconds), *m.sound) for m in moments if m.sound]
    starts = [frame for frame, _, _ in sounding]
    for (frame, sound, clip), after in zip(sounding, [*starts, end][1:], strict=False):
        whole = frame_count(clip)
        if after > frame:
            yield Placed(frame, clip if after - frame >= whole else cut(clip, after - frame), sound, frame)


def _between(begin: int, end: int, sounds: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """The frames from one sound to the next."""
    starts = [begin, *(sound.end for sound in sounds)]
    return (
        (max(a, begin), b) for a, b in zip(starts, [*(s.frame for s in sounds), end], strict=True) if a < b
    )


def _rest_of(free: Sequence[tuple[int, int]], words: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    """What is free after these words: none go before those that are due earlier."""
    done = words[-1].end if words else 0
    return ((max(begin, done), end) for begin, end in free if end > done)


def _latest_end(after: Moment | None, end: int) -> int:
    return end if after is None else min(end, frame_at(after.at_seconds) + LATE_FRAMES)


def _words(moment: Moment, free: Sequence[tuple[int, int]], latest_end: int) -> list[Placed]:
    due = ceil(moment.at_seconds / FRAME_SECONDS)
    for form in moment.forms:
        length = sum(frame_count(clip) for _, clip in form)
        start = _start(due, length, [(a, min(b, latest_end)) for a, b in free])
        if start is not None:
            return list(_one_by_one(start, form, due))
    return []


def _start(due: int, length: int, free: Sequence[tuple[int, int]]) -> int | None:
    """The first frame of words that fit: the nearest after they are due, else the nearest before."""
    later = (max(begin, due) for begin, end in free if max(begin, due) + length <= end)
    start = next(later, None)
    if start is not None and start <= due + LATE_FRAMES:
        return start
    earlier = [min(end - length, due) for begin, end in free if begin <= min(end - length, due)]
    return earlier[-1] if earlier and earlier[-1] >= due - LATE_FRAMES else None


def _one_by_one(start: int, form: Form, due: int) -> Iterator[Placed]:
    for what, clip in form:
        yield Placed(start, clip, what, due)
        start += frame_count(clip)
