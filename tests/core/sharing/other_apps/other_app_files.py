"""Files of other timers, and what the reader makes of the routines in them."""

import json
from pathlib import Path

from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import StepKind, plan
from routine_app.core.routine.repository import CheckedText
from routine_app.core.sharing.other_apps.other_app_routine import OtherAppFile, OtherAppRoutine
from routine_app.core.sharing.other_apps.reader import read_other_apps_file
from routine_app.core.text.decoding import decode_json_file
from routine_app.data.routines.reader.routine import read_routine

SAMPLES = Path(__file__).parents[1] / "other_apps_files"
JAWT, OPEN_HIIT = "Just Another Workout Timer", "OpenHIIT"
COLOUR_LOST = "Its colour and the sounds chosen for it: here colours and sounds are the same for all."


def read(content: object) -> OtherAppFile:
    """A file that is one of theirs, given as bytes, as text, or as what is in it."""
    text = decode_json_file(content) if isinstance(content, bytes) else content
    found = read_other_apps_file(text if isinstance(text, str) else json.dumps(text))
    assert found is not None
    return found


def sample(name: str) -> tuple[OtherAppRoutine, ...]:
    """The routines of a sample file."""
    return read((SAMPLES / f"{name}.json").read_bytes()).routines


def reading(text: str) -> CheckedText:
    """What the reader makes of a text."""
    return read_routine("it.yaml", text.encode())


def routine_of(other: OtherAppRoutine) -> Routine:
    """The routine that the reader makes of what was written: there is nothing wrong with it."""
    read = reading(other.yaml_text)
    assert (read.problems, read.routine is None) == ((), False)
    assert read.routine is not None
    assert read.routine.title == other.title
    return read.routine


def outline(routine: Routine) -> list[tuple[str, float, float, int]]:
    """Name, hold, rest and sets of each stretch."""
    return [(s.name, s.holds[0].hold_seconds, s.rest_seconds, s.sets) for s in routine.stretches]


def holds(routine: Routine) -> list[tuple[str, float]]:
    """What is held, in order."""
    return [(step.stretch.name, step.seconds) for step in plan(routine) if step.kind is StepKind.HOLD]


def exercise(name: str = "Plank", duration: object = 30) -> dict[str, object]:
    """One exercise of Just Another Workout Timer."""
    return {"name": name, "duration": duration}


def workout(*exercises: object, title: object = "Abs", repetitions: object = 1) -> dict[str, object]:
    """A workout of Just Another Workout Timer with one set."""
    return {"title": title, "sets": [{"repetitions": repetitions, "exercises": list(exercises)}]}


def timer(**changes: object) -> dict[str, object]:
    """A timer of OpenHIIT; changes of its times are among them."""
    times: dict[str, object] = {"workTime": 30, "restTime": 10}
    own: dict[str, object] = {"name": "Abs", "activeIntervals": 2, "activities": ["A", "B"]}
    for key, value in changes.items():
        (own if key in {"name", "activeIntervals", "activities", "timeSettings"} else times)[key] = value
    return {"timeSettings": times, **own}


def only(value: object) -> OtherAppRoutine:
    """The one routine of a file."""
    (routine,) = read(value).routines
    return routine
