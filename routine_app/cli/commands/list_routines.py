"""The `list` command: the routines of the library, as a table or as JSON."""

from argparse import Namespace
from collections.abc import Sequence

from routine_app.cli.errors import complain
from routine_app.cli.output import clock_time, json_text, table
from routine_app.cli.parser import Commands
from routine_app.cli.user_library import library
from routine_app.core.routine.muscles import muscle_labels
from routine_app.core.routine.passed_over import passed_over_words
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.text.numbers import count, json_number


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("list", run, "show the routines with their length and muscles")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> None:
    """Print every routine."""
    routines = library()
    entries = routines.entries()
    print(json_text(list_document(entries)) if options.json else list_table(entries))
    for file_name in routines.passed_over():
        complain(passed_over_words(file_name))


def list_document(entries: Sequence[RoutineEntry]) -> dict[str, object]:
    """The routines for JSON; one whose file cannot be used has no title, and says its errors."""
    return {"routines": [_entry_document(entry) for entry in entries]}


def list_table(entries: Sequence[RoutineEntry]) -> str:
    """The routines to read: name, title, length, muscles, and whether the file has errors."""
    if not entries:
        return "No routines yet."
    return table(("name", "title", "time", "muscles", ""), [_row(entry) for entry in entries])


def _entry_document(entry: RoutineEntry) -> dict[str, object]:
    routine = entry.routine
    return {
        "name": entry.name,
        "title": routine.title if routine else None,
        "total_seconds": json_number(planned_seconds(routine)) if routine else None,
        "muscles": list(routine.muscles) if routine else [],
        "file": entry.file_name,
        "shipped": entry.is_shipped,
        "errors": [str(error) for error in entry.errors],
    }


def _row(entry: RoutineEntry) -> tuple[str, ...]:
    faults = count(len(entry.errors), "error") if entry.errors else ""
    if entry.routine is None:
        return (entry.name, "", "", "", faults)
    muscles = muscle_labels(entry.routine.muscles)
    return (entry.name, entry.routine.title, clock_time(planned_seconds(entry.routine)), muscles, faults)
