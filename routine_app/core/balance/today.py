"""What is most worth doing today: a routine of the library, or one made for the shortest ropes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from routine_app.core.balance.balance import Balance
from routine_app.core.balance.catch_up import GET_READY_SECONDS, catch_up
from routine_app.core.balance.wording import days_words
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import CATCH_UP_TAG, Routine, Side
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.routine.plan import plan, planned_seconds
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.muscle_totals import planned_muscle_seconds
from routine_app.core.session.record import SessionRecord
from routine_app.core.settings.settings import Settings, as_set
from routine_app.core.text.numbers import minutes_and_seconds, rough_length

MINUTES_CHOICES = (3, 5, 10)
"""The minutes that one may have for it."""

JUST_DONE_HOURS = 12
"""What was done in the last so many hours is not offered again."""

NEWEST_SESSIONS = 12
"""So many sessions are looked at for what was just done: nobody does more in half a day."""

DONE_SHARE = 0.5
"""From this share of its planned length on, a hold counts as done."""

NOTHING_TO_DO = "Nothing to do"
ROPES_WORDS = "Six groups of muscle pull on your hips like ropes"
DONE_WORDS = "You have just done what is most needed. The rest can wait until tomorrow."

OneSide = tuple[str, Side]
"""The name of a stretch, in small letters, and its left or its right side."""


@dataclass(frozen=True, slots=True)
class Today:
    """What is most worth doing today, and why in one line.

    `name` is that of the library's entry, empty for a routine that was made. `routine` is None if nothing is
    to be done. `seconds` is how long it takes with holds of the length that was asked for.
    """

    title: str
    why: str
    routine: Routine | None = None
    name: str = ""
    seconds: float = 0.0

    @property
    def length(self) -> str:
        """How long the routine takes, in words; empty without one."""
        return minutes_and_seconds(self.seconds) if self.routine else ""


def just_done(newest: Iterable[SessionRecord], now: datetime) -> tuple[SessionRecord, ...]:
    """Those of the newest sessions that are so fresh that what was done in them is not offered again.

    A session far ahead of now is none of them: a clock was wrong.
    """
    fresh = timedelta(hours=JUST_DONE_HOURS)
    return tuple(s for s in newest if -fresh < now - (s.ended_at or s.started_at) < fresh)


def today(
    balance: Balance,
    entries: Sequence[RoutineEntry],
    settings: Settings,
    done: Sequence[SessionRecord] = (),
) -> Today:
    """What to do in the minutes that are set for it, given what was held lately and the sessions that were just done.

    With nothing held this week, that is the routine that works most of the six muscles of the hip; later the one that
    gives most of what is missing in these minutes, and of two that give the same the shorter one. Nothing takes longer
    than there is time, and sides that were just held do not count. Where nothing is missing, there is no routine.
    """
    if balance.shortest is None:
        return _nothing_missing(balance)
    offered = [(entry.name, routine) for entry in entries if (routine := _offered(entry)) is not None]
    held = _just_held(done)
    fresh = [_without(routine, held) for _, routine in offered]
    made = catch_up(balance, fresh, _minutes_to_fill(settings))
    fitting = [one for one in offered if _fits(one[1], settings)]
    if balance.is_empty and (first := _first(fitting, made, settings)):
        return first
    offers = [
        (name, routine, _given(_without(routine, held), balance, settings)) for name, routine in fitting
    ]
    if made is not None:
        offers.append(("", made, _given(made, balance, settings)))
    name, best, given = max(
        offers, key=lambda one: (one[2], -_seconds(one[1], settings)), default=("", None, 0)
    )
    if best is None or not given:
        is_done = bool(done) and today(balance, entries, settings).routine is not None
        return Today(NOTHING_TO_DO, DONE_WORDS if is_done else _nothing_fits(settings))
    why = _gives(given, balance) if name else best.stretches[0].why
    return Today(best.title, why, best, name, _seconds(best, settings))


def _offered(entry: RoutineEntry) -> Routine | None:
    """The routine of an entry, unless it was made to catch up: that was for another day."""
    routine = entry.routine
    return None if routine is None or CATCH_UP_TAG in routine.tags else routine


def _nothing_missing(balance: Balance) -> Today:
    dose = minutes_and_seconds(balance.dose_seconds)
    why = f"Each muscle of your hips has had its {dose} on each side {days_words(balance.days)}."
    return Today(NOTHING_TO_DO, why)


def _nothing_fits(settings: Settings) -> str:
    return f"None of your routines works what is missing, in no more than {settings.today_minutes} min."


def _just_held(done: Sequence[SessionRecord]) -> set[OneSide]:
    """The stretches that were held, each with the side."""
    holds = (hold for session in done for hold in session.holds)
    enough = (hold for hold in holds if hold.held_seconds >= DONE_SHARE * hold.planned_seconds)
    return {one for hold in enough for one in _each_side(hold.stretch, hold.side)}


def _without(routine: Routine, held: set[OneSide]) -> Routine:
    if not held:
        return routine
    fresh = (
        stretch._replace(
            holds=tuple(hold for hold in stretch.holds if not _each_side(stretch.name, hold.side) <= held)
        )
        for stretch in routine.stretches
    )
    return routine._replace(stretches=tuple(stretch for stretch in fresh if stretch.holds))


def _each_side(stretch_name: str, side: Side) -> set[OneSide]:
    """A stretch with the side that a hold of it is for, or with each of both."""
    sides = (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (side,)
    return {(stretch_name.casefold(), one) for one in sides}


def _fits(routine: Routine, settings: Settings) -> bool:
    return _seconds(routine, settings) <= settings.today_minutes * 60


def _first(fitting: Sequence[tuple[str, Routine]], made: Routine | None, settings: Settings) -> Today | None:
    """What to begin with: a routine for the hips, else the one that was made; None if neither fits into the time."""
    for_hips = [one for one in fitting if _hip_count(one[1])]
    name, routine = max(
        for_hips, key=lambda one: (_hip_count(one[1]), -_seconds(one[1], settings)), default=("", made)
    )
    if routine is None:
        return None
    why = f"Nothing held for your hips this week. {ROPES_WORDS}; this works {_hip_count(routine)} of them."
    return Today(routine.title, why, routine, name, _seconds(routine, settings))


def _hip_count(routine: Routine) -> int:
    return sum(muscle in routine.muscles for muscle in HIP_MUSCLES)


def _given(routine: Routine, balance: Balance, settings: Settings) -> float:
    """The seconds of what is missing that a routine gives."""
    missing = balance.missing_seconds
    return sum(
        min(seconds, missing.get((row.muscle, side), 0.0))
        for row in planned_muscle_seconds(plan(_as_run(routine, settings)))
        for side, seconds in row.by_side
    )


def _gives(given_seconds: float, balance: Balance) -> str:
    given = rough_length(given_seconds)
    missing = rough_length(sum(rope.missing_seconds for rope in balance.ropes))
    what = f"the {missing}" if given == missing else f"{given} of the {missing}"
    return f"It gives your hips {what} that they still need {days_words(balance.days)}."


def _minutes_to_fill(settings: Settings) -> float:
    """What of the minutes is left for a routine that is made, if one gets ready for longer than that does."""
    wanted = settings.get_ready_seconds
    return settings.today_minutes - (0 if wanted is None else (wanted - GET_READY_SECONDS) / 60)


def _seconds(routine: Routine, settings: Settings) -> float:
    return planned_seconds(_as_run(routine, settings))


def _as_run(routine: Routine, settings: Settings) -> Routine:
    """The routine as it will run; one that was made keeps its holds, which were fitted to the minutes."""
    length = Length.NORMAL if CATCH_UP_TAG in routine.tags else settings.hold_length
    return as_set(with_length(routine, length), settings)
