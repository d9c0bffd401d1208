"""The command line: reads the arguments, and hands each command to the module that does it."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn

from routine_app import __version__
from routine_app.cli.commands.balance import balance_document, balance_table
from routine_app.cli.commands.check import check
from routine_app.cli.commands.export_import import export_history, import_history
from routine_app.cli.commands.history import history_table, print_csv
from routine_app.cli.commands.list_routines import list_document, list_table
from routine_app.cli.commands.new import new_routine
from routine_app.cli.commands.paths import places_document, places_lines
from routine_app.cli.commands.plan import find_routine, plan_document, plan_table
from routine_app.cli.commands.publish import publish_lines
from routine_app.cli.commands.today import today_document, today_lines
from routine_app.cli.errors import ExitCode, complain, plain_exit
from routine_app.cli.log_file import log_to
from routine_app.cli.output import print_json
from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.today import MINUTES_CHOICES, today
from routine_app.core.days import WEEK_DAYS, days_back
from routine_app.core.history.exchange.history_json import history_document
from routine_app.core.routine.repository import RoutineRepository
from routine_app.core.routine.yaml_writer import routine_text
from routine_app.data.clock import SystemClock
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.paths import assets_folder, find_places, shipped_routines_folder
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.settings.file import SettingsFile

HIGHEST_PORT = 65535
MOST_DAYS = 3650


def run() -> NoReturn:
    """Run the command that the program's arguments name, and end with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0, 1 (the input is at fault), 2 (usage or file system)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    return plain_exit(lambda: _do(options))


class _PlainParser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        complain(f"{message}; `{self.prog} --help` says what there is.")
        sys.exit(ExitCode.USAGE_OR_FILE_SYSTEM)


def _parser() -> argparse.ArgumentParser:
    parser = _PlainParser(
        prog="routine-app",
        description="A stretching-routine timer. With no command it opens the app.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"routine-app {__version__}")
    parser.set_defaults(work=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_serve(_command(commands, "serve", _serve, "serve the app to browsers"))
    making = _command(commands, "new", _new, "write a new routine file to begin with")
    making.add_argument(
        "name", metavar="NAME", help="name, title, or path of the file; a name or title goes to your routines"
    )
    checking = _command(commands, "check", _check, "check routine files, a line for each problem")
    checking.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="file or folder (default: all your routines)"
    )
    planning = _command(commands, "plan", _plan, "show every timed step of a routine")
    planning.add_argument("routine", metavar="FILE", help="routine file, or a name that `list` shows")
    planning.add_argument("--json", action="store_true", help="as JSON")
    routines = _command(commands, "list", _list, "show the routines with their length and muscles")
    routines.add_argument("--json", action="store_true", help="as JSON")
    _add_history(_command(commands, "history", _history, "show what was held"))
    _add_exchange(commands)
    _add_balance(_command(commands, "balance", _balance, "show what each muscle and side got"))
    _add_today(_command(commands, "today", _today, "show what is most worth doing today, and why"))
    publishing = _command(
        commands, "publish", _publish, "build the phone app: static files that work offline"
    )
    publishing.add_argument(
        "folder", type=Path, metavar="DIR", help="new or empty folder, or an earlier build"
    )
    paths = _command(commands, "paths", _paths, "show where the files are")
    paths.add_argument("--json", action="store_true", help="as JSON")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_PlainParser]",
    name: str,
    work: Callable[[argparse.Namespace], ExitCode],
    purpose: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.", allow_abbrev=False
    )
    parser.set_defaults(work=work)
    return parser


def _add_serve(serve: argparse.ArgumentParser) -> None:
    serve.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="port to listen on (default: 8550, or a free one if it is taken)",
    )
    serve.add_argument(
        "--host",
        metavar="H",
        help="address of this computer to listen on (default: 127.0.0.1; with --lan, its own in the network)",
    )
    serve.add_argument(
        "--lan",
        action="store_true",
        help="let phones of the local network in by a code to scan; nobody else",
    )


def _add_history(history: argparse.ArgumentParser) -> None:
    form = history.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, with every hold")
    form.add_argument("--csv", action="store_true", help="as CSV, a row for each hold")


def _add_exchange(commands: "argparse._SubParsersAction[_PlainParser]") -> None:
    exporting = _command(commands, "export", _export, "write the whole history to a file")
    exporting.add_argument(
        "file", metavar="FILE", help="file to write; .csv has a row for each hold, - prints JSON"
    )
    importing = _command(commands, "import", _import, "join exported histories to this one")
    importing.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="file that `export` or `history --json` wrote"
    )


def _add_balance(balancing: argparse.ArgumentParser) -> None:
    balancing.add_argument("--json", action="store_true", help="as JSON")
    balancing.add_argument(
        "--days", type=_days, default=WEEK_DAYS, metavar="N", help="in so many days (default: 7)"
    )


