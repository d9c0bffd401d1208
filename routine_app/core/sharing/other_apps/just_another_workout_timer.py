"""The workouts of Just Another Workout Timer, alone or several in a backup.

Source: `Workout`, `Set`, `Exercise` and `Backup` of the project blockbasti/just_another_workout_timer, file
versions 1 (without `version` and `position`) and 2, its branch with counted exercises, and version 3 of the project
crimsoncor/just_another_workout_timer, which adds sides, complexes and an order. Durations are seconds. The app counts
down ten seconds first, and has no rests but exercises that people call so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.jawt_set import DEFAULT_SECONDS, JawtSet, complex_lost, read_set
from routine_app.core.sharing.other_apps.lost_letters import has_lost_letters
from routine_app.core.sharing.other_apps.other_app_routine import (
    OtherApp,
    OtherAppFile,
    OtherAppWorkout,
    kept_of,
)
from routine_app.core.sharing.other_apps.workout_fields import (
    OtherAppFileError,
    fault_of,
    kind_of,
    line_of,
    number_of,
)
from routine_app.core.text.clean import quoted

APP = OtherApp("Just Another Workout Timer", "workout", "exercise")

NEWEST_VERSION = 3
COUNTDOWN_SECONDS = 10.0

LETTERS_LOST = (
    f"Letters of its names were lost when {APP.name} exported it: tap Share beside the workout there, and import "
    "what that sends."
)

_REFUSES = f"and {APP.name} opens no workout with that."

_WORKOUT_KEYS = frozenset({"title", "sets", "version", "position", "order", "complexes"})
_SET_KEYS = frozenset({"id", "name", "repetitions", "exercises", "hidden", "alternating"})
_EXERCISE_KEYS = frozenset({"id", "name", "duration", "alternating", "type", "count", "repetitions"})


def read_jawt(value: object) -> OtherAppFile | None:
    """The workouts of a parsed file; None if it is none of this app's. Raises OtherAppFileError."""
    if not isinstance(value, Mapping):
        return None
    if _is_workout(value):
        return kept_of([_workout(value, "The workout")])
    workouts = value.get("workouts")
    if not isinstance(workouts, list):
        return None
    if not workouts and len(value) == 1:
        raise OtherAppFileError(f"This backup of {APP.name} holds no workout.")
    if not any(_is_workout(one) for one in workouts):
        return None
    return kept_of(_workout(one, f"Workout {number}") for number, one in enumerate(workouts, 1))


def _is_workout(value: object) -> bool:
    """Whether an object is one of this app's, and not one of anybody else with the same keys."""
    if not isinstance(value, Mapping) or "sets" not in value:
        return False
    sets = list(_objects(value["sets"]))
    exercises = [exercise for one in sets for exercise in _objects(one.get("exercises"))]
    if any("name" in exercise and "duration" in exercise for exercise in exercises):
        return True
    is_known = value.keys() <= _WORKOUT_KEYS and all(one.keys() <= _SET_KEYS for one in sets)
    return "title" in value and is_known and all(one.keys() <= _EXERCISE_KEYS for one in exercises)


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    entries = value if isinstance(value, list) else []
    return (entry for entry in entries if isinstance(entry, Mapping))


def _workout(value: object, place: str) -> OtherAppWorkout | str:
    """What is done in a workout, or why it is left out."""
    if not isinstance(value, Mapping):
        return f"{place} is left out: it is {kind_of(value)}, and {APP.name} opens no backup with that."
    title = line_of(value.get("title")) or "Workout"
    losses: list[str] = []
    sets = value.get("sets")
    if not isinstance(sets, list):
        takes = (
            f"for which {APP.name} takes one exercise of {DEFAULT_SECONDS} s."
            if value.get("sets", "") is None
            else _REFUSES
        )
        return f"{place}, {quoted(title)}, is left out: its list of sets {fault_of(value, 'sets')}, {takes}"
    if not isinstance(value.get("title"), str):
        takes = "as it is there." if value.get("title", "") is None else _REFUSES
        losses.append(f'Its title {fault_of(value, "title")}: it is called "{title}", {takes}')
    if (number_of(value.get("version")) or 1) > NEWEST_VERSION:
        losses.append("The file is of a newer version of that app; what is new in it is left out.")
    if has_lost_letters(_names(value)):
        losses.append(LETTERS_LOST)
    read = [read_set(APP.name, one, f"set {number}", losses) for number, one in enumerate(sets, 1)]
    losses.extend(complex_lost(one) for one in _objects(value.get("complexes")))
    in_order = _in_order(value.get("order"), [one for one in read if one], losses)
    return OtherAppWorkout(APP, title, COUNTDOWN_SECONDS, lambda: _intervals(in_order), losses)


def _names(workout: Mapping[str, object]) -> Iterator[str]:
    """The title and all names as they stand in the file."""
    exercises = (one for part in _objects(workout["sets"]) for one in _objects(part.get("exercises")))
    names = [workout.get("title"), *(exercise.get("name") for exercise in exercises)]
    return (name for name in names if isinstance(name, str))


def _in_order(order: object, sets: Sequence[JawtSet], losses: list[str]) -> Sequence[JawtSet]:
    """The sets in the order that the workout says, which may name one twice; those that it does not name come last."""
    if not order:
        return sets
    if not isinstance(order, list):
        losses.append(f"The order of the sets is {kind_of(order)}: they come as they stand in the file.")
        return sets
    by_id = {one.set_id: one for one in reversed(sets)}
    unnamed = [one for one in sets if one.set_id not in order or by_id[one.set_id] is not one]
    losses.extend(
        f"The order does not name {one.place} ({one.first_name}): it comes last." for one in unnamed
    )
    return [*(by_id[set_id] for set_id in order if isinstance(set_id, str) and set_id in by_id), *unnamed]


def _intervals(sets: Iterable[JawtSet]) -> Iterator[Interval]:
    """All of them in their order, which may be more than anybody can do."""
    for one in sets:
        for repetition in range(one.repetitions if one.exercises else 0):
            for exercise in one.exercises:
                yield exercise.interval(repetition)
