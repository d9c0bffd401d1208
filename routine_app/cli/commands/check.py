"""The `check` command: what is wrong with routine files, a line for each problem."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.output import one_line
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import user_paths
from routine_app.core.errors import os_reason
from routine_app.core.routine.passed_over import passed_over_words
from routine_app.core.routine.problem import Problem, Severity
from routine_app.core.text.numbers import count
from routine_app.data import paths
from routine_app.data.routines.library import is_routine_file
from routine_app.data.routines.passed_over import is_passed_over
from routine_app.data.routines.reader.routine import read_routine_file


class Tally:
    """What a check has found so far."""

    def __init__(self) -> None:
        self.files = self.errors = self.warnings = self.unreadable_paths = 0

    def add(self, problems: Iterable[Problem]) -> None:
        """Count one file and its problems."""
        severities = [problem.severity for problem in problems]
        self.files += 1
        self.errors += severities.count(Severity.ERROR)
        self.warnings += severities.count(Severity.WARNING)

    def __str__(self) -> str:
        """The tally in one line: "2 files, 3 errors"."""
        parts = [count(self.files, "file"), count(self.errors, "error") if self.errors else "no errors"]
        if self.warnings:
            parts.append(count(self.warnings, "warning"))
        return ", ".join(parts)

    @property
    def exit_code(self) -> ExitCode:
        """What to tell the shell: a path that cannot be read outweighs an error in a file."""
        if self.unreadable_paths:
            return ExitCode.USAGE_OR_FILE_SYSTEM
        return ExitCode.INPUT_AT_FAULT if self.errors else ExitCode.OK


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("check", run, "check routine files, a line for each problem")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="file or folder (default: all your routines)"
    )


def run(options: Namespace) -> ExitCode:
    """Print the problems of routine files, and of those in folders, and a summary."""
    tally = Tally()
    for path in options.paths or _all_folders():
        for file in _files_to_check(path, tally):
            _check_file(file, tally)
        for file in passed_over_files(path):
            tally.warnings += 1
            print(one_line(str(file.parent / passed_over_words(file.name))))
    print(tally)
    return tally.exit_code


def _all_folders() -> list[Path]:
    own = user_paths().routines
    return [*([own] if own.exists() else []), paths.shipped_routines_folder()]


def routine_files(path: Path) -> Iterator[Path]:
    """The file itself, or the routine files in the folder and those below it, in order of path.

    Files and folders whose name begins with a dot are passed over. Raises OSError for what cannot be read.
    """
    if not path.is_dir():
        yield path
        return
    for folder, subfolders, names in os.walk(path, onerror=_raise):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if is_routine_file(name))


def passed_over_files(path: Path) -> Iterator[Path]:
    """The files in the folder and those below it that hold a routine, and are passed over for what they end in."""
    for folder, subfolders, names in os.walk(path):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from filter(_is_passed_over, (Path(folder, name) for name in sorted(names)))


def _is_passed_over(path: Path) -> bool:
    try:
        return is_passed_over(path)
    except OSError:  # what cannot be read is not known to be a routine
        return False


def _files_to_check(path: Path, tally: Tally) -> list[Path]:
    try:
        return list(routine_files(path))
    except OSError as error:
        _report_unreadable(path, error, tally)
        return []


def _check_file(file: Path, tally: Tally) -> None:
    try:
        problems = read_routine_file(file).problems
    except OSError as error:
        _report_unreadable(file, error, tally)
        return
    tally.add(problems)
    for problem in problems:
        print(one_line(str(problem._replace(file_name=str(file)))))


def _report_unreadable(path: Path, error: OSError, tally: Tally) -> None:
    tally.unreadable_paths += 1
    complain(f"Cannot read {path}: {os_reason(error)}.")


def _raise(error: OSError) -> None:
    raise error
