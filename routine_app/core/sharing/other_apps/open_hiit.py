"""The timers of OpenHIIT: a list of them, as it exports them, or one alone, as its first versions did.

Source: `TimerType`, `TimerTimeSettings`, `TimerSoundSettings` (exported since 2025) and `Workout` (before) of
the project a-mabe/OpenHIIT, and its `generateIntervalsFromTimer` for the order of things. Times are seconds.
"""

from collections.abc import Iterator, Mapping

from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.other_app_routine import (
    OtherApp,
    OtherAppFile,
    OtherAppWorkout,
    kept_of,
)
from routine_app.core.sharing.other_apps.workout_fields import fault_of, kind_of, line_of, number_of
from routine_app.core.text.clean import quoted
from routine_app.core.text.json_parsing import BrokenJsonError, parse_json

COLOUR_LOST = "Its colour and the sounds chosen for it: here colours and sounds are the same for all."

APP = OtherApp("OpenHIIT", "timer", "interval", (COLOUR_LOST,))

_OLDER_GET_READY_SECONDS = 10.0

_TIMER_KEYS = ("name", "activities", "activeIntervals", "restarts", "workTime")
_WORKOUT_KEYS = ("title", "exercises", "numExercises", "iterations", "exerciseTime")
"""What each kind of file calls the same things; OpenHIIT itself takes the older one's `iterations` for restarts."""

_REFUSES = f"and {APP.name} imports nothing of a file with that."


class _Timer:
    """What both kinds of file say of one timer, and in `losses` what of it cannot be read. It is done `restarts` times more."""

    def __init__(self, fields: Mapping[str, object], times: Mapping[str, object], *, is_older: bool) -> None:
        title, activities, active_intervals, restarts, work = _WORKOUT_KEYS if is_older else _TIMER_KEYS
        self.losses: list[str] = []
        self.title = line_of(fields.get(title)) or "Timer"
        self.activities = self._activities(fields, activities)
        self.active_intervals = int(self._number(fields, active_intervals))
        self.restarts = int(self._number(times, restarts))
        default = _OLDER_GET_READY_SECONDS if is_older else 0.0
        self.get_ready_seconds = self._number(times, "getReadyTime", default)
        self.warm_up_seconds = self._number(times, "warmupTime")
        self.work_seconds = self._number(times, work)
        self.rest_seconds = self._number(times, "restTime")
        self.break_seconds = self._number(times, "breakTime")
        self.cool_down_seconds = self._number(times, "cooldownTime")
        self.side_change_seconds = self._number(times, "halfTime") if is_older else 0.0

    def _number(self, fields: Mapping[str, object], key: str, default: float = 0.0) -> float:
        """A number; one that is missing is silently what the app takes for it."""
        number = number_of(fields.get(key))
        if number is None and key in fields:
            takes = f"as {APP.name} takes it." if fields[key] is None else _REFUSES
            self.losses.append(f'"{key}" is {kind_of(fields[key])}: it is {default:g} here, {takes}')
        return default if number is None else number

    def _activities(self, fields: Mapping[str, object], key: str) -> tuple[str, ...]:
        """The names of the exercises: a list, or the JSON of one in a text, which may be empty."""
        names = _decoded(fields.get(key) or [])
        if not isinstance(names, list):
            self.losses.append(
                f'The names of its exercises are {kind_of(names)}: each is called "Work", as {APP.name} does.'
            )
            return ()
        self.losses.extend(
            f'The name of interval {number} is {kind_of(name)}: it is called "Work", {_REFUSES}'
            for number, name in enumerate(names, 1)
            if not isinstance(name, str)
        )
        return tuple(line_of(name) for name in names)

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


def read_open_hiit(value: object) -> OtherAppFile | None:
    """The timers of a parsed file; None if it is none of this app's. Raises OtherAppFileError."""
    timers = value if isinstance(value, list) else [value]
    if not any(_is_timer(one) or _is_workout(one) for one in timers):
        return None
    return kept_of(_timer(one, f"Timer {number}") for number, one in enumerate(timers, 1))


def _is_timer(value: object) -> bool:
    return isinstance(value, Mapping) and (
        "timeSettings" in value or {"activeIntervals", "activities"} <= value.keys()
    )


def _is_workout(value: object) -> bool:
    """Whether it is what the app exported before 2025."""
    return (
        isinstance(value, Mapping)
        and "exerciseTime" in value
        and not {"numExercises", "exercises"}.isdisjoint(value)
    )


def _timer(value: object, place: str) -> OtherAppWorkout | str:
    """What is done by a timer, or why it is left out."""
    if not isinstance(value, Mapping) or not value:
        return f"{place} is left out: it is {kind_of(value)}, {_REFUSES}"
    is_older = _is_workout(value)
    times = value if is_older else _decoded(value.get("timeSettings"))
    if not isinstance(times, Mapping):
        name = line_of(value.get("name"))
        called = f"{place}, {quoted(name)}," if name else place
        fault = fault_of(
            {**value, "timeSettings": times} if "timeSettings" in value else value, "timeSettings"
        )
        return f"{called} is left out: its list of times {fault}, {_REFUSES}"
    timer = _Timer(value, times, is_older=is_older)
    losses = list(timer.losses)
    if timer.side_change_seconds > 0:
        losses.append("The time to change sides within an exercise.")
    if timer.active_intervals < len(timer.activities):
        beyond = ", ".join(quoted(name) for name in timer.activities[max(timer.active_intervals, 0) :][:5])
        losses.append(f"The exercises beyond the number of its intervals: {beyond}.")
    return OtherAppWorkout(APP, timer.title, timer.get_ready_seconds, timer.intervals, losses)


def _decoded(value: object) -> object:
    """The value, or what it stands for if it is JSON in a text."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except BrokenJsonError:
        return value


def _rest(seconds: float) -> Iterator[Interval]:
    if seconds > 0:
        yield Interval("Rest", seconds)
