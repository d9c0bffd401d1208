"""A routine as a file of sound, to take along: for a watch, a loudspeaker, a run in the park."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from routine_app.core.cues import id3
from routine_app.core.cues.mp3 import FRAME_SECONDS
from routine_app.core.cues.sentences import Sentences
from routine_app.core.cues.soundtrack import Shelf, Track, plan_track
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import Step, plan

ARTIST = "Routine App"


@dataclass(frozen=True, slots=True)
class Recording:
    """An MP3 of so many seconds; `missing` are the sentences in whose place a chime is."""

    mp3: bytes
    seconds: float
    missing: Sentences


def record(routine: Routine, length: Length, shelf: Shelf, icon_png: bytes | None) -> Recording:
    """The routine from getting ready to its last word, with its name, the icon, and a chapter for each stretch."""
    track = plan_track(plan(with_length(routine, length)), shelf)
    seconds = track.count * FRAME_SECONDS
    title = routine.title if length is Length.NORMAL else f"{routine.title}, {length.value}"
    frames = [id3.text("TIT2", title), id3.text("TALB", routine.title), id3.text("TPE1", ARTIST)]
    frames.append(id3.text("TLEN", str(round(seconds * 1000))))
    frames += [id3.cover(icon_png)] if icon_png else []
    frames.append(id3.chapters(list(_chapters(track, seconds))))
    said = (sentence for words in sorted(track.unknown) for sentence in words)
    missing = tuple(dict.fromkeys(one for one in said if not shelf.is_known((one,))))
    return Recording(id3.tag(*frames) + track.mp3(1.0), seconds, missing)


def recording_name(routine_name: str, length: Length) -> str:
    """The name of the file of a recording: "hips.mp3", "hips-short.mp3"."""
    return f"{routine_name}.mp3" if length is Length.NORMAL else f"{routine_name}-{length.value}.mp3"


def chime_words(missing: Sentences, most_named: int | None = None) -> str:
    """What is said of sentences that a recording lacks, so many of them by name; nothing if it lacks none."""
    if not missing:
        return ""
    named = [f'"{one.removesuffix(".")}"' for one in missing[:most_named]]
    if len(named) < len(missing):
        named.append(f"{len(missing) - len(named)} more")
    listed = " and ".join(filter(None, (", ".join(named[:-1]), named[-1])))
    return f"No voice here says {listed}: a chime stands in {'its' if len(missing) == 1 else 'their'} place."


def _chapters(track: Track, seconds: float) -> Iterator[id3.Chapter]:
    """One for each stretch of each round, from the gap before it on."""
    runs = groupby(track.heard_steps, key=lambda heard: _stretch_of(heard[1]))
    begins = [(next(run)[0], name) for (_, name), run in runs]
    ends = [*(begin for begin, _ in begins[1:]), seconds]
    for (begin, name), end in zip(begins, ends, strict=True):
        yield id3.Chapter(begin, end, name)


def _stretch_of(step: Step) -> tuple[int, str]:
    return step.round_number, step.stretch.name
