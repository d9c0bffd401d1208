"""The `plan` command: every timed step of a routine, as a table or as JSON."""

from argparse import Namespace
from collections.abc import Iterator

from routine_app.cli.errors import ExitCode
from routine_app.cli.named_routine import add_routine_argument, find_routine
from routine_app.cli.output import clock_time, json_text, one_line, table
from routine_app.cli.parser import Commands
from routine_app.core.routine.model import Routine, Side
from routine_app.core.routine.plan import Step, plan, planned_seconds
from routine_app.core.routine.wording import PHASE_WORDS
from routine_app.core.text.numbers import json_number

HEADER = ("step", "kind", "stretch", "side", "seconds", "total", "cues")


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("plan", run, "show every timed step of a routine")
    add_routine_argument(parser, "FILE")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> ExitCode:
    """Print the problems of the routine's file, and its plan unless it has errors."""
    found = find_routine(options.routine)
    if found is None:
        return ExitCode.INPUT_AT_FAULT
    print(json_text(plan_document(found.routine)) if options.json else plan_table(found.routine))
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
