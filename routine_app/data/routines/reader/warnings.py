"""Warns of what runs, but was perhaps not meant: long holds before a run, and unequal sides."""

from collections.abc import Sequence

from routine_app.core.routine.duration_text import spell_duration
from routine_app.core.routine.model import Routine, Side, StretchKind
from routine_app.data.routines.reader.stretch import ReadStretch
from routine_app.data.yaml.problem_list import ProblemList

BEFORE_RUN_TAG = "before-run"

LONG_HOLD_SECONDS = 60
"""Longer static holds just before a run cost strength and speed (the routine file's contract)."""


def warn_of_long_holds(routine: Routine, stretches: Sequence[ReadStretch], problems: ProblemList) -> None:
    """A warning at each stretching hold over 60 s of a routine tagged `before-run`."""
    if BEFORE_RUN_TAG not in routine.tags:
        return
    for read in stretches:
        if read.stretch.kind is not StretchKind.STRETCH:
            continue
        for placed in read.set_holds.holds:
            if placed.hold.hold_seconds > LONG_HOLD_SECONDS:
                long = spell_duration(placed.hold.hold_seconds)
                problems.warning(
                    placed.node.place,
                    placed.key,
                    f"{long} is long just before a run, and can cost strength and speed; "
                    f"hold for at most {spell_duration(LONG_HOLD_SECONDS)}",
                )


def warn_of_unequal_sides(stretches: Sequence[ReadStretch], problems: ProblemList) -> None:
    """A warning at the first one-sided `sides` if left and right differ where no mapping says so."""
    unmapped = [read for read in stretches if not read.set_holds.is_by_side]
    left, right = _side_seconds(unmapped, Side.LEFT), _side_seconds(unmapped, Side.RIGHT)
    one_sided = [read.set_holds.sides_node for read in unmapped if _is_one_sided(read)]
    if left == right or not one_sided or one_sided[0] is None:
        return
    problems.warning(
        one_sided[0].place,
        "sides",
        f"the left side is held for {spell_duration(left)} in all and the right for {spell_duration(right)}; "
        "if that is meant, write sides as a mapping such as {left: 45s, right: 60s}",
    )


def _side_seconds(stretches: Sequence[ReadStretch], side: Side) -> float:
    seconds = sum(
        read.stretch.sets * hold.hold_seconds
        for read in stretches
        for hold in read.stretch.holds
        if hold.side is side
    )
    return round(seconds, 3)


def _is_one_sided(read: ReadStretch) -> bool:
    return len(read.stretch.holds) == 1 and read.stretch.holds[0].side is not Side.BOTH
