"""What is due in each step, and when."""

from routine_app.core.cues.schedule import Prompt, finish_prompt, sentences_of, step_prompts
from routine_app.core.cues.sounds import Sound, Vibration
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, plan
from tests.ui.session_plan import STEPS


def moments(prompts: tuple[Prompt, ...]) -> list[tuple[float, Sound | None, str, Vibration | None]]:
    """Each prompt in a line."""
    return [(p.at_seconds, p.sound, " ".join(p.say), p.vibration) for p in prompts]


def test_a_hold() -> None:
    """Its start with the first cue, halfway, a later cue, and three beeps at its end."""
    assert moments(step_prompts(STEPS, 1)) == [
        (
            0,
            Sound.GAP_END,
            "Pigeon pose. Left side. Thirty seconds. Sink the hips.",
            Vibration.HOLD_START,
        ),
        (15, Sound.HALFWAY, "Halfway.", None),
        (20, None, "Ten more.", None),
        (27, Sound.HOLD_BEEP, "", None),
        (28, Sound.HOLD_BEEP, "", None),
        (29, Sound.HOLD_BEEP, "", None),
    ]


def test_gaps() -> None:
    """Each kind has its own beeps; the side switch shakes in its own way."""
    assert moments(step_prompts(STEPS, 0)) == [
        (0, Sound.START, "Get ready. Pigeon pose. Left side.", None),
        *((at, Sound.GET_READY_BEEP, "", None) for at in (7, 8, 9)),
    ]
    assert moments(step_prompts(STEPS, 2)) == [
        (0, Sound.HOLD_END, "Switch sides. Right side.", Vibration.SIDE_SWITCH),
        *((at, Sound.SWITCH_BEEP, "", None) for at in (2, 3, 4)),
    ]


def test_added_seconds_put_off_the_beeps_alone() -> None:
    """Halfway was halfway of the plan."""
    assert [p.at_seconds for p in step_prompts(STEPS, 1, 10.0)] == [0, 15, 20, 37, 38, 39]


def test_short_steps() -> None:
    """A hold of three seconds has two beeps, since the third would be its start, and no halfway."""
    stretch = Stretch("Lean", (SideHold(Side.LEFT, 3.0), SideHold(Side.RIGHT, 19.0)), 0.0, 0.0)
    steps = plan(Routine("Short", (stretch,), get_ready_seconds=0.0))
    assert [(p.at_seconds, p.sound) for p in step_prompts(steps, 0)] == [
        (0, Sound.START),
        (1, Sound.HOLD_BEEP),
        (2, Sound.HOLD_BEEP),
    ]
    assert step_prompts(steps, 1)[0].sound is Sound.HOLD_END
    assert Sound.HALFWAY not in [p.sound for p in step_prompts(steps, 1)]


def test_a_cue_at_half_time_is_said_with_it() -> None:
    """One breath: never two voices."""
    stretch = Stretch("Lean", (SideHold(Side.BOTH, 30.0),), 0.0, 0.0, cues=(Cue("Sink", CueTime(0.5)),))
    (halfway,) = [p for p in step_prompts(plan(Routine("One", (stretch,))), 1) if p.at_seconds == 15]
    assert (halfway.sound, halfway.say) == (Sound.HALFWAY, ("Halfway.", "Sink."))


def test_the_finish() -> None:
    """Its own sound, words and vibration."""
    assert finish_prompt(STEPS) == Prompt(0.0, Sound.FINISH, ("Done. Well held.",), Vibration.FINISH)


SETS = Stretch(
    "Lean",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    sets=2,
    cues=(Cue("Sink"), Cue("Let go", CueTime(1.0))),
)


def test_the_shorter_forms_of_each_start() -> None:
    """In the order in which words are given up."""
    steps = plan(Routine("Sets", (SETS,), get_ready_seconds=5.0))
    forms = {
        step.kind: [" ".join(f) for f in step_prompts(steps, i)[0].shorter] for i, step in enumerate(steps)
    }
    assert forms == {
        StepKind.GET_READY: ["Lean. Left side.", "Lean."],
        StepKind.HOLD: [
            "Lean. Right side. Sink.",
            "Lean. Right side. Sink.",
            "Lean. Right side.",
            "Right side.",
        ],
        StepKind.SWITCH: ["Switch sides. Right side.", "Right side."],
        StepKind.REST: [
            "Last set. Next: Lean. Left side.",
            "Next: Lean. Left side.",
            "Next: Lean.",
            "Lean.",
        ],
    }


def test_a_hold_without_sides_keeps_its_name() -> None:
    """There is nothing shorter to say; and straight after another hold it gives up what that said at its end."""
    both = Stretch("Sit", (SideHold(Side.BOTH, 30.0),), 0.0, 0.0, sets=2, cues=(Cue("Let go", CueTime(1.0)),))
    steps = plan(Routine("Both", (both,), get_ready_seconds=0.0))
    assert step_prompts(steps, 1)[0].shorter == (("Let go.", "Sit."), ("Sit.",), ("Sit.",), ("Sit.",))


def test_the_halfway_gives_up_its_word() -> None:
    """Its sound says as much."""
    stretch = Stretch("Lean", (SideHold(Side.BOTH, 30.0),), 0.0, 0.0, cues=(Cue("Sink", CueTime(0.5)),))
    halfway = next(p for p in step_prompts(plan(Routine("One", (stretch,))), 1) if p.at_seconds == 15)
    assert halfway.shorter == (("Sink.",),)


def test_every_sentence_of_a_plan() -> None:
    """Each once, as they come, to the last word."""
    assert sentences_of(STEPS) == (
        "Get ready.",
        "Pigeon pose.",
        "Left side.",
        "Thirty seconds.",
        "Sink the hips.",
        "Halfway.",
        "Ten more.",
        "Switch sides.",
        "Right side.",
        "Done. Well held.",
    )
