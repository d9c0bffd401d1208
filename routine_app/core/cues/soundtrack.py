"""The sound of a session as one track, from any moment of its plan to the end."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from routine_app.core.cues.arrangement import Form, Moment, Placed, arranged, frame_at
from routine_app.core.cues.audio_sources import Clip, SoundSource, VoiceSource
from routine_app.core.cues.id3 import page_note, tag
from routine_app.core.cues.mp3 import HEARD_AFTER_SECONDS, frame_count, joined
from routine_app.core.cues.schedule import Prompt, finish_prompt, step_prompts
from routine_app.core.cues.sentences import Sentences
from routine_app.core.cues.sounds import Sound
from routine_app.core.routine.plan import Step
from routine_app.core.routine.wording import step_title
from routine_app.core.session.engine import SessionState

MOST_LAST_FRAMES = frame_at(60.0)
"""What is said when the plan is over ends before that."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a track is made of; None for what is turned off.

    Where `speaks_unknown`, something else says a prompt's words if a clip of one is missing: then none of them are in
    the track, but for a chime where the prompt has no sound of its own.
    """

    sounds: SoundSource | None
    voice: VoiceSource | None
    speaks_unknown: bool = False

    def moment(self, prompt: Prompt, at_seconds: float) -> Moment:
        """What is heard of a prompt, at that moment of a track."""
        audio = self.sounds.find(prompt.sound) if self.sounds and prompt.sound else None
        sound = (prompt.sound, audio) if prompt.sound and audio else None
        return Moment(at_seconds, sound, tuple(self._forms(prompt)))

    def is_known(self, sentences: Sentences) -> bool:
        """Whether clips say all of these."""
        return self.voice is not None and self.voice.find(sentences) is not None

    def lacks(self, sentences: Sentences) -> bool:
        """Whether these are to be said, and a clip is missing."""
        return self.voice is not None and bool(sentences) and not self.is_known(sentences)

    def _forms(self, prompt: Prompt) -> Iterator[Form]:
        """The forms of its words that are in the track, the longest first."""
        forms = [self._form(sentences) for sentences in (prompt.say, *prompt.shorter)]
        if self.speaks_unknown and self.lacks(prompt.say):
            forms = [] if prompt.sound else [self._chime]
        yield from dict.fromkeys(form for form in forms if form)

    def _form(self, sentences: Sentences) -> Form:
        """The sentences, with one chime for those of which there is no clip."""
        if self.voice is None or not sentences:
            return ()
        clips = self.voice.find(sentences)
        if clips is not None:
            return tuple(zip(sentences, clips, strict=True))
        form: list[tuple[Sound | str, Clip]] = []
        for sentence in sentences:
            clip = self.voice.find((sentence,))
            if clip is not None:
                form.append((sentence, clip[0]))
            elif not form or form[-1][0] is not Sound.CHIME:
                form += self._chime
        return tuple(form)

    @property
    def _chime(self) -> Form:
        audio = self.sounds.find(Sound.CHIME) if self.sounds else None
        return ((Sound.CHIME, audio),) if audio else ()


@dataclass(frozen=True, slots=True)
class Track:
    """The clips of a track at their frames, in order, none over another; and the steps that it leads through.

    `count` is how many frames it has, `plan_seconds` how long the plan goes on from its beginning. `unknown` has the
    words of each prompt of which a clip is missing.
    """

    placed: tuple[Placed, ...]
    count: int
    plan_seconds: float
    step_seconds: tuple[tuple[float, Step], ...]
    unknown: frozenset[Sentences] = frozenset()

    @property
    def heard_steps(self) -> Iterator[tuple[float, Step]]:
        """Each step, after the seconds of the file at which its beginning is heard."""
        return ((round(seconds + HEARD_AFTER_SECONDS, 3), step) for seconds, step in self.step_seconds)

    def mp3(self, volume: float) -> bytes:
        """The track as frames of an MP3, so loud, with 1 for as its clips are."""
        return joined([(clip.frame, clip.clip) for clip in self.placed], self.count, volume)

    def is_quiet(self, at_seconds: float, seconds: float) -> bool:
        """Whether nothing is heard from that moment of the plan on, for so long."""
        begin, end = frame_at(at_seconds), frame_at(at_seconds + seconds)
        return not any(clip.frame < end and clip.end > begin for clip in self.placed)

    def unsaid(self, at_seconds: float) -> tuple[Placed, ...]:
        """The sentences that are not over at that moment of the plan, of those that are being said one after the other.

        Also those that are due, and wait for a sound to end. One of which half was heard is not among them.
        """
        now = frame_at(at_seconds)
        after = [clip for clip in self.placed if clip.is_words and (clip.frame + clip.end) / 2 > now]
        if not after or min(after[0].frame, after[0].due) > now:
            return ()
        breaks = (i for i in range(1, len(after)) if after[i].frame != after[i - 1].end)
        return tuple(after[: next(breaks, len(after))])


@dataclass(frozen=True, slots=True)
class Heard:
    """What a track tells of itself.

    `until` is the moment of the session's clock up to which it was heard, None where nobody can tell; `ahead_seconds`
    is by how much the session is ahead of it, and has to be put back.
    """

    until: float | None
    ahead_seconds: float = 0.0


def session_track(state: SessionState, now: float, shelf: Shelf, under_way: Sequence[Placed] = ()) -> Track:
    """The track of what is left of a session, from `now` on; sentences that are `under_way` are said first.

    A prompt whose moment has come is not in it, but for those with which the step at hand begins just now.
    """
    elapsed = state.elapsed(now)
    rest = [(-elapsed, state.step, step_prompts(state.steps, state.step_index, state.added_seconds))]
    begin = state.remaining(now)
    for index in range(state.step_index + 1, len(state.steps)):
        rest.append((begin, state.steps[index], step_prompts(state.steps, index)))
        begin += state.steps[index].seconds
    return _track(rest, begin, finish_prompt(state.steps), shelf, under_way)


@dataclass(frozen=True, slots=True)
class PageNote:
    """What a page makes of a track: `album` is the routine's title, and `name` is no other track's.

    `audio_session` is "playback", which pauses what other apps play, or "ambient", which mixes with it.
    """

    name: str
    album: str
    audio_session: str


def page_mp3(track: Track, note: PageNote, volume: float) -> bytes:
    """The track as an MP3 for a page, which begins it once, and tells the system what is heard."""
    chapters = [(seconds, step_title(step)) for seconds, step in track.heard_steps]
    return tag(page_note({**asdict(note), "plays": True, "chapters": chapters})) + track.mp3(volume)


def plan_track(steps: tuple[Step, ...], shelf: Shelf) -> Track:
    """The track of a whole plan."""
    return session_track(SessionState(steps, ()), 0.0, shelf)


_Begun = tuple[float, Step, Sequence[Prompt]]


def _track(
    rest: Sequence[_Begun], plan_seconds: float, finish: Prompt, shelf: Shelf, under_way: Sequence[Placed]
) -> Track:
    ends = [*(begin for begin, _, _ in rest[1:]), plan_seconds]
    placed: list[Placed] = []
    unknown: set[Sentences] = set()
    for (begin, _, prompts), end in zip(rest, ends, strict=True):
        coming = [p for p in prompts if begin + p.at_seconds > 0 or begin == p.at_seconds == 0]
        unknown |= {prompt.say for prompt in coming if shelf.lacks(prompt.say)}
        moments = [shelf.moment(prompt, begin + prompt.at_seconds) for prompt in coming]
        first = _going_on(under_way, moments, frame_at(end)) if not placed and begin <= 0 else []
        placed += first + arranged(frame_at(max(begin, 0)), frame_at(end), moments, _end_of(first))
    last = frame_at(plan_seconds)
    placed += arranged(last, last + MOST_LAST_FRAMES, [shelf.moment(finish, plan_seconds)])
    if shelf.lacks(finish.say):
        unknown.add(finish.say)
    begins = tuple((max(begin, 0.0), step) for begin, step, _ in rest)
    return Track(tuple(placed), max(_end_of(placed), last), plan_seconds, begins, frozenset(unknown))


def _going_on(under_way: Sequence[Placed], moments: Sequence[Moment], end: int) -> list[Placed]:
    """The sentences that are being said, from the first frame on, as many as fit before the next sound."""
    limit = next((frame_at(moment.at_seconds) for moment in moments if moment.sound), end)
    going_on: list[Placed] = []
    for clip in under_way:
        begin = _end_of(going_on)
        if begin + frame_count(clip.clip) > limit:
            break
        going_on.append(Placed(begin, clip.clip, clip.what, begin))
    return going_on


def _end_of(placed: Sequence[Placed]) -> int:
    return placed[-1].end if placed else 0
