"""Each prompt once, at its moment, whatever is done to the session."""

import math
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.cues import prompter
from routine_app.core.cues.prompter import SOUND_LATE_SECONDS, Prompter
from routine_app.core.cues.schedule import Prompt, step_prompts
from routine_app.core.cues.sounds import BEEPS, Sound
from routine_app.core.routine.model import Cue, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import Step, plan
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Events
from tests.ui.session_plan import STEPS

COMMANDS = ("pause", "resume", "skip", "back", "add_ten_seconds", "redo_step", "count_sleep")


@dataclass
class Led:
    """A session that is told the time, and what was prompted when."""

    session: Session = field(default_factory=lambda: Session(STEPS))
    prompter: Prompter = field(default_factory=Prompter)
    heard: list[tuple[float, Prompt]] = field(default_factory=list)

    def do(self, command: str, now: float) -> None:
        """Give a command, and keep what was prompted."""
        events: Events = getattr(self.session, command)(now)
        prompt = self.prompter.due(events, self.session.state, now)
        if prompt is not None:
            self.heard.append((now, prompt))

    def run(self, start: float, end: float, step: float = 0.25) -> None:
        """Let the time pass."""
        for index in range(1, round((end - start) / step) + 1):
            self.do("advance", start + index * step)

    def sounds(self) -> list[tuple[float, Sound]]:
        """The sounds and their moments."""
        return [(now, prompt.sound) for now, prompt in self.heard if prompt.sound]

    def words(self) -> list[tuple[float, str]]:
        """The words and their moments."""
        return [(now, " ".join(prompt.say)) for now, prompt in self.heard if prompt.say]


def begun() -> Led:
    """A session at its start."""
    led = Led()
    led.do("start", 0.0)
    return led


