"""The `new` command: a routine file to begin with, commented, and never in place of another."""

import os
import re
from argparse import Namespace
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import user_paths
from routine_app.core.errors import UserFacingError
from routine_app.core.routine.file_name import ROUTINE_ENDING, SCHEMA_FILE, plain_file_name
from routine_app.core.routine.repository import NameTakenError
from routine_app.core.routine.starter import UnusableTitleError, starter_text
from routine_app.data import paths
from routine_app.data.files.atomic import create_file
from routine_app.data.routines.accepted_names import require_new_file_name
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import is_routine_file
from routine_app.data.routines.schema_copy import put_schema

_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


class _RefusedNameError(Exception):
    """No routine can be written under this name; the text is one sentence."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("new", run, "write a new routine file to begin with")
    parser.add_argument(
        "name", metavar="NAME", help="name, title, or path of the file; a name or title goes to your routines"
    )


def run(options: Namespace) -> ExitCode:
    """Write a new routine under a name, a title or a path, and say where it is and what to do next.

    A name or a title becomes a file in the user's folder, a path exactly that file. Raises
    UserFacingError if it cannot be written.
    """
    name: str = options.name
    user_folder = user_paths().routines
    if not name.strip(" ."):
        complain(f'"{name}" is no name for a routine; write one such as hips.')
        return ExitCode.INPUT_AT_FAULT
    try:
        path = _written_at(name, user_folder) if _is_path(name) else _written_in(user_folder, name)
    except (_RefusedNameError, UnusableTitleError) as error:
        complain(str(error))
        return ExitCode.INPUT_AT_FAULT
    print(_next_steps(path, user_folder))
    return ExitCode.OK


def _written_in(user_folder: Path, name: str) -> Path:
    """The file that was written for a name or a title."""
    file_name = _file_name(name)
    _require_usable(file_name)
    text = starter_text(_title(name))
    files = FolderRoutineFiles(paths.shipped_routines_folder(), user_folder)
    try:
        files.create(file_name, text)
    except NameTakenError as error:
        free = Path(files.free_name(name)).stem
        raise _RefusedNameError(f"{error} is there already; choose another name, such as {free}.") from error
    put_schema(user_folder, paths.shipped_routines_folder())
    return user_folder / file_name


def _written_at(name: str, user_folder: Path) -> Path:
    """The file that was written for a path."""
    path = Path(name) if Path(name).suffix else Path(name + ROUTINE_ENDING)
    if name.endswith(_SEPARATORS) or Path(name).is_dir():
        raise _RefusedNameError(f"{name} is a folder; write the name of a file in it.")
    _require_usable(path.name)
    if not path.parent.is_dir():
        raise _RefusedNameError(f"There is no folder {path.parent}; make it first, or write another path.")
    text = starter_text(_title(path.name))
    try:
        create_file(path, text.encode())
    except FileExistsError as error:
        raise _RefusedNameError(f"{path} is there already; choose another name.") from error
    if _is_in(user_folder, path) or not (path.parent / SCHEMA_FILE).exists():
        put_schema(path.parent, paths.shipped_routines_folder())
    return path


def _is_path(name: str) -> bool:
    return bool(Path(name).drive) or any(separator in name for separator in _SEPARATORS)


def _file_name(name: str) -> str:
    """A plain name is the file's, with its ending; anything else is a title, of which one is made."""
    if not re.fullmatch(r"[\w.-]+", name):
        return plain_file_name(name)
    return name if is_routine_file(name) else name + ROUTINE_ENDING


def _title(name: str) -> str:
    """The name as a title: `evening-hips.yaml` is "Evening hips"; one with spaces stays as it is."""
    stem = Path(name).stem if is_routine_file(name) else name
    if " " in stem:
        return stem
    words = re.sub("[-_]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]


def _require_usable(file_name: str) -> None:
    try:
        require_new_file_name(file_name)
    except UserFacingError as error:
        raise _RefusedNameError(str(error)) from error


def _is_in(folder: Path, path: Path) -> bool:
    return path.resolve().parent == folder.resolve()


def _next_steps(path: Path, user_folder: Path) -> str:
    if _is_in(user_folder, path):
        next_step = "The app lists it. Edit it in any editor; each time you save it, the app reads it anew."
    else:
        next_step = f"Edit it in any editor. The app lists it once it is in {user_folder}."
    return "\n".join([f"Written: {path}", next_step, f"Check it: routine-app check {_as_argument(path)}"])


def _as_argument(path: Path) -> str:
    text = str(path)
    return f'"{text}"' if re.search(r"[\s&()']", text) else text