def _add_today(asking: argparse.ArgumentParser) -> None:
    asking.add_argument(
        "--minutes", type=int, choices=MINUTES_CHOICES, default=5, help="the time you have (default: 5)"
    )
    form = asking.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--yaml", action="store_true", help="as a routine's file, to keep")


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a port; give a number from 0 (any free one) to 65535'
        )
    return int(text)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_DAYS):
        raise argparse.ArgumentTypeError(f'"{text}" is no number of days; give one from 1 to {MOST_DAYS}')
    return int(text)


def _do(options: argparse.Namespace) -> ExitCode:
    log_to(find_places(os.environ).log)
    work: Callable[[argparse.Namespace], ExitCode] = options.work
    return work(options)


def _open(_: argparse.Namespace) -> ExitCode:
    from routine_app.app import page_main  # noqa: PLC0415 - Flet takes its time
    from routine_app.serve.open_app import open_app  # noqa: PLC0415 - the same

    open_app(page_main(), assets_folder(), os.environ)
    return ExitCode.OK


def _serve(options: argparse.Namespace) -> ExitCode:
    from routine_app.serve.http.listener import LOOPBACK, listen, listen_in_lan  # noqa: PLC0415 - sockets

    listener = (
        listen_in_lan(options.host, options.port)
        if options.lan
        else listen(LOOPBACK if options.host is None else options.host, options.port)
    )
    from routine_app.app import page_main  # noqa: PLC0415 - Flet takes its time

    if options.lan:
        from routine_app.serve.lan.serve_phones import serve_to_phones  # noqa: PLC0415 - the same

        serve_to_phones(page_main(), assets_folder(), listener, os.environ)
    else:
        from routine_app.serve.open_app import serve_app  # noqa: PLC0415 - the same

        serve_app(page_main(), assets_folder(), listener)
    return ExitCode.OK


def _new(options: argparse.Namespace) -> ExitCode:
    return new_routine(options.name, shipped_routines_folder(), find_places(os.environ).routines)


def _check(options: argparse.Namespace) -> ExitCode:
    own = find_places(os.environ).routines
    everything = [*([own] if own.exists() else []), shipped_routines_folder()]
    return check(options.paths or everything)


def _plan(options: argparse.Namespace) -> ExitCode:
    routine, problems = find_routine(options.routine, _library())
    for problem in problems:
        complain(str(problem))
    if routine is None:
        return ExitCode.INPUT_AT_FAULT
    if options.json:
        print_json(plan_document(routine))
    else:
        print(plan_table(routine))
    return ExitCode.OK


def _list(options: argparse.Namespace) -> ExitCode:
    entries = _library().entries()
    if options.json:
        print_json(list_document(entries))
    else:
        print(list_table(entries))
    return ExitCode.OK


def _history(options: argparse.Namespace) -> ExitCode:
    with closing(SqliteHistory(find_places(os.environ).history)) as history:
        sessions = history.sessions()
    if options.json:
        print_json(history_document(sessions))
    elif options.csv:
        print_csv(sessions)
    else:
        print(history_table(sessions))
    return ExitCode.OK


def _export(options: argparse.Namespace) -> ExitCode:
    path = find_places(os.environ).history
    with closing(SqliteHistory(path)) as history:
        export_history(history, options.file, path)
    return ExitCode.OK


def _import(options: argparse.Namespace) -> ExitCode:
    with closing(SqliteHistory(find_places(os.environ).history)) as history:
        return import_history(history, options.files)


def _balance(options: argparse.Namespace) -> ExitCode:
    found = _balance_of(options.days)
    if options.json:
        print_json(balance_document(found))
    else:
        print(balance_table(found))
    return ExitCode.OK


def _today(options: argparse.Namespace) -> ExitCode:
    found = today(_balance_of(WEEK_DAYS), _library().entries(), options.minutes)
    if options.json:
        print_json(today_document(found))
    elif not options.yaml:
        print(today_lines(found))
    elif found.routine is not None:
        print(routine_text(found.routine), end="")
    else:
        complain(f"{found.title}: {found.why}")
        return ExitCode.INPUT_AT_FAULT
    return ExitCode.OK


def _balance_of(days: int) -> Balance:
    places = find_places(os.environ)
    dose_seconds = SettingsFile(places.settings).load().settings.weekly_dose_seconds
    with closing(SqliteHistory(places.history)) as history:
        sums = history.held(days_back(SystemClock().wall().date(), days))
    return balance([(held.muscles, held.side, held.seconds) for held in sums], days, dose_seconds)


def _publish(options: argparse.Namespace) -> ExitCode:
    from routine_app.serve.publish.publisher import publish  # noqa: PLC0415 - Flet takes its time

    built = publish(options.folder, assets_folder(), shipped_routines_folder(), os.environ)
    print(publish_lines(options.folder, built.size_bytes, built.file_count, is_compiled=built.is_compiled))
    return ExitCode.OK


def _paths(options: argparse.Namespace) -> ExitCode:
    places = find_places(os.environ)
    if options.json:
        print_json(places_document(places))
    else:
        print(places_lines(places))
    return ExitCode.OK


def _library() -> RoutineRepository:
    return FolderRoutines(shipped_routines_folder(), find_places(os.environ).routines)


if __name__ == "__main__":
    run()
