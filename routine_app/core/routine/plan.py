"""The plan of a routine: every timed slot, in the order in which it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from routine_app.core.routine.model import Cue, Routine, Side, Stretch

PLAN_LIMIT_SECONDS = 4 * 60 * 60
"""The longest plan that a routine may have."""


class StepKind(StrEnum):
    """What a step is: a hold, or a gap before the next one."""

    GET_READY = "get_ready"
    HOLD = "hold"
    SWITCH = "switch"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class TimedCue:
    """A cue at its place in a step, in seconds from the step's start."""

    at_seconds: float
    say: str


@dataclass(frozen=True, slots=True)
class Step:
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


@dataclass(frozen=True, slots=True)
class _Slot:
    """A hold with its place in the routine, before gaps and starting times are known."""

    stretch: Stretch
    round_number: int
    set_number: int
    place_in_set: int

    @property
    def side(self) -> Side:
        return self.stretch.holds[self.place_in_set].side

    @property
    def hold_seconds(self) -> float:
        return self.stretch.holds[self.place_in_set].hold_seconds

    @property
    def gap_before(self) -> StepKind:
        return StepKind.SWITCH if self.place_in_set else StepKind.REST


def plan(routine: Routine) -> tuple[Step, ...]:
    """The steps of a routine: get ready, then each hold with the gap that leads to the next.

    Gaps of length 0 are left out, and nothing follows the last hold.
    """
    drafts = [draft for draft in _drafts(routine) if draft[1] > 0]
    starts = accumulate((seconds for _, seconds, _, _ in drafts), initial=0.0)
    return tuple(
        Step(
            kind=kind,
            stretch=slot.stretch,
            side=slot.side,
            set_number=slot.set_number,
            round_number=slot.round_number,
            seconds=seconds,
            start_seconds=start,
            hold_index=hold_index,
            cues=timed_cues(slot.stretch.cues, seconds) if kind is StepKind.HOLD else (),
        )
        for (kind, seconds, slot, hold_index), start in zip(drafts, starts, strict=False)
    )


def planned_seconds(routine: Routine) -> float:
    """The length of the routine's plan, worked out without making the plan."""
    per_round = sum(_stretch_seconds(stretch) for stretch in routine.stretches)
    after_the_last_hold = routine.stretches[-1].rest_seconds
    return routine.get_ready_seconds + routine.rounds * per_round - after_the_last_hold


def held_seconds(steps: tuple[Step, ...]) -> float:
    """The seconds that a plan holds, without its gaps."""
    return sum(step.seconds for step in steps if step.kind is StepKind.HOLD)


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


def _drafts(routine: Routine) -> Iterator[tuple[StepKind, float, _Slot, int]]:
    previous: _Slot | None = None
    for hold_index, slot in enumerate(_slots(routine)):
        if previous is None:
            yield StepKind.GET_READY, routine.get_ready_seconds, slot, hold_index
        else:
            yield slot.gap_before, _gap_seconds(previous, slot), slot, hold_index
        yield StepKind.HOLD, slot.hold_seconds, slot, hold_index
        previous = slot


def _slots(routine: Routine) -> Iterator[_Slot]:
    for round_number in range(1, routine.rounds + 1):
        for stretch in routine.stretches:
            for set_number in range(1, stretch.sets + 1):
                for place_in_set in range(len(stretch.holds)):
                    yield _Slot(stretch, round_number, set_number, place_in_set)


def _gap_seconds(previous: _Slot, slot: _Slot) -> float:
    if slot.gap_before is StepKind.SWITCH:
        return previous.stretch.switch_seconds
    return previous.stretch.rest_seconds


def _stretch_seconds(stretch: Stretch) -> float:
    holds = sum(hold.hold_seconds for hold in stretch.holds)
    switches = stretch.switch_seconds * (len(stretch.holds) - 1)
    return stretch.sets * (holds + switches + stretch.rest_seconds)
