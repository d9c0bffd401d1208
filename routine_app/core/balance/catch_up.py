"""A routine made for the shortest ropes, from the stretches of the library."""

from collections import Counter
from collections.abc import Iterable, Sequence

from routine_app.core.balance.balance import Balance
from routine_app.core.balance.wording import rope_words, why_words
from routine_app.core.routine.hold_length import with_holds
from routine_app.core.routine.model import CATCH_UP_TAG, Routine, Side, SideHold, Stretch, StretchKind
from routine_app.core.routine.muscles import muscle_labels
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.session.muscle_totals import Held, added_up

GET_READY_SECONDS, REST_SECONDS, SWITCH_SECONDS = 10.0, 10.0, 5.0

SHORTEST_HOLD_SECONDS = 10
"""What is missing less than this is let be: a hold of 10 s is the shortest that the evidence speaks of.

The position stand of the ACSM (Garber and others, 2011) has holds of 10 to 30 s, and 30 to 60 s for older adults.
"""

HOLD_SECONDS, WEAK_SIDE_HOLD_SECONDS = 30, 45
"""The longest hold of a set, and that of the side that misses more; both lie within the same evidence."""

STEP_SECONDS = 5
"""Holds are whole steps of this."""

WEAK_MUSCLES = frozenset({"glutes"})
"""Mostly weak and seldom tight, so that strength answers (source: the article "Your Hips: Balance is Key")."""

Missing = dict[tuple[str, Side], float]


def catch_up(balance: Balance, library: Iterable[Routine], minutes: float) -> Routine | None:
    """The routine that fits into so many minutes; None if nothing is missing, or nothing fits.

    The strongest need comes first, its weak side first and longer, and no side of a main muscle gets more
    than its dose. Each stretch says in its `why`, in one line, why it is in it; the description names the muscles
    that miss something and for which the library has no stretch that fits.
    """
    picked, unanswered = _picked(balance.missing_seconds, _by_name(library), minutes * 60)
    if not picked:
        return None
    description = "Made for what your hips missed, the shortest rope first."
    if unanswered:
        description += f" Your routines have nothing that fits for: {muscle_labels(unanswered)}."
    return Routine(
        title=f"Catch up: {rope_words(balance.worse_side(picked[0].muscles[0]))}",
        # The same holds of the same stretch are sets of one entry.
        stretches=tuple(_explained(stretch, sets, balance) for stretch, sets in Counter(picked).items()),
        get_ready_seconds=GET_READY_SECONDS,
        description=description,
        tags=(CATCH_UP_TAG,),
    )


def _explained(stretch: Stretch, sets: int, balance: Balance) -> Stretch:
    muscle = stretch.muscles[0]
    why = why_words(balance, muscle, is_weak=muscle in WEAK_MUSCLES)
    return stretch._replace(sets=sets, why=f"{why}.")


def _by_name(library: Iterable[Routine]) -> Sequence[Stretch]:
    """Each stretch of the library once, the first of its name; those of catch-up routines are left out."""
    named: dict[str, Stretch] = {}
    for routine in library:
        for stretch in () if CATCH_UP_TAG in routine.tags else routine.stretches:
            named.setdefault(stretch.name.casefold(), stretch)
    return tuple(named.values())


def _picked(
    missing: Missing, stretches: Sequence[Stretch], limit_seconds: float
) -> tuple[list[Stretch], list[str]]:
    """Pick sets, each for the muscle that misses most by then; also the muscles for which no stretch fits."""
    picked: list[Stretch] = []
    open_muscles = list(dict.fromkeys(muscle for muscle, _ in missing))
    unanswered: list[str] = []
    while open_muscles:
        muscle = max(open_muscles, key=lambda one: max(_sides(missing, one)))
        best = _best(muscle, missing, stretches)
        if best is not None and _seconds([*picked, best]) <= limit_seconds:
            picked.append(best)
            _take(missing, best)
            continue
        open_muscles.remove(muscle)
        worked = any(done.muscles[0] == muscle for done in picked)
        if best is None and not worked and max(_sides(missing, muscle)) >= SHORTEST_HOLD_SECONDS:
            unanswered.append(muscle)
    return picked, unanswered


def _sides(missing: Missing, muscle: str) -> tuple[float, float]:
    return missing[muscle, Side.LEFT], missing[muscle, Side.RIGHT]


def _seconds(stretches: Iterable[Stretch]) -> float:
    """How long a routine of these takes, each with its rests."""
    return planned_seconds(Routine("", tuple(stretches), get_ready_seconds=GET_READY_SECONDS))


def _best(muscle: str, missing: Missing, stretches: Sequence[Stretch]) -> Stretch | None:
    """One set of the stretch that suits the muscle best now, with its holds; None if none fits."""
    kind = StretchKind.STRENGTH if muscle in WEAK_MUSCLES else StretchKind.STRETCH
    fitting = [
        (stretch, holds)
        for stretch in stretches
        if stretch.kind is kind and stretch.muscles[:1] == (muscle,)
        for holds in [_holds(stretch, *_sides(missing, muscle))]
        if holds
    ]
    if not fitting:
        return None
    stretch, holds = max(fitting, key=lambda one: _worth(one[1]))
    fitted = with_holds(stretch, holds)
    return fitted._replace(sets=1, rest_seconds=REST_SECONDS, switch_seconds=SWITCH_SECONDS)


def _worth(holds: tuple[SideHold, ...]) -> float:
    """The seconds that these holds give both sides together."""
    return sum(hold.hold_seconds * (2 if hold.side is Side.BOTH else 1) for hold in holds)


def _holds(stretch: Stretch, left: float, right: float) -> tuple[SideHold, ...]:
    """The holds of one set, given what each side misses; none if the stretch cannot give it."""
    if any(hold.side is Side.BOTH for hold in stretch.holds):
        seconds = _hold_seconds(min(left, right), HOLD_SECONDS)
        return (SideHold(Side.BOTH, seconds),) if seconds else ()
    is_uneven = abs(left - right) >= SHORTEST_HOLD_SECONDS
    sides = sorted([(left, Side.LEFT), (right, Side.RIGHT)], key=lambda one: -one[0])
    longest = (WEAK_SIDE_HOLD_SECONDS if is_uneven else HOLD_SECONDS, HOLD_SECONDS)
    wanted = zip(sides, longest, strict=True)
    possible = {hold.side for hold in stretch.holds}
    holds = (SideHold(side, _hold_seconds(missed, most)) for (missed, side), most in wanted)
    return tuple(hold for hold in holds if hold.hold_seconds and hold.side in possible)


def _hold_seconds(missed: float, most: int) -> float:
    seconds = min(int(missed) // STEP_SECONDS * STEP_SECONDS, most)
    return float(seconds) if seconds >= SHORTEST_HOLD_SECONDS else 0.0


def _take(missing: Missing, stretch: Stretch) -> None:
    """Subtract what a set of the stretch gives from what is missing."""
    for row in added_up(Held(stretch.muscles, hold.side, hold.hold_seconds) for hold in stretch.holds):
        for side, given in row.by_side:
            if (row.muscle, side) in missing:
                missing[row.muscle, side] = max(missing[row.muscle, side] - given, 0.0)
