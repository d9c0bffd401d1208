"""The timers of OpenHIIT: a list of them, as it exports them, or one alone, as its first versions did.

Source: `TimerType`, `TimerTimeSettings`, `TimerSoundSettings` (exported since 2025) and `Workout` (before) of
the project a-mabe/OpenHIIT, and its `generateIntervalsFromTimer` for the order of things. Times are seconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval, Unsupported, routine_of
from routine_app.core.sharing.other_apps.json_fields import JsonFields, quoted
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFileError, OtherAppRoutine
from routine_app.core.text.clean import clean_words
from routine_app.core.text.json_parsing import BrokenJsonError, parse_json

APP = "OpenHIIT"

_TIMER_KEYS, _WORKOUT_KEYS = ("timeSettings", "activeIntervals"), ("exerciseTime", "numExercises")
_DEFAULT_GET_READY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class _Timer:
    """What both kinds of file say of one timer. It is done `restarts` times more."""

    title: str
    activities: tuple[str, ...]
    active_intervals: int
    restarts: int
    get_ready_seconds: float
    warm_up_seconds: float
    work_seconds: float
    rest_seconds: float
    break_seconds: float
    cool_down_seconds: float
    side_change_seconds: float = 0.0

    def intervals(self) -> Iterator[Interval]:
        """What the app would do, without the time to get ready; it may be more than anybody can do."""
        if self.warm_up_seconds > 0:
            yield Interval("Warm-up", self.warm_up_seconds)
            yield from _rest(self.rest_seconds)
        for iteration in range(max(self.restarts, 0) + 1 if self.active_intervals > 0 else 0):
            if iteration:
                yield from _rest(self.break_seconds or self.rest_seconds)
            yield from self._work()
        if self.cool_down_seconds > 0:
            yield Interval("Cool-down", self.cool_down_seconds)

    def _work(self) -> Iterator[Interval]:
        for index in range(self.active_intervals):
            if index:
                yield from _rest(self.rest_seconds)
            name = self.activities[index] if index < len(self.activities) else ""
            yield Interval(name or "Work", self.work_seconds)


def read_open_hiit(value: object) -> tuple[OtherAppRoutine, ...] | None:
    """The timers of a parsed file; None if it is none of this app's. Raises OtherAppFileError."""
    timers = value if isinstance(value, list) else [value]
    if not any(_is_timer(one) for one in timers):
        return None
    return tuple(_routine(_timer(one, f"timer {number}")) for number, one in enumerate(timers, 1))


def _is_timer(value: object) -> bool:
    keys = (*_TIMER_KEYS, *_WORKOUT_KEYS)
    return isinstance(value, Mapping) and any(key in value for key in keys)


def _timer(value: object, owner: str) -> _Timer:
    fields = JsonFields(value, owner)
    if isinstance(value, Mapping) and any(key in value for key in _WORKOUT_KEYS):
        return _from_workout(fields)
    return _from_timer(fields)


def _from_timer(fields: JsonFields) -> _Timer:
    times = JsonFields(_decoded(fields.raw("timeSettings"), fields.owner), f"the times of {fields.owner}")
    return _Timer(
        title=fields.text("name", ""),
        activities=_activities(fields, "activities"),
        active_intervals=fields.whole_number("activeIntervals", 0),
        restarts=times.whole_number("restarts", 0),
        get_ready_seconds=times.number("getReadyTime", 0.0),
        warm_up_seconds=times.number("warmupTime", 0.0),
        work_seconds=times.number("workTime", 0.0),
        rest_seconds=times.number("restTime", 0.0),
        break_seconds=times.number("breakTime", 0.0),
        cool_down_seconds=times.number("cooldownTime", 0.0),
    )


def _from_workout(fields: JsonFields) -> _Timer:
    """The older kind; OpenHIIT itself takes its `iterations` for restarts."""
    return _Timer(
        title=fields.text("title", ""),
        activities=_activities(fields, "exercises"),
        active_intervals=fields.whole_number("numExercises", 0),
        restarts=fields.whole_number("iterations", 0),
        get_ready_seconds=fields.number("getReadyTime", _DEFAULT_GET_READY_SECONDS),
        warm_up_seconds=fields.number("warmupTime", 0.0),
        work_seconds=fields.number("exerciseTime", 0.0),
        rest_seconds=fields.number("restTime", 0.0),
        break_seconds=fields.number("breakTime", 0.0),
        cool_down_seconds=fields.number("cooldownTime", 0.0),
        side_change_seconds=fields.number("halfTime", 0.0),
    )


def _routine(timer: _Timer) -> OtherAppRoutine:
    title = timer.title or "Timer"
    unsupported = Unsupported()
    unsupported.add("Its colour and the sounds chosen for it: here colours and sounds are the same for all.")
    if timer.side_change_seconds > 0:
        unsupported.add("The time to change sides within an exercise.")
    if timer.active_intervals < len(timer.activities):
        unsupported.add("The exercises beyond the number of its intervals.")
    routine = routine_of(title, timer.get_ready_seconds, timer.intervals(), unsupported)
    if routine is None:
        raise OtherAppFileError(
            f"The timer {quoted(title)} has no interval with a length; add one, and export it again."
        )
    text = routine_text(routine, [f"From {APP}.", *unsupported.sentences])
    return OtherAppRoutine(APP, routine.title, text, unsupported.sentences)


def _activities(fields: JsonFields, key: str) -> tuple[str, ...]:
    """The names of the exercises: a list, or the JSON of one in a text, which may be empty."""
    names = _decoded(fields.raw(key) or [], fields.owner)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise OtherAppFileError(f'In {fields.owner} "{key}" is not a list of names; export the file again.')
    return tuple(clean_words(name) for name in names if isinstance(name, str))


def _decoded(value: object, owner: str) -> object:
    """The value, or what it stands for if it is JSON in a text."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except BrokenJsonError as error:
        raise OtherAppFileError(
            f"A text inside {owner} cannot be read: {error}; export the file again."
        ) from error


def _rest(seconds: float) -> Iterator[Interval]:
    if seconds > 0:
        yield Interval("Rest", seconds)
