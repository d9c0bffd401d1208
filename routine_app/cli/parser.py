"""The parsers of arguments, whose complaints are one line."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NoReturn

from routine_app.cli.errors import ExitCode, complain

Run = Callable[[Namespace], ExitCode | None]
"""Does the work of a command, and gives its exit code unless that is OK."""


class PlainParser(ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """End the program with the message and where to find help."""
        complain(f"{message}; `{self.prog} --help` says what there is.")
        sys.exit(ExitCode.USAGE_OR_FILE_SYSTEM)


class Commands:
    """The commands of a parser."""

    def __init__(self, parser: PlainParser) -> None:
        self._parsers = parser.add_subparsers(title="commands", metavar="COMMAND")

    def add(self, name: str, run: Run, purpose: str) -> ArgumentParser:
        """A command's own parser; `run` does its work, and `purpose` stands in the help, in small letters."""
        parser = self._parsers.add_parser(
            name, help=purpose, description=f"{purpose[0].upper()}{purpose[1:]}.", allow_abbrev=False
        )
        parser.set_defaults(run=run)
        return parser