def test_the_prompts_of_a_step_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though they are asked for with each second: only another step, or one that got longer, has others."""
    made: list[tuple[int, float]] = []

    def counted(steps: tuple[Step, ...], index: int, added_seconds: float) -> tuple[Prompt, ...]:
        made.append((index, added_seconds))
        return step_prompts(steps, index, added_seconds)

    monkeypatch.setattr(prompter, "step_prompts", counted)
    led = begun()
    led.run(0.0, 4.0)
    led.do("add_ten_seconds", 4.0)
    led.run(4.0, 20.0)
    led.prompter.seconds_to_next(led.session.state, 20.0)
    assert made == [(0, 0.0), (0, 10.0), (1, 0.0)]


def test_a_whole_session() -> None:
    """All of it, each on its second, with the finish last."""
    led = begun()
    led.run(0.0, 80.0)
    assert led.sounds() == [
        (0, Sound.START),
        *((at, Sound.GET_READY_BEEP) for at in (7, 8, 9)),
        (10, Sound.GAP_END),
        (25, Sound.HALFWAY),
        *((at, Sound.HOLD_BEEP) for at in (37, 38, 39)),
        (40, Sound.HOLD_END),
        *((at, Sound.SWITCH_BEEP) for at in (42, 43, 44)),
        (45, Sound.GAP_END),
        (60, Sound.HALFWAY),
        *((at, Sound.HOLD_BEEP) for at in (72, 73, 74)),
        (75, Sound.FINISH),
    ]
    assert [at for at, _ in led.words()] == [0, 10, 25, 30, 40, 45, 60, 65, 75]


def test_the_next_moment_is_known_ahead() -> None:
    """The seconds until it, and none where nothing more comes in the step."""
    led = begun()
    assert led.prompter.seconds_to_next(led.session.state, 0.0) == 7
    led.run(0.0, 74.5)
    assert led.prompter.seconds_to_next(led.session.state, 74.5) == float("inf")


def test_a_pause_on_a_beep_neither_skips_nor_doubles_it() -> None:
    """Paused in the very moment: the beep comes when the time runs on, once."""
    led = begun()
    led.run(0.0, 36.75)
    led.do("pause", 37.0)
    led.run(37.0, 40.0)
    assert led.sounds()[-1] == (25, Sound.HALFWAY)
    led.do("resume", 50.0)
    led.run(50.0, 53.0)
    assert led.sounds()[-4:] == [
        (50.0, Sound.HOLD_BEEP),
        (51.0, Sound.HOLD_BEEP),
        (52.0, Sound.HOLD_BEEP),
        (53.0, Sound.HOLD_END),
    ]


def test_a_pause_after_a_beep_does_not_repeat_it() -> None:
    """What was heard was heard."""
    led = begun()
    led.run(0.0, 37.0)
    led.do("pause", 37.25)
    led.do("resume", 60.0)
    led.run(60.0, 60.5)
    assert led.sounds()[-1] == (37, Sound.HOLD_BEEP)


def test_ten_seconds_more_count_down_again() -> None:
    """The beeps come before the end as it is now."""
    led = begun()
    led.run(0.0, 38.25)
    led.do("add_ten_seconds", 38.5)
    led.run(38.5, 50.0)
    assert [at for at, sound in led.sounds() if sound is Sound.HOLD_BEEP] == [37, 38, 47, 48, 49]


def test_skip_and_back_start_a_step_with_its_words() -> None:
    """The words of the step that one comes to, at once."""
    led = begun()
    led.do("skip", 2.0)
    led.do("skip", 4.0)
    led.do("back", 5.0)
    assert [words.split(".")[0] for _, words in led.words()] == [
        "Get ready",
        "Pigeon pose",
        "Switch sides",
        "Pigeon pose",
    ]


def test_a_step_that_was_skipped_to_in_a_pause_speaks_when_time_runs_on() -> None:
    """In the pause nothing sounds."""
    led = begun()
    led.do("pause", 2.0)
    led.do("skip", 3.0)
    assert len(led.heard) == 1
    led.do("resume", 20.0)
    assert led.heard[-1][1].sound is Sound.GAP_END


def test_what_passed_while_asleep_stays_silent() -> None:
    """Whatever the answer: halfway passed, and is not made up for."""
    led = begun()
    led.run(0.0, 24.0)
    led.do("advance", 31.0)
    assert led.session.state.status is RunStatus.ASLEEP
    led.do("count_sleep", 33.0)
    led.run(33.0, 39.0)
    assert [at for at, _ in led.words()] == [0, 10]
    assert led.sounds()[-1][1] is Sound.HOLD_BEEP


def test_a_sleep_and_go_on_loses_no_later_cue() -> None:
    """What had not passed comes at its moment."""
    led = begun()
    led.run(0.0, 24.0)
    led.do("advance", 40.0)
    led.do("resume", 41.0)
    led.run(41.0, 43.0)
    assert led.sounds()[-1] == (42.0, Sound.HALFWAY)


def test_a_late_wake_up_says_what_is_still_true() -> None:
    """Two seconds late: no sound of a second that is over, but the side and the name."""
    led = begun()
    led.run(0.0, 9.0)
    led.do("advance", 12.0)
    now, prompt = led.heard[-1]
    assert (now, prompt.sound, prompt.vibration) == (12.0, None, None)
    assert prompt.say[:2] == ("Pigeon pose.", "Left side.")


def test_a_stopped_session_has_no_finish() -> None:
    """Nothing to celebrate."""
    led = begun()
    led.run(0.0, 12.0)
    before = len(led.heard)
    led.do("stop", 12.5)
    assert len(led.heard) == before


holds = st.lists(st.integers(1, 12).map(float), min_size=1, max_size=3)
waits = st.sampled_from([0.1, 0.4, 0.5, 1.0, 2.5, 4.0, 6.0])


@given(holds, st.lists(st.tuples(waits, st.sampled_from(("advance", *COMMANDS))), max_size=60))
def test_no_beep_is_doubled_late_or_out_of_place(lengths: list[float], acts: list[tuple[float, str]]) -> None:
    """Whatever is done: a beep stands 3, 2 or 1 s before the end of its step, once in each run of it."""
    stretches = tuple(
        Stretch("Any", (SideHold(Side.BOTH, length),), 4.0, 0.0, cues=(Cue("Sink"),)) for length in lengths
    )
    led = Led(Session(plan(Routine("Any", stretches, get_ready_seconds=2.0))))
    led.do("start", 0.0)
    now, told = 0.0, set[tuple[int, float, int]]()
    for wait, command in acts:
        now += wait
        before = len(led.heard)
        led.do(command, now)
        state = led.session.state
        for _, prompt in led.heard[before:]:
            if prompt.sound in BEEPS.values():
                assert prompt.sound is BEEPS[state.step.kind]
                left = state.remaining(now)
                second = math.ceil(left - 1e-3)
                assert second in {1, 2, 3}
                assert second - left <= SOUND_LATE_SECONDS + 1e-3
                run = state.as_of - state.elapsed_seconds if state.status is RunStatus.RUNNING else now
                mark = (state.step_index, round(run, 3), second)
                assert mark not in told
                told.add(mark)


def test_a_timer_that_wakes_early_is_woken_again() -> None:
    """Half a millisecond before a beep it is not due; while the screen is shown, it comes due."""
    led = begun()
    led.run(0.0, 6.75)
    led.do("advance", 6.9995)
    assert led.sounds()[-1] == (0, Sound.START)
    assert led.prompter.seconds_to_next(led.session.state, 6.9995) == pytest.approx(0.0005)
    assert led.prompter.seconds_to_next(led.session.state, 7.03) == 0.0
    led.do("advance", 7.03)
    assert led.sounds()[-1] == (7.03, Sound.GET_READY_BEEP)
