"""What a routine becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, held_seconds, plan, planned_seconds, timed_cues


def stretch(*holds: SideHold, sets: int = 1, rest: float = 10.0, switch: float = 5.0) -> Stretch:
    """Make a stretch called S."""
    return Stretch("S", holds, rest_seconds=rest, switch_seconds=switch, sets=sets)


LEFT, RIGHT, BOTH = (SideHold(side, 30.0) for side in (Side.LEFT, Side.RIGHT, Side.BOTH))


def test_sides_sets_and_rounds() -> None:
    """Every hold comes after its gap: a switch between sides, a rest between sets and rounds."""
    steps = plan(Routine("R", (stretch(LEFT, RIGHT, sets=2), stretch(BOTH)), rounds=2))
    one_set = ["hold left", "switch right", "hold right"]
    one_round = [*one_set, "rest left", *one_set, "rest both", "hold both"]
    assert [f"{step.kind} {step.side}" for step in steps] == [
        "get_ready left",
        *one_round,
        "rest left",
        *one_round,
    ]
    holds = [step for step in steps if step.kind is StepKind.HOLD]
    assert [(h.round_number, h.set_number) for h in holds] == [
        *[(1, 1), (1, 1), (1, 2), (1, 2), (1, 1)],
        *[(2, 1), (2, 1), (2, 2), (2, 2), (2, 1)],
    ]
    assert [h.hold_index for h in holds] == list(range(10))


def test_a_gap_belongs_to_what_comes_next() -> None:
    """The rest before the butterfly carries the butterfly."""
    butterfly = Stretch("Butterfly", (BOTH,), rest_seconds=10.0, switch_seconds=5.0)
    rest = plan(Routine("R", (stretch(LEFT), butterfly)))[2]
    assert (rest.kind, rest.stretch, rest.side, rest.hold_index) == (StepKind.REST, butterfly, Side.BOTH, 1)


def test_no_gap_of_length_zero_and_none_after_the_last_hold() -> None:
    """With no gaps, the plan is its holds."""
    routine = Routine("R", (stretch(LEFT, RIGHT, rest=0.0, switch=0.0),), get_ready_seconds=0.0)
    assert [step.kind for step in plan(routine)] == [StepKind.HOLD, StepKind.HOLD]


def test_starts_add_up() -> None:
    """Each step starts where the one before it ends."""
    steps = plan(Routine("R", (stretch(LEFT, RIGHT), stretch(BOTH))))
    assert [step.start_seconds for step in steps] == [0.0, 10.0, 40.0, 45.0, 75.0, 85.0]


def test_the_rest_is_the_one_after_each_set() -> None:
    """A stretch's own rest follows it; the next one's does not precede it."""
    steps = plan(Routine("R", (stretch(LEFT, rest=7.0), stretch(BOTH, rest=99.0))))
    assert [step.seconds for step in steps] == [10.0, 30.0, 7.0, 30.0]


def test_untimed_cues_share_the_hold_evenly() -> None:
    """Three cues of a 30 s hold come at 0, 10 and 20 s; timed ones keep their time."""
    cues = (
        Cue("a"),
        Cue("breathe", CueTime(share=1.0, offset_seconds=-10.0)),
        Cue("b"),
        Cue("half", CueTime(share=0.5)),
        Cue("c"),
    )
    timed = timed_cues(cues, 30.0)
    assert [(cue.at_seconds, cue.say) for cue in timed] == [
        (0.0, "a"),
        (10.0, "b"),
        (15.0, "half"),
        (20.0, "breathe"),
        (20.0, "c"),
    ]


def test_only_holds_have_cues() -> None:
    """Gaps say what comes next, not the cues of a hold."""
    with_cue = Stretch("S", (LEFT, RIGHT), rest_seconds=1.0, switch_seconds=1.0, cues=(Cue("a"),))
    assert [len(step.cues) for step in plan(Routine("R", (with_cue,)))] == [0, 1, 0, 1]


@given(
    st.lists(
        st.builds(
            stretch,
            st.sampled_from([LEFT, BOTH]),
            sets=st.integers(1, 4),
            rest=st.sampled_from([0.0, 0.5, 10.0]),
        ),
        min_size=1,
        max_size=5,
    ),
    st.integers(1, 4),
    st.sampled_from([0.0, 10.0]),
)
def test_the_length_is_the_sum_of_the_steps(stretches: list[Stretch], rounds: int, get_ready: float) -> None:
    """The length worked out ahead is the length of the plan."""
    routine = Routine("R", tuple(stretches), rounds=rounds, get_ready_seconds=get_ready)
    steps = plan(routine)
    assert planned_seconds(routine) == pytest.approx(sum(step.seconds for step in steps))
    assert planned_seconds(routine) == pytest.approx(steps[-1].start_seconds + steps[-1].seconds)
    assert held_seconds(steps) == 30.0 * sum(s.sets for s in stretches) * rounds
