"""What a file of another app becomes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval, routine_of, within_the_limit
from routine_app.core.sharing.other_apps.rest_names import Guess, guesses_of
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError
from routine_app.core.text.clean import quoted
from routine_app.core.text.numbers import count

MOST_SENTENCES = 40
"""So many losses are told one by one, and then how many more there are."""

MOST_INTERVALS = 40_000
"""So many intervals of one file are looked through, which takes a part of a second."""

INTERVALS_OF_A_WORKOUT = 40
"""A workout of fewer counts as one of so many: to write its routine takes as long."""


@dataclass(frozen=True, slots=True)
class OtherApp:
    """An app whose files are read, and what it calls the whole and one part of it: a "workout" and an "exercise".

    `always_lost` is what of each of its files cannot be carried over.
    """

    name: str
    whole: str
    part: str
    always_lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with its time, and whether that is a rest; `is_asked` while nobody can be sure."""

    name: str
    seconds: float
    is_rest: bool
    is_asked: bool = False


@dataclass(frozen=True, slots=True)
class OtherAppWorkout:
    """A workout as it was read. `intervals` gives what is done in it anew each time, and may never end.

    `losses` tell in a sentence each what of it could not be read or carried over; `chosen` says of names whether
    their time is a rest, by the user's choice.
    """

    app: OtherApp
    title: str
    get_ready_seconds: float
    intervals: Callable[[], Iterable[Interval]]
    losses: Sequence[str] = ()
    chosen: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OtherAppRoutine:
    """A routine as text, in a sentence each what of the other app's could not be carried over, and its entries.

    `app` is the name of the app that wrote it.
    """

    app: str
    title: str
    yaml_text: str
    unsupported: tuple[str, ...]
    entries: tuple[Entry, ...]
    workout: OtherAppWorkout

    def is_rest(self, name: str) -> bool:
        """Whether the entries of that name are rests."""
        return any(entry.is_rest for entry in self.entries if entry.name == name)

    def with_chosen(self, name: str, *, is_rest: bool) -> "OtherAppRoutine | None":
        """The same with all entries of that name as rests, or held; None if nothing is held then."""
        chosen = {**self.workout.chosen, name: is_rest}
        return carried_over(replace(self.workout, chosen=chosen))


@dataclass(frozen=True, slots=True)
class OtherAppFile:
    """The routines of one file, and in a sentence each what in it is none, or cannot be read."""

    routines: tuple[OtherAppRoutine, ...]
    left_out: tuple[str, ...] = ()


def carried_over(workout: OtherAppWorkout) -> OtherAppRoutine | None:
    """The routine that does what the workout does; None if nothing is held in it."""
    return _looked_through(workout)[0]


def _looked_through(workout: OtherAppWorkout) -> tuple[OtherAppRoutine | None, int]:
    """The routine of a workout, and of how many intervals that was made."""
    sentences = [*workout.app.always_lost, *workout.losses]
    intervals = within_the_limit(workout.intervals(), sentences)
    return _routine_of(workout, intervals, sentences), len(intervals)


def _routine_of(
    workout: OtherAppWorkout, intervals: Sequence[Interval], sentences: list[str]
) -> OtherAppRoutine | None:
    entries = _entries(intervals, workout.chosen)
    rests = frozenset(entry.name for entry in entries if entry.is_rest)
    routine = routine_of(workout.title, workout.get_ready_seconds, intervals, rests, sentences)
    if routine is None:
        return None
    told = capped(sentences)
    text = routine_text(routine, [f"From {workout.app.name}.", *told])
    return OtherAppRoutine(workout.app.name, routine.title, text, told, entries, workout)


def kept_of(workouts: Iterable[OtherAppWorkout | str]) -> OtherAppFile:
    """The routines of a file's workouts, of which those that are none are why. Raises OtherAppFileError if none is one."""
    routines: list[OtherAppRoutine] = []
    left_out: list[str] = []
    looked_at = 0
    for number, workout in enumerate(workouts):
        if looked_at >= MOST_INTERVALS:
            left_out.insert(0, _too_much(number))
            break
        if isinstance(workout, str):
            left_out.append(workout)
            continue
        routine, interval_count = _looked_through(workout)
        if routine is not None:
            routines.append(routine)
        else:
            left_out += [nothing_held(workout), *workout.losses]
        looked_at += max(interval_count, INTERVALS_OF_A_WORKOUT)
    if not routines:
        raise OtherAppFileError(" ".join(capped(left_out)))
    return OtherAppFile(tuple(routines), capped(left_out))


def _too_much(number: int) -> str:
    return (
        "The file holds more than can be looked through at once: "
        f"what comes after its first {number} is left out; export it in parts."
    )


def nothing_held(workout: OtherAppWorkout) -> str:
    """Why a workout is left out in which nothing is held."""
    app = workout.app
    return (
        f"The {app.whole} {quoted(workout.title)} is left out: it has no {app.part} with a length, and {app.name} "
        "counts down its rests alone."
    )


def capped(sentences: Iterable[str]) -> tuple[str, ...]:
    """Each sentence once, as many as anybody reads, and how many more there are."""
    told = tuple(dict.fromkeys(sentences))
    if len(told) <= MOST_SENTENCES:
        return told
    return tuple(
        chain(
            told[:MOST_SENTENCES], (f"And {count(len(told) - MOST_SENTENCES, 'more loss', 'more losses')}.",)
        )
    )


def _entries(intervals: Sequence[Interval], chosen: Mapping[str, bool]) -> tuple[Entry, ...]:
    """Each name once, with its first time."""
    timed = [interval for interval in intervals if interval.seconds > 0]
    guesses = guesses_of([interval.name for interval in timed])
    seconds = {interval.name: interval.seconds for interval in reversed(timed)}
    return tuple(
        Entry(
            name,
            seconds[name],
            is_rest=chosen.get(name, guess is Guess.REST),
            is_asked=guess is Guess.UNSURE and name not in chosen,
        )
        for name, guess in guesses.items()
    )
