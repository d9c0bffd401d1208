"""What other apps do one after the other, as stretches with their rests, sets and rounds."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from routine_app.core.routine.limits import (
    DEFAULT_SWITCH_SECONDS,
    LONGEST_GAP_SECONDS,
    LONGEST_HOLD_SECONDS,
    NAME_LIMIT,
    REPEAT_LIMIT,
    SHORTEST_HOLD_SECONDS,
    STRETCH_LIMIT,
    TITLE_LIMIT,
)
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import PLAN_LIMIT_SECONDS
from routine_app.core.text.clean import quoted, shortened
from routine_app.core.text.numbers import count, minutes_and_seconds

_TOO_LONG = "A routine lasts 4 hours at most: what comes later is left out."


@dataclass(frozen=True, slots=True)
class Interval:
    """A time with a name, in seconds, as another app has it, and the side that it is for."""

    name: str
    seconds: float
    side: Side = Side.BOTH


def within_the_limit(intervals: Iterable[Interval], unsupported: list[str]) -> Sequence[Interval]:
    """As many of them as can matter, which may be without end: a little more than four hours."""
    taken: list[Interval] = []
    total = 0.0
    for interval in intervals:
        taken.append(interval)
        total += min(max(interval.seconds, SHORTEST_HOLD_SECONDS), LONGEST_GAP_SECONDS)
        if total > PLAN_LIMIT_SECONDS:
            unsupported.append(_TOO_LONG)
            break
    return taken


def routine_of(
    title: str,
    get_ready_seconds: float,
    intervals: Iterable[Interval],
    rests: Container[str],
    unsupported: list[str],
) -> Routine | None:
    """The routine that does these intervals, as many of them as it can; None if nothing is held in them.

    `rests` are the names of those in which nothing is held. What it cannot do is put to `unsupported`, in a sentence each.
    """
    get_ready, stretches = _with_rests(get_ready_seconds, intervals, rests, unsupported)
    if not stretches:
        return None
    get_ready = _gap(get_ready, "The time to get ready", unsupported)
    if stretches[-1].rest_seconds:
        unsupported.append("The rest at the very end is left out, since nothing follows it.")
    in_turn = _with_both_sides(_within_the_limit(stretches, get_ready, unsupported))
    in_a_round, rounds = _rounds(in_turn)
    in_sets = _sets(in_a_round, is_last_rest_free=rounds == 1)
    if len(in_sets) > STRETCH_LIMIT:
        left_out = count(len(in_sets) - STRETCH_LIMIT, "more is", "more are")
        unsupported.append(f"A routine has at most {STRETCH_LIMIT} stretches: {left_out} left out.")
    return Routine(
        _cut(title, TITLE_LIMIT, "The title", unsupported), tuple(in_sets[:STRETCH_LIMIT]), get_ready, rounds
    )


def _with_rests(
    get_ready_seconds: float, intervals: Iterable[Interval], rests: Container[str], unsupported: list[str]
) -> tuple[float, list[Stretch]]:
    """The time to get ready, and each hold with the rest after it."""
    stretches: list[Stretch] = []
    for interval in intervals:
        if interval.name in rests and stretches:
            rest = stretches[-1].rest_seconds + max(interval.seconds, 0.0)
            stretches[-1] = stretches[-1]._replace(rest_seconds=rest)
        elif interval.name in rests:
            get_ready_seconds += max(interval.seconds, 0.0)
        elif interval.seconds > 0:
            stretches.append(_stretch(interval, unsupported))
        else:
            unsupported.append(f"{quoted(interval.name)} is left out, since it has no length.")
    return get_ready_seconds, [_with_fit_rest(stretch, unsupported) for stretch in stretches]


def _stretch(interval: Interval, unsupported: list[str]) -> Stretch:
    name = _cut(interval.name, NAME_LIMIT, f"The name {quoted(interval.name)}", unsupported)
    seconds = round(min(max(interval.seconds, SHORTEST_HOLD_SECONDS), LONGEST_HOLD_SECONDS), 3)
    if seconds != round(interval.seconds, 3):
        unsupported.append(
            f"{quoted(interval.name)} lasts {minutes_and_seconds(seconds)}: a hold is 1 s to 30 min."
        )
    return Stretch(name, (SideHold(interval.side, seconds),), 0.0, DEFAULT_SWITCH_SECONDS)


def _with_fit_rest(stretch: Stretch, unsupported: list[str]) -> Stretch:
    rest = _gap(stretch.rest_seconds, f"The rest after {quoted(stretch.name)}", unsupported)
    return stretch._replace(rest_seconds=rest)


def _gap(seconds: float, what: str, unsupported: list[str]) -> float:
    if seconds > LONGEST_GAP_SECONDS:
        unsupported.append(f"{what} is cut to {minutes_and_seconds(LONGEST_GAP_SECONDS)}.")
    return round(min(max(seconds, 0.0), LONGEST_GAP_SECONDS), 3)


def _within_the_limit(
    stretches: list[Stretch], get_ready_seconds: float, unsupported: list[str]
) -> list[Stretch]:
    total, kept = get_ready_seconds, 0
    for stretch in stretches:
        total += stretch.holds[0].hold_seconds
        if total > PLAN_LIMIT_SECONDS:
            unsupported.append(_TOO_LONG)
            break
        total += stretch.rest_seconds
        kept += 1
    return stretches[:kept]


def _with_both_sides(stretches: list[Stretch]) -> list[Stretch]:
    """The same with one side and the other after it as one stretch: the rest between them is the change of sides."""
    joined: list[Stretch] = []
    for stretch in stretches:
        before = joined[-1] if joined else None
        if before is not None and _is_other_side(before, stretch):
            switch, rest = before.rest_seconds, stretch.rest_seconds
            holds = before.holds + stretch.holds
            joined[-1] = before._replace(holds=holds, switch_seconds=switch, rest_seconds=rest)
        else:
            joined.append(stretch)
    return joined


def _is_other_side(before: Stretch, stretch: Stretch) -> bool:
    sides = {hold.side for hold in before.holds + stretch.holds}
    return before.name == stretch.name and len(before.holds) == 1 and sides == {Side.LEFT, Side.RIGHT}


def _rounds(stretches: list[Stretch]) -> tuple[list[Stretch], int]:
    """The shortest list that gives these when it is done several times; the rest after the last is free."""
    if len(stretches) <= REPEAT_LIMIT and _repeats(stretches, 1):
        return stretches, 1  # the sets of one stretch
    for length in range(2, len(stretches) // 2 + 1):
        rounds, beyond = divmod(len(stretches), length)
        if not beyond and rounds <= REPEAT_LIMIT and _repeats(stretches, length):
            return stretches[:length], rounds
    return stretches, 1


def _repeats(stretches: list[Stretch], length: int) -> bool:
    pairs = list(zip(stretches, stretches[length:], strict=False))
    return all(one == other for one, other in pairs[:-1]) and all(_is_same_hold(*pair) for pair in pairs[-1:])


def _sets(stretches: list[Stretch], *, is_last_rest_free: bool) -> list[Stretch]:
    """The same with equal neighbours as sets of one stretch."""
    merged: list[Stretch] = []
    for index, stretch in enumerate(stretches):
        is_free = is_last_rest_free and index == len(stretches) - 1
        if merged and merged[-1].sets < REPEAT_LIMIT and _is_next_set(merged[-1], stretch, is_free=is_free):
            merged[-1] = merged[-1]._replace(sets=merged[-1].sets + 1)
        else:
            merged.append(stretch)
    return merged


def _is_next_set(before: Stretch, stretch: Stretch, *, is_free: bool) -> bool:
    """Whether a stretch is the one before once more; `is_free` if no rest is done after it."""
    same_rest = before.rest_seconds == stretch.rest_seconds
    return _is_same_hold(before, stretch) and (same_rest or is_free)


def _is_same_hold(one: Stretch, other: Stretch) -> bool:
    return (one.name, one.holds, one.switch_seconds) == (other.name, other.holds, other.switch_seconds)


def _cut(text: str, longest: int, what: str, unsupported: list[str]) -> str:
    short = shortened(text, longest)
    if short != text:
        unsupported.append(f"{what} is cut to {longest} characters.")
    return short
