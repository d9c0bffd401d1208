"""The `today` command: what is most worth doing today, to read, as JSON or as a routine's file."""

from argparse import Namespace
from dataclasses import replace

from routine_app.cli.commands.balance import balance_of
from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.output import clock_time, json_text
from routine_app.cli.parser import Commands
from routine_app.cli.user_history import history
from routine_app.cli.user_library import library
from routine_app.cli.user_settings import user_settings
from routine_app.core.balance.today import MINUTES_CHOICES, NEWEST_SESSIONS, Today, just_done, today
from routine_app.core.days import WEEK_DAYS
from routine_app.core.library.routine_view import hold_words
from routine_app.core.routine.model import Stretch
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.core.text.numbers import json_number
from routine_app.data.clock import SystemClock


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("today", run, "show what is most worth doing today, and why")
    parser.add_argument(
        "--minutes", type=int, choices=MINUTES_CHOICES, help="the time you have (default: as set, else 5)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--yaml", action="store_true", help="as a routine's file, to keep")


def run(options: Namespace) -> ExitCode:
    """Print what was found; with `--yaml` it is an error if that is no routine."""
    settings = user_settings()
    settings = replace(settings, today_minutes=options.minutes or settings.today_minutes)
    with history() as kept:
        done = just_done(kept.newest_sessions(NEWEST_SESSIONS), SystemClock().wall())
        balance = balance_of(kept, WEEK_DAYS, settings)
    found = today(balance, library().entries(), settings, done)
    if not options.yaml:
        print(json_text(today_document(found)) if options.json else today_lines(found))
    elif found.routine is not None:
        print(routine_text(found.routine), end="")
    else:
        complain(f"{found.title}: {found.why}")
        return ExitCode.INPUT_AT_FAULT
    return ExitCode.OK


def today_lines(today: Today) -> str:
    """Title and why; then each stretch of the routine, with its own why if it was made for today."""
    lines = [today.title, today.why]
    if today.routine is not None:
        lines[0] += f", {clock_time(today.seconds)}"
        lines += [_line(stretch, is_made=not today.name) for stretch in today.routine.stretches]
    return "\n".join(lines)


def today_document(today: Today) -> dict[str, object]:
    """The document of `today --json`; `routine` is the name that `list` shows, None for one that was made."""
    routine = today.routine
    return {
        "routine": today.name or None,
        "title": today.title,
        "why": today.why,
        "total_seconds": json_number(today.seconds),
        "stretches": [_stretch(one, is_made=not today.name) for one in routine.stretches] if routine else [],
    }


def _line(stretch: Stretch, *, is_made: bool) -> str:
    why = f" ({stretch.why})" if is_made else ""
    return f"  {stretch.name}: {hold_words(stretch)}{why}"


def _stretch(stretch: Stretch, *, is_made: bool) -> dict[str, object]:
    return {
        "stretch": stretch.name,
        "muscles": list(stretch.muscles),
        "sets": stretch.sets,
        "holds": [
            {"side": hold.side.value, "seconds": json_number(hold.hold_seconds)} for hold in stretch.holds
        ],
        "why": stretch.why if is_made else None,
    }
