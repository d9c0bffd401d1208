"""The plan of a routine: every timed slot, in the order in which it is done."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from routine_app.core.routine.model import Cue, Routine, Side, Stretch

PLAN_LIMIT_SECONDS = 4 * 60 * 60
"""The longest plan that a routine may have."""


class StepKind(StrEnum):
    """What a step is: a hold, or a gap before the next one."""

    GET_READY = "get_ready"
    HOLD = "hold"
    SWITCH = "switch"
    REST = "rest"


class TimedCue(NamedTuple):
    """A cue at its place in a step, in seconds from the step's start."""

    at_seconds: float
    say: str


class Step(NamedTuple):
    """One timed slot. A gap carries the stretch, side, set and round of the hold it leads to.

    `hold_index` is the place of the hold, or of the coming hold, among the plan's holds, from 0.
    """

    kind: StepKind
    stretch: Stretch
    side: Side
    set_number: int
    round_number: int
    seconds: float
    start_seconds: float
    hold_index: int
    cues: tuple[TimedCue, ...] = ()


def plan(routine: Routine) -> tuple[Step, ...]:
    """The steps of a routine: get ready, then each hold with the gap that leads to the next.

    Gaps of length 0 are left out, and nothing follows the last hold.
    """
    return tuple(_steps(routine))


def _steps(routine: Routine) -> Iterator[Step]:
    gap, gap_seconds = StepKind.GET_READY, routine.get_ready_seconds
    start_seconds, hold_index = 0.0, 0
    for round_number, stretch, set_number in _sets(routine):
        for hold in stretch.holds:
            place = (stretch, hold.side, set_number, round_number)
            if gap_seconds > 0:
                yield Step(gap, *place, gap_seconds, start_seconds, hold_index)
            start_seconds += gap_seconds
            cues = timed_cues(stretch.cues, hold.hold_seconds)
            yield Step(StepKind.HOLD, *place, hold.hold_seconds, start_seconds, hold_index, cues)
            start_seconds += hold.hold_seconds
            hold_index += 1
            gap, gap_seconds = StepKind.SWITCH, stretch.switch_seconds
        gap, gap_seconds = StepKind.REST, stretch.rest_seconds


def _sets(routine: Routine) -> Iterator[tuple[int, Stretch, int]]:
    """Each set with the numbers of its round and of its own, which count from 1."""
    for round_number in range(1, routine.rounds + 1):
        for stretch in routine.stretches:
            for set_number in range(1, stretch.sets + 1):
                yield round_number, stretch, set_number


def planned_seconds(routine: Routine) -> float:
    """The length of the routine's plan, worked out without making the plan."""
    per_round = sum(_stretch_seconds(stretch) for stretch in routine.stretches)
    after_the_last_hold = routine.stretches[-1].rest_seconds
    return routine.get_ready_seconds + routine.rounds * per_round - after_the_last_hold


def held_seconds(steps: tuple[Step, ...]) -> float:
    """The seconds that a plan holds, without its gaps."""
    return sum(step.seconds for step in holds_of(steps))


def holds_of(steps: Iterable[Step]) -> tuple[Step, ...]:
    """The holds among the steps of a plan."""
    return tuple(step for step in steps if step.kind is StepKind.HOLD)


def timed_cues(cues: tuple[Cue, ...], hold_seconds: float) -> tuple[TimedCue, ...]:
    """The cues at their seconds: those with no time spread evenly, the first at the start."""
    untimed_count = sum(cue.at is None for cue in cues)
    even = iter(range(untimed_count))
    timed = [
        TimedCue(
            cue.at.seconds_into(hold_seconds)
            if cue.at is not None
            else next(even) * hold_seconds / untimed_count,
            cue.say,
        )
        for cue in cues
    ]
    return tuple(sorted(timed, key=lambda cue: cue.at_seconds))


def _stretch_seconds(stretch: Stretch) -> float:
    holds = sum(hold.hold_seconds for hold in stretch.holds)
    switches = stretch.switch_seconds * (len(stretch.holds) - 1)
    return stretch.sets * (holds + switches + stretch.rest_seconds)
