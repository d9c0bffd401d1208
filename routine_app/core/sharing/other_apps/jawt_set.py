"""One set of a workout of Just Another Workout Timer, of which a broken exercise costs itself alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from routine_app.core.routine.model import Side
from routine_app.core.sharing.other_apps.intervals import Interval
from routine_app.core.sharing.other_apps.workout_fields import fault_of, kind_of, line_of, number_of
from routine_app.core.text.clean import quoted
from routine_app.core.text.numbers import minutes_and_seconds

DEFAULT_SECONDS = 30
"""What that app takes for an exercise whose duration is null."""

_SECONDS_A_COUNT = 2
_MOST_COUNTS = 10_000
_COMPLEX_SECONDS = 180.0

_IS_COUNTED = re.compile(r"\w+ ?\d*")
"""What that app calls a set by itself."""


@dataclass(frozen=True, slots=True)
class JawtExercise:
    """What is done for a time; if it alternates, on the left first, and on the other side with each repetition."""

    name: str
    seconds: float
    alternates: bool = False

    def interval(self, repetition: int) -> Interval:
        """It as it is done in a repetition, counted from 0."""
        side = (Side.LEFT, Side.RIGHT)[repetition % 2] if self.alternates else Side.BOTH
        return Interval(self.name, self.seconds, side)


@dataclass(frozen=True, slots=True)
class JawtSet:
    """Exercises one after the other, done so often. `place` is what it is called in a sentence."""

    place: str
    set_id: str
    repetitions: int
    exercises: Sequence[JawtExercise]

    @property
    def first_name(self) -> str:
        """What it begins with, by which its user knows it."""
        return quoted(self.exercises[0].name)


def read_set(app: str, value: object, place: str, losses: list[str]) -> JawtSet | None:
    """A set, with what of it is broken told in `losses`; None if nothing of it can be done."""
    opens_none = f"and {app} opens no workout with that."
    left_out = f"{place.capitalize()} is left out: "
    if not isinstance(value, Mapping):
        losses.append(f"{left_out}it is {kind_of(value)}, {opens_none}")
        return None
    exercises = value.get("exercises")
    if not isinstance(exercises, list):
        is_null = exercises is None and "exercises" in value
        takes = f"for which {app} takes one of {DEFAULT_SECONDS} s." if is_null else opens_none
        losses.append(f"{left_out}its list of exercises {fault_of(value, 'exercises')}, {takes}")
        return None
    if not exercises:
        losses.append(f"{left_out}it has no exercise; {app} drops it, too.")
        return None
    name = line_of(value.get("name"))
    if name and not _IS_COUNTED.fullmatch(name):
        losses.append(f"The name of {place} is left out: {quoted(name)}.")
    repetitions = number_of(value.get("repetitions"))
    if repetitions is None:
        is_null = value.get("repetitions", "") is None
        takes = f"for which {app} takes 1." if is_null else opens_none
        losses.append(
            f"{place.capitalize()} is done once: its number of repetitions {fault_of(value, 'repetitions')}, {takes}"
        )
        repetitions = 1
    if repetitions < 1:
        losses.append(f"{left_out}it is done {repetitions:g} times.")
        return None
    read = _Exercises(app, place, losses, alternates=value.get("alternating") is True).read(exercises)
    return JawtSet(place, line_of(value.get("id")), int(repetitions), read) if read else None


def complex_lost(value: Mapping[str, object]) -> str:
    """What a complex is that is left out: exercises that are counted within a time, which no routine has."""
    entries = value.get("exercises")
    counted = [one for one in (entries if isinstance(entries, list) else []) if isinstance(one, Mapping)]
    names = ", ".join(
        f"{quoted(line_of(one.get('name')) or 'Exercise')} {number_of(one.get('repetitions')) or 10:g} times"
        for one in counted
    )
    seconds = number_of(value.get("length")) or number_of(value.get("duration")) or _COMPLEX_SECONDS
    times = number_of(value.get("repetitions")) or 1
    often = f", {times:g} times over" if times > 1 else ""
    called = (
        f"The complex {quoted(line_of(value.get('name')))}" if line_of(value.get("name")) else "A complex"
    )
    done = f"{names or 'nothing'} in {minutes_and_seconds(seconds)}{often}"
    return f"{called} is left out: {done}, and a routine counts nothing."


@dataclass(frozen=True, slots=True)
class _Exercises:
    """Reads the exercises of one set."""

    app: str
    place: str
    losses: list[str]
    alternates: bool

    def read(self, values: Sequence[object]) -> Sequence[JawtExercise]:
        """Those of them that can be done."""
        read = (self._exercise(value, number) for number, value in enumerate(values, 1))
        return [exercise for exercise in read if exercise is not None]

    def _exercise(self, value: object, number: int) -> JawtExercise | None:
        opens_none = f"and {self.app} opens no workout with that."
        place = f"exercise {number} of {self.place}"
        if not isinstance(value, Mapping) or not value:
            self.losses.append(f"{place.capitalize()} is left out: it is {kind_of(value)}, {opens_none}")
            return None
        name = self._name(value, place, opens_none)
        seconds = number_of(value.get("duration"))
        counted = number_of(value.get("count")) or (
            number_of(value.get("repetitions")) if seconds is None else None
        )
        if counted is not None:
            return self._counted(name, place, counted, seconds)
        if seconds is None:
            is_null = value.get("duration", "") is None
            takes = f"for which {self.app} takes {DEFAULT_SECONDS} s." if is_null else opens_none
            fault = fault_of(value, "duration")
            self.losses.append(f"{quoted(name)} ({place}) is left out: its duration {fault}, {takes}")
            return None
        return JawtExercise(name, seconds, self.alternates or value.get("alternating") is True)

    def _name(self, value: Mapping[str, object], place: str, opens_none: str) -> str:
        name = line_of(value.get("name")) or "Exercise"
        if not isinstance(value.get("name"), str):
            is_null = value.get("name", "") is None
            takes = f"as {self.app} calls it." if is_null else opens_none
            self.losses.append(
                f'The name of {place} {fault_of(value, "name")}: it is called "{name}", {takes}'
            )
        return name

    def _counted(self, name: str, place: str, counted: float, seconds: float | None) -> JawtExercise | None:
        if seconds:
            self.losses.append(
                f"{quoted(name)} is done {counted:g} times there; here it lasts {minutes_and_seconds(seconds)}."
            )
            return JawtExercise(name, seconds, self.alternates)
        lasts = minutes_and_seconds(min(counted, _MOST_COUNTS) * _SECONDS_A_COUNT)
        self.losses.append(
            f"{quoted(name)} ({place}) is left out: it is done {counted:g} times, for which {self.app} takes {lasts}, "
            "and a routine counts nothing."
        )
        return None
