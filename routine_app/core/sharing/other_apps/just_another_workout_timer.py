"""The workouts of Just Another Workout Timer, alone or several in a backup.

Source: `Workout`, `Set`, `Exercise` and `Backup` of the project blockbasti/just_another_workout_timer, file
versions 1 (without `version` and `position`) and 2. Durations are seconds. The app counts down ten seconds
first, and has no rests but exercises that people call so.
"""

from collections.abc import Iterator, Mapping

from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.sharing.other_apps.intervals import Interval, Unsupported, routine_of
from routine_app.core.sharing.other_apps.json_fields import JsonFields, quoted
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFileError, OtherAppRoutine

APP = "Just Another Workout Timer"

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
        raise OtherAppFileError(f"This backup of {APP} holds no workout.")
    return tuple(_routine(one, f"workout {number}") for number, one in enumerate(workouts, 1))


def _routine(value: object, owner: str) -> OtherAppRoutine:
    workout = JsonFields(value, owner)
    title = workout.text("title") or "Workout"
    sets = [_Set(one, f"set {number} of {quoted(title)}") for number, one in _numbered(workout, "sets")]
    unsupported = Unsupported()
    if workout.whole_number("version", 1) > NEWEST_VERSION:
        unsupported.add("The file is of a newer version of that app; what is new in it is left out.")
    intervals = (interval for one in sets for interval in one.intervals())
    routine = routine_of(title, COUNTDOWN_SECONDS, intervals, unsupported)
    if routine is None:
        raise OtherAppFileError(
            f"The workout {quoted(title)} has no exercise with a length; add one, and export it again."
        )
    text = routine_text(routine, [f"From {APP}.", *unsupported.sentences])
    return OtherAppRoutine(APP, routine.title, text, unsupported.sentences)


class _Set:
    """Exercises that are done so often, one after the other."""

    def __init__(self, value: object, owner: str) -> None:
        fields = JsonFields(value, owner)
        self._repetitions = fields.whole_number("repetitions")
        self._exercises = tuple(
            _exercise(one, f"exercise {number} of {owner}") for number, one in _numbered(fields, "exercises")
        )

    def intervals(self) -> Iterator[Interval]:
        """All of them in their order, which may be more than anybody can do."""
        for _ in range(self._repetitions if self._exercises else 0):
            yield from self._exercises


def _exercise(value: object, owner: str) -> Interval:
    fields = JsonFields(value, owner)
    return Interval(fields.text("name") or "Exercise", fields.number("duration"))


def _numbered(fields: JsonFields, key: str) -> Iterator[tuple[int, object]]:
    return enumerate(fields.entries(key), 1)
