"""What is most worth doing today: a routine of the library, or one made for the shortest ropes."""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_app.core.balance.balance import Balance
from routine_app.core.balance.catch_up import catch_up
from routine_app.core.balance.wording import days_words
from routine_app.core.routine.model import CATCH_UP_TAG, Routine
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.plan import plan, planned_seconds
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.muscle_totals import planned_muscle_seconds
from routine_app.core.text.numbers import minutes_and_seconds

MINUTES_CHOICES = (3, 5, 10)
"""The minutes that one may have for it."""

NOTHING_SHORT = "Nothing is short"


@dataclass(frozen=True, slots=True)
class Today:
    """What is most worth doing today, and why in one line.

    `name` is that of the library's entry, empty for a routine that was made. `routine` is None if nothing is
    to be done.
    """

    title: str
    why: str
    routine: Routine | None = None
    name: str = ""

    @property
    def length(self) -> str:
        """How long the routine takes, in words; empty without one."""
        return minutes_and_seconds(planned_seconds(self.routine)) if self.routine else ""


def today(balance: Balance, entries: Sequence[RoutineEntry], minutes: int) -> Today:
    """What to do in so many minutes, given what was held lately.

    With nothing held yet, that is the routine that works most of the six muscles of the hip; later the one that
    gives most of what is missing for its time. Where nothing is missing, there is no routine.
    """
    named = [
        (entry.name, entry.routine)
        for entry in entries
        if entry.routine is not None and CATCH_UP_TAG not in entry.routine.tags
    ]
    if balance.shortest is None:
        return Today(NOTHING_SHORT, f"Every rope has had its dose {days_words(balance.days)}.")
    if balance.is_empty and named:
        return _first(balance, named)
    made = catch_up(balance, [routine for _, routine in named], minutes)
    fitting = [one for one in named if planned_seconds(one[1]) <= minutes * 60]
    name, best = max(fitting, key=lambda one: _worth(one[1], balance), default=("", None))
    if best is not None and _worth(best, balance) > (_worth(made, balance) if made else 0.0):
        return Today(best.title, _gives(best, balance), best, name)
    if made is None:
        return Today(NOTHING_SHORT, "No stretch of your routines fits what is missing.")
    return Today(made.title, made.stretches[0].why, made)


def _first(balance: Balance, named: Sequence[tuple[str, Routine]]) -> Today:
    name, routine = max(named, key=lambda one: (_hip_count(one[1]), -planned_seconds(one[1])))
    works = f"this works {_hip_count(routine)} of the six ropes"
    return Today(routine.title, f"Nothing was held {days_words(balance.days)}: {works}.", routine, name)


def _hip_count(routine: Routine) -> int:
    return sum(muscle in routine.muscles for muscle in HIP_MUSCLES)


def _worth(routine: Routine, balance: Balance) -> float:
    """The seconds of what is missing that a routine gives, for each second that it takes."""
    return _given(routine, balance) / planned_seconds(routine)


def _given(routine: Routine, balance: Balance) -> float:
    missing = balance.missing_seconds
    return sum(
        min(seconds, missing.get((row.muscle, side), 0.0))
        for row in planned_muscle_seconds(plan(routine))
        for side, seconds in row.by_side
    )


def _gives(routine: Routine, balance: Balance) -> str:
    missing = sum(rope.missing_seconds for rope in balance.ropes)
    return (
        f"It gives {_given(routine, balance):.0f} of the {missing:.0f} s missing {days_words(balance.days)}."
    )
