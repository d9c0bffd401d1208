"""The workouts of Just Another Workout Timer, alone or several in a backup.

Source: `Workout`, `Set`, `Exercise` and `Backup` of the project blockbasti/just_another_workout_timer, file
versions 1 (without `version` and `position`) and 2. Durations are seconds. The app counts down ten seconds
first, and has no rests but exercises that people call so.
"""

from collections.abc import Mapping

from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.other_app_routine import OtherApp, OtherAppRoutine, carried_over
from routine_app.core.sharing.other_apps.workout_fields import OtherAppFileError, WorkoutFields
from routine_app.core.text.clean import quoted

APP = OtherApp("Just Another Workout Timer", "workout", "exercise")

NEWEST_VERSION = 2
COUNTDOWN_SECONDS = 10.0


def read_jawt(value: object) -> tuple[OtherAppRoutine, ...] | None:
    """The workouts of a parsed file; None if it is none of this app's. Raises OtherAppFileError."""
    if not isinstance(value, Mapping):
        return None
    if "sets" in value:
        return (_routine(value, "the workout"),)
    workouts = value.get("workouts")
    if not isinstance(workouts, list):
        return None
    if not workouts:
        raise OtherAppFileError(f"This backup of {APP.name} holds no workout.")
    return tuple(_routine(one, f"workout {number}") for number, one in enumerate(workouts, 1))


def _routine(value: object, place: str) -> OtherAppRoutine:
    workout = WorkoutFields(value, place)
    title = workout.line("title") or "Workout"
    sets = [
        _set(one, f"set {number} of {quoted(title)}") for number, one in enumerate(workout.entries("sets"), 1)
    ]
    is_newer = workout.whole_number("version", 1) > NEWEST_VERSION
    unsupported = ["The file is of a newer version of that app; what is new in it is left out."] * is_newer
    # All of them in their order, which may be more than anybody can do.
    intervals = (
        interval
        for repetitions, exercises in sets
        for _ in range(repetitions if exercises else 0)
        for interval in exercises
    )
    return carried_over(APP, title, COUNTDOWN_SECONDS, intervals, unsupported)


def _set(value: object, place: str) -> tuple[int, list[Interval]]:
    """How often its exercises are done one after the other, and they."""
    fields = WorkoutFields(value, place)
    repetitions, exercises = fields.whole_number("repetitions"), enumerate(fields.entries("exercises"), 1)
    return repetitions, [_exercise(one, f"exercise {number} of {place}") for number, one in exercises]


def _exercise(value: object, place: str) -> Interval:
    fields = WorkoutFields(value, place)
    return Interval(fields.line("name") or "Exercise", fields.number("duration"))
