"""Short, normal and long holds."""

import pytest

from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import timed_cues


def routine(*cues: Cue, hold_seconds: float = 45.0) -> Routine:
    """Make a routine of one hold."""
    return Routine("R", (Stretch("S", (SideHold(Side.BOTH, hold_seconds),), 10.0, 5.0, cues=cues),))


@pytest.mark.parametrize(
    ("length", "seconds"), [(Length.SHORT, 34.0), (Length.NORMAL, 45.0), (Length.LONG, 68.0)]
)
def test_holds_are_whole_seconds(length: Length, seconds: float) -> None:
    """Three quarters of 45 s are 34 s, half as much again 68 s."""
    (stretch,) = with_length(routine(), length).stretches
    assert stretch.holds[0].hold_seconds == seconds
    assert (stretch.rest_seconds, stretch.switch_seconds) == (10.0, 5.0)


def test_a_hold_is_never_shorter_than_a_second() -> None:
    """Short of one second is one second."""
    (stretch,) = with_length(routine(hold_seconds=1.0), Length.SHORT).stretches
    assert stretch.holds[0].hold_seconds == 1.0


@pytest.mark.parametrize("length", list(Length))
def test_cues_stay_inside_their_hold(length: Length) -> None:
    """A cue at the last second stays inside a shorter hold, and one before the end too."""
    cues = (
        Cue("late", CueTime(0.0, 31.0)),
        Cue("early", CueTime(1.0, -31.0)),
        Cue("half", CueTime(0.5)),
        Cue("any"),
    )
    (stretch,) = with_length(routine(*cues, hold_seconds=31.0), length).stretches
    hold_seconds = stretch.holds[0].hold_seconds
    assert all(0 <= cue.at_seconds <= hold_seconds for cue in timed_cues(stretch.cues, hold_seconds))


def test_cues_move_with_the_hold() -> None:
    """What came at 10 of 40 s comes at 15 of 60 s."""
    (stretch,) = with_length(routine(Cue("x", CueTime(0.0, 10.0)), hold_seconds=40.0), Length.LONG).stretches
    assert timed_cues(stretch.cues, 60.0)[0].at_seconds == 15.0
