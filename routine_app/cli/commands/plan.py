"""The `plan` command: every timed step of a routine, as a table or as JSON."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.output import clock_time, json_text, one_line, table
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import library
from routine_app.core.errors import UserFacingError
from routine_app.core.routine.model import Routine, Side
from routine_app.core.routine.plan import Step, plan, planned_seconds
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.routine.wording import PHASE_WORDS
from routine_app.core.text.json_parsing import json_number
from routine_app.data.routines.reader.routine import read_routine_file

HEADER = ("step", "kind", "stretch", "side", "seconds", "total", "cues")


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("plan", run, "show every timed step of a routine")
    parser.add_argument("routine", metavar="FILE", help="routine file, or a name that `list` shows")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> ExitCode:
    """Print the problems of the routine's file, and its plan unless it has errors."""
    routine, problems = _find_routine(options.routine)
    for problem in problems:
        complain(str(problem))
    if routine is None:
        return ExitCode.INPUT_AT_FAULT
    print(json_text(plan_document(routine)) if options.json else plan_table(routine))
    return ExitCode.OK


def plan_document(routine: Routine) -> dict[str, object]:
    """The plan for JSON: title, total seconds, and each step with its cues."""
    return {
        "title": routine.title,
        "total_seconds": json_number(planned_seconds(routine)),
        "steps": [_step_document(step) for step in plan(routine)],
    }


def plan_table(routine: Routine) -> str:
    """The plan to read: a line for each step, with the time that has passed when it ends."""
    rows = [row for number, step in enumerate(plan(routine), 1) for row in _rows(number, step)]
    total = clock_time(planned_seconds(routine))
    return f"{one_line(routine.title)}, {total}\n\n" + table(
        HEADER, rows, frozenset({"step", "seconds", "total"})
    )


def _step_document(step: Step) -> dict[str, object]:
    return {
        "kind": step.kind.value,
        "stretch": step.stretch.name,
        "side": step.side.value,
        "set": step.set_number,
        "round": step.round_number,
        "seconds": json_number(step.seconds),
        "start": json_number(step.start_seconds),
        "cues": [{"at": json_number(cue.at_seconds), "say": cue.say} for cue in step.cues],
    }


def _rows(number: int, step: Step) -> Iterator[tuple[str, ...]]:
    cues = [f"{json_number(cue.at_seconds)} s: {cue.say}" for cue in step.cues] or [""]
    yield (
        str(number),
        PHASE_WORDS[step.kind],
        step.stretch.name,
        "" if step.side is Side.BOTH else step.side.value,
        str(json_number(step.seconds)),
        clock_time(step.start_seconds + step.seconds),
        cues[0],
    )
    for cue in cues[1:]:
        yield ("", "", "", "", "", "", cue)


def _find_routine(word: str) -> tuple[Routine | None, Sequence[Problem]]:
    """The routine and its file's problems; None if it has errors.

    A file of that path goes before a routine of that name. Raises UserFacingError if there is neither.
    """
    path = Path(word)
    if path.exists() and not path.is_dir():
        reading = read_routine_file(path)
        return reading.routine, reading.problems
    entry = _entry_named(word, library().entries())
    return (None if entry.errors else entry.routine), entry.problems


def _entry_named(word: str, entries: Sequence[RoutineEntry]) -> RoutineEntry:
    for entry in entries:
        if word == entry.name:
            return entry
    near = get_close_matches(word, [entry.name for entry in entries], n=1)
    advice = f'did you mean "{near[0]}"?' if near else "`routine-app list` names them all."
    raise UserFacingError(f'There is no file "{word}", and no routine of that name; {advice}')
