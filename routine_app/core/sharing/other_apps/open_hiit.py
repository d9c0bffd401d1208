"""The timers of OpenHIIT: a list of them, as it exports them, or one alone, as its first versions did.

Source: `TimerType`, `TimerTimeSettings`, `TimerSoundSettings` (exported since 2025) and `Workout` (before) of
the project a-mabe/OpenHIIT, and its `generateIntervalsFromTimer` for the order of things. Times are seconds.
"""

from collections.abc import Iterator, Mapping

from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.other_app_routine import OtherApp, OtherAppRoutine, carried_over
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError, WorkoutFields
from routine_app.core.text.clean import clean_words
from routine_app.core.text.json_parsing import BrokenJsonError, parse_json

APP = OtherApp("OpenHIIT", "timer", "interval")

_OLDER_GET_READY_SECONDS = 10.0

_TIMER_KEYS = ("name", "activities", "activeIntervals", "restarts", "workTime")
_WORKOUT_KEYS = ("title", "exercises", "numExercises", "iterations", "exerciseTime")
"""What each kind of file calls the same things; OpenHIIT itself takes the older one's `iterations` for restarts."""

_TELLING_TIMER, _TELLING_WORKOUT = {"timeSettings", "activeIntervals"}, {"exerciseTime", "numExercises"}
"""The keys by which each kind is told."""


class _Timer:
    """What both kinds of file say of one timer. It is done `restarts` times more."""

    def __init__(self, value: object, place: str) -> None:
        fields = times = WorkoutFields(value, place)
        is_older = any(fields.has(key) for key in _TELLING_WORKOUT)
        title, activities, active_intervals, restarts, work = _WORKOUT_KEYS if is_older else _TIMER_KEYS
        if not is_older:
            times = WorkoutFields(_decoded(fields.raw("timeSettings"), place), f"the times of {place}")
        self.title = fields.line(title, "") or "Timer"
        self.activities = _activities(fields, activities)
        self.active_intervals = fields.whole_number(active_intervals, 0)
        self.restarts = times.whole_number(restarts, 0)
        self.get_ready_seconds = times.number("getReadyTime", _OLDER_GET_READY_SECONDS if is_older else 0.0)
        self.warm_up_seconds = times.number("warmupTime", 0.0)
        self.work_seconds = times.number(work, 0.0)
        self.rest_seconds = times.number("restTime", 0.0)
        self.break_seconds = times.number("breakTime", 0.0)
        self.cool_down_seconds = times.number("cooldownTime", 0.0)
        self.side_change_seconds = times.number("halfTime", 0.0) if is_older else 0.0

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
    return tuple(_routine(_Timer(one, f"timer {number}")) for number, one in enumerate(timers, 1))


def _is_timer(value: object) -> bool:
    return isinstance(value, Mapping) and not (_TELLING_TIMER | _TELLING_WORKOUT).isdisjoint(value)


def _routine(timer: _Timer) -> OtherAppRoutine:
    unsupported = ["Its colour and the sounds chosen for it: here colours and sounds are the same for all."]
    if timer.side_change_seconds > 0:
        unsupported.append("The time to change sides within an exercise.")
    if timer.active_intervals < len(timer.activities):
        unsupported.append("The exercises beyond the number of its intervals.")
    return carried_over(APP, timer.title, timer.get_ready_seconds, timer.intervals(), unsupported)


def _activities(fields: WorkoutFields, key: str) -> tuple[str, ...]:
    """The names of the exercises: a list, or the JSON of one in a text, which may be empty."""
    names = _decoded(fields.raw(key) or [], fields.place)
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise fields.wrong(key, "a list of names")
    return tuple(clean_words(name) for name in names if isinstance(name, str))


def _decoded(value: object, place: str) -> object:
    """The value, or what it stands for if it is JSON in a text."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except BrokenJsonError as error:
        raise OtherAppFileError(
            f"A text inside {place} cannot be read: {error}; export the file again."
        ) from error


def _rest(seconds: float) -> Iterator[Interval]:
    if seconds > 0:
        yield Interval("Rest", seconds)
