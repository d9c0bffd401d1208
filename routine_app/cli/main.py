"""The command line: reads the arguments, and runs the command that they name."""

import gc
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import NoReturn

from routine_app import __version__
from routine_app.cli.commands import start
from routine_app.cli.errors import ExitCode, plain_exit
from routine_app.cli.log_file import log_to
from routine_app.cli.parser import Commands, PlainParser, Run
from routine_app.cli.user_files import user_paths

COMMANDS = {
    "serve": "serve",
    "new": "new",
    "check": "check",
    "plan": "plan",
    "record": "record",
    "list": "list_routines",
    "history": "history",
    "export": "export",
    "import": "import_files",
    "balance": "balance",
    "today": "today",
    "publish": "publish",
    "paths": "paths",
}
"""The module of each command, in the order in which the help names them."""

VERSION = "--version"


def run() -> NoReturn:
    """Run the command that the program's arguments name, and end with its exit code."""
    # What is loaded by now stays until the end: to look for garbage in it, there above all, took a tenth of `list`.
    gc.freeze()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code: 0, 1 (the input is at fault), 2 (usage or file system)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = command_parser(_asked_for(arguments)).parse_args(arguments)
    return plain_exit(lambda: _run(options.run, options))


def command_parser(names: Iterable[str]) -> PlainParser:
    """The parser of these commands; what it makes of arguments has the command's function as `run`."""
    parser = PlainParser(
        prog="routine-app",
        description="A stretching-routine timer. With no command it opens the app.",
        allow_abbrev=False,
    )
    parser.add_argument(VERSION, action="version", version=f"routine-app {__version__}")
    parser.set_defaults(run=start.run)
    commands = Commands(parser)
    for module in dict.fromkeys(COMMANDS[name] for name in names):
        import_module(f"routine_app.cli.commands.{module}").add_parser(commands)
    return parser


def _asked_for(arguments: Sequence[str]) -> Iterable[str]:
    """The commands to load: the one that is named, none to open the app or tell its version, all for the help."""
    if not arguments or arguments[0] == VERSION:
        return ()
    return arguments[:1] if arguments[0] in COMMANDS else COMMANDS


def _run(command: Run, options: Namespace) -> ExitCode | None:
    log_to(user_paths().log)
    return command(options)
