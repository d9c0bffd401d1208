"""The track of a session: from any moment, after any command, nothing over another and no beep missing."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.cues.arrangement import Placed, frame_at
from routine_app.core.cues.mp3 import FRAME_SECONDS, HEARD_AFTER_SECONDS, frames
from routine_app.core.cues.schedule import step_prompts
from routine_app.core.cues.sentences import FINISHED
from routine_app.core.cues.sounds import BEEPS, Sound
from routine_app.core.cues.soundtrack import PageNote, Shelf, Track, page_mp3, plan_track, session_track
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import Step, plan
from routine_app.core.session.engine import RunStatus, Session, SessionState
from routine_app.core.session.player_view import session_seconds_left
from tests.core.cues.sample_clips import BEEP_FRAMES, SampleSounds, SampleVoice
from tests.ui.session_plan import END_SECONDS, STEPS

SHELF = Shelf(SampleSounds(), SampleVoice())
COMMANDS = ("pause", "resume", "skip", "back", "add_ten_seconds")


def told(track: Track) -> list[tuple[float, str]]:
    """When each clip begins, to a tenth of a second."""
    return [(round(clip.frame * FRAME_SECONDS, 1), str(clip.what)) for clip in track.placed]


def after(*commands: tuple[str, float]) -> tuple[SessionState, float]:
    """A session after these commands at their seconds, and the last of these; time passes in between."""
    session, now = Session(STEPS), 0.0
    session.start(0.0)
    for command, at in commands:
        while now + 1 < at:
            now += 1
            session.advance(now)
        now = at
        getattr(session, command)(at)
    return session.state, now


def test_the_track_of_a_plan() -> None:
    """Its sounds on their seconds, the words between them, and "Done" after its end."""
    assert told(plan_track(STEPS, SHELF)) == [
        (0.0, "start"),
        (0.7, "Get ready."),
        (1.5, "Pigeon pose."),
        (2.4, "Left side."),
        *((float(at), "get-ready-beep") for at in (7, 8, 9)),
        (10.0, "gap-end"),
        (10.7, "Pigeon pose."),
        (11.5, "Left side."),
        (12.4, "Thirty seconds."),
        (13.2, "Sink the hips."),
        (25.0, "halfway"),
        (25.7, "Halfway."),
        (30.0, "Ten more."),
        *((float(at), "hold-beep") for at in (37, 38, 39)),
        (40.0, "hold-end"),
        (40.7, "Right side."),
        *((float(at), "switch-beep") for at in (42, 43, 44)),
        (45.0, "gap-end"),
        (45.7, "Pigeon pose."),
        (46.5, "Right side."),
        (47.4, "Thirty seconds."),
        (48.2, "Sink the hips."),
        (60.0, "halfway"),
        (60.7, "Halfway."),
        (65.0, "Ten more."),
        *((float(at), "hold-beep") for at in (72, 73, 74)),
        (75.0, "finish"),
        (75.7, FINISHED),
    ]


def test_it_begins_at_any_moment() -> None:
    """With what comes after it; what has begun before is not in it."""
    track = session_track(*after(("pause", 24.5), ("resume", 30.0)), SHELF)
    assert told(track)[:3] == [(0.5, "halfway"), (1.2, "Halfway."), (5.5, "Ten more.")]
    assert track.plan_seconds == pytest.approx(END_SECONDS - 24.5)


def test_a_command_at_a_steps_start_has_its_beginning() -> None:
    """As after Skip."""
    track = session_track(*after(("skip", 3.0)), SHELF)
    assert told(track)[:2] == [(0.0, "gap-end"), (0.7, "Pigeon pose.")]


def test_ten_seconds_more_put_off_the_beeps() -> None:
    """And all that follows."""
    track = session_track(*after(("add_ten_seconds", 35.0)), SHELF)
    assert told(track)[:4] == [
        (12.0, "hold-beep"),
        (13.0, "hold-beep"),
        (14.0, "hold-beep"),
        (15.0, "hold-end"),
    ]


def test_sounds_or_voice_alone() -> None:
    """Each as before; without both nothing is heard, and the length is the same."""
    sounds = plan_track(STEPS, Shelf(SampleSounds(), None))
    voice = plan_track(STEPS, Shelf(None, SampleVoice()))
    assert {clip.is_words for clip in sounds.placed} == {False}
    assert {clip.is_words for clip in voice.placed} == {True}
    assert (0.0, "Get ready.") in told(voice)
    silent = plan_track(STEPS, Shelf(None, None))
    assert silent.placed == ()
    assert silent.count == frame_at(END_SECONDS)


LACKING = SampleVoice(lacks=("Ten more.", "Pigeon pose."))


def test_words_without_a_clip_are_a_chime() -> None:
    """One for all that is missing on end, in its place; the sentences that are known are said."""
    track = plan_track(STEPS, Shelf(SampleSounds(), LACKING))
    heard = told(track)
    assert (30.0, "chime") in heard
    assert [what for at, what in heard if 10 <= at < 13] == [
        "gap-end",
        "chime",
        "Left side.",
        "Thirty seconds.",
    ]
    assert {words for say in track.unknown for words in say} >= {"Ten more.", "Pigeon pose."}


def test_what_something_else_speaks_is_left_to_it() -> None:
    """Whole, for no clip is spoken into."""
    heard = told(plan_track(STEPS, Shelf(SampleSounds(), LACKING, speaks_unknown=True)))
    assert (30.0, "chime") in heard
    assert not [what for at, what in heard if 10.5 < at < 25]


def test_what_is_being_said_goes_on() -> None:
    """From the sentence on that is under way, unless half of it was heard."""
    track = plan_track(STEPS, SHELF)
    assert [clip.what for clip in track.unsaid(11.7)] == ["Left side.", "Thirty seconds.", "Sink the hips."]
    assert [clip.what for clip in track.unsaid(12.2)] == ["Thirty seconds.", "Sink the hips."]
    assert track.unsaid(10.2)[0].what == "Pigeon pose."
    assert track.unsaid(20.0) == ()
    state, now = after(("add_ten_seconds", 11.7))
    again = session_track(state, now, SHELF, track.unsaid(11.7))
    assert told(again)[:4] == [
        (0.0, "Left side."),
        (0.8, "Thirty seconds."),
        (1.7, "Sink the hips."),
        (13.3, "halfway"),
    ]


def test_what_is_being_said_ends_before_the_next_sound() -> None:
    """As many sentences as fit."""
    track = plan_track(STEPS, SHELF)
    state, now = after(("pause", 24.0), ("resume", 25.0))
    again = session_track(state, now, SHELF, track.unsaid(11.7))
    assert told(again)[:2] == [(0.0, "Left side."), (1.0, "halfway")]


def test_where_it_is_quiet() -> None:
    """Between clips."""
    track = plan_track(STEPS, SHELF)
    assert track.is_quiet(20.0, 4.0)
    assert not track.is_quiet(20.0, 6.0)
    assert not track.is_quiet(13.5, 1.0)


def test_a_page_learns_what_it_plays() -> None:
    """Each step with its title at the moment at which it is heard, and the routine."""
    mp3 = page_mp3(plan_track(STEPS, SHELF), PageNote("1f", "Hips", "ambient"), 1.0)
    note = json.loads(mp3[mp3.index(b"{") : mp3.index(b"}") + 1])
    assert (note["name"], note["album"]) == ("1f", "Hips")
    assert note["plays"] is True
    assert note["audio_session"] == "ambient"
    heard = HEARD_AFTER_SECONDS
    assert note["chapters"][:3] == [
        [round(heard, 3), "Get ready: Pigeon pose, left side"],
        [round(10 + heard, 3), "Pigeon pose, left side"],
        [round(40 + heard, 3), "Switch sides: Pigeon pose, right side"],
    ]


LENGTHS = st.one_of(st.integers(1, 90).map(float), st.floats(0.5, 60))
CUES = st.lists(
    st.builds(
        Cue,
        st.sampled_from(("Breathe.", "Keep your back straight.", "One more word about it.")),
        st.one_of(st.none(), st.builds(CueTime, st.sampled_from((0.0, 0.5, 1.0)), st.floats(-9, 9))),
    ),
    max_size=4,
)


@st.composite
def routines(draw: st.DrawFn) -> Routine:
    """Any routine, of short steps and long ones."""
    stretches = []
    for name in draw(
        st.lists(st.sampled_from(("Pigeon pose", "Butterfly", "Quad pull")), min_size=1, max_size=3)
    ):
        sides = draw(st.sampled_from(((Side.BOTH,), (Side.LEFT, Side.RIGHT))))
        hold = draw(LENGTHS)
        stretches.append(
            Stretch(
                name,
                tuple(SideHold(side, hold) for side in sides),
                rest_seconds=draw(st.one_of(st.just(0.0), LENGTHS)),
                switch_seconds=draw(st.one_of(st.just(0.0), LENGTHS)),
                sets=draw(st.integers(1, 2)),
                cues=tuple(draw(CUES)),
            )
        )
    return Routine(
        "Any", tuple(stretches), get_ready_seconds=draw(st.floats(0, 20)), rounds=draw(st.integers(1, 2))
    )


def beeps_left(state: SessionState, now: float) -> list[float]:
    """The seconds from now at which a beep is due."""
    begin, due = -state.elapsed(now), []
    for index in range(state.step_index, len(state.steps)):
        added = state.added_seconds if index == state.step_index else 0.0
        prompts = step_prompts(state.steps, index, added)
        due += [
            begin + p.at_seconds for p in prompts if p.sound in BEEPS.values() and begin + p.at_seconds > 0
        ]
        begin += state.steps[index].seconds + added
    return due


def wrong_with(track: Track, state: SessionState, now: float) -> list[str]:
    """What does not hold of a track."""
    beeps = [clip for clip in track.placed if clip.what in BEEPS.values()]
    due = [frame_at(at) for at in beeps_left(state, now)]
    faults = [f"{a} runs into {b}" for a, b in pairwise(track.placed) if a.end > b.frame]
    faults += [f"beeps {[b.frame for b in beeps]}, not {due}"] if [b.frame for b in beeps] != due else []
    faults += [f"a cut beep {b}" for b in beeps if b.end - b.frame != BEEP_FRAMES]
    if abs(track.plan_seconds - session_seconds_left(state, now)) > 1e-6:
        faults.append(f"the plan's rest is {session_seconds_left(state, now)}, not {track.plan_seconds}")
    ends = [*(clip.end for clip in track.placed[-1:]), frame_at(track.plan_seconds)]
    faults += [f"it is {track.count} frames long, not {max(ends)}"] if track.count != max(ends) else []
    return faults


def _after_commands(steps: tuple[Step, ...], commands: list[tuple[str, float]]) -> tuple[SessionState, float]:
    session, now = Session(steps), 0.0
    session.start(now)
    for command, seconds in commands:
        until = now + seconds
        while now < until and session.state.status is not RunStatus.ENDED:
            now = min(now + 4.0, until)
            session.advance(now)
        getattr(session, command)(now)
    session.resume(now)
    return session.state, now


@given(
    routines(),
    st.lists(st.tuples(st.sampled_from(COMMANDS), st.floats(0, 70)), max_size=6),
    st.integers(4, 40),
)
def test_any_routine_at_any_moment(
    routine: Routine, commands: list[tuple[str, float]], frames_a_word: int
) -> None:
    """Nothing overlaps, each beep is there and whole, and the length is the plan's rest with its last words."""
    state, now = _after_commands(plan(routine), commands)
    if state.status is RunStatus.ENDED:
        return
    track = session_track(state, now, Shelf(SampleSounds(), SampleVoice(frames_a_word)))
    assert wrong_with(track, state, now) == []
    assert sum(1 for _ in frames(track.mp3(1.0))) == track.count + 1
    finishes = [clip for clip in track.placed if clip.what is Sound.FINISH]
    assert [clip.frame for clip in finishes] == [frame_at(track.plan_seconds)]


@given(st.floats(0, 74.9), st.floats(0, 74.9))
def test_what_goes_on_overlaps_nothing_either(said_at: float, at: float) -> None:
    """Whatever was being said, at whatever moment."""
    state = SessionState(STEPS, (None, None), RunStatus.RUNNING)
    session = Session(STEPS)
    session.start(0.0)
    for second in range(int(at)):
        session.advance(float(second))
    session.advance(at)
    under_way: tuple[Placed, ...] = plan_track(STEPS, SHELF).unsaid(said_at)
    state = session.state
    track = session_track(state, at, SHELF, under_way)
    assert wrong_with(track, state, at) == []
