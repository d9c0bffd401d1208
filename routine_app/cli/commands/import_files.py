"""The command `import`: histories are joined to this one, routines kept among the user's, by what each file holds."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import chain, takewhile
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.output import one_line
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import user_paths
from routine_app.cli.user_history import history
from routine_app.core.errors import os_reason
from routine_app.core.history.exchange.incoming import IncomingHistory
from routine_app.core.history.exchange.merge import join_to, join_words
from routine_app.core.history.exchange.reader import HistoryFileError, read_history, refuse_too_large
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.long_work import finish
from routine_app.core.routine.file_name import ends_as_routine, numbered_names
from routine_app.core.routine.problem import Severity
from routine_app.core.routine.repository import RoutineFileStore
from routine_app.core.sharing.file_kind import holds_routine, may_be_history, refuse_table
from routine_app.core.sharing.import_reader import ImportedRoutine, read_code, read_import
from routine_app.core.sharing.import_reader import refuse_too_large as refuse_large_import
from routine_app.core.sharing.link import code_in, is_code
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES
from routine_app.core.sharing.refusals import RefusedImportError
from routine_app.core.text.clean import quoted
from routine_app.core.text.decoding import in_utf_8
from routine_app.core.text.numbers import count
from routine_app.data.files.pieces import pieces_of
from routine_app.data.paths import shipped_routines_folder
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.texts import RoutineYaml

Incoming = IncomingHistory | Sequence[ImportedRoutine]
"""What is in a file."""


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    importing = commands.add("import", run, "join exported histories to this one, and keep routines of files")
    importing.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="what `export` or `history --json` wrote, a routine, a text with its code, or another app's export",
    )


def run(options: Namespace) -> ExitCode:
    """Take what is in files, and say of each what it was and what came of it; if one cannot be taken, none of them."""
    incoming: dict[Path, Incoming] = {}
    code = ExitCode.OK
    with history() as kept:
        for path in options.files:
            try:
                incoming[path] = _read(path)
            except (HistoryFileError, RefusedImportError) as error:
                complain(str(error))
                code = max(code, ExitCode.INPUT_AT_FAULT)
            except OSError as error:
                complain(f"Cannot read {path}: {os_reason(error)}.")
                code = max(code, ExitCode.USAGE_OR_FILE_SYSTEM)
        for path, found in incoming.items():
            if code is ExitCode.OK:
                _take(path, found, kept)
            else:
                print(
                    f"{one_line(str(path))}: {_kind(found)}, left alone since not all of the files can be taken."
                )
    return code


def _read(path: Path) -> Incoming:
    """What is in a file. Raises HistoryFileError, RefusedImportError and OSError."""
    code = code_in(str(path)) or ""
    if is_code(code) and not _exists(path):
        return _checked(path, (read_code(code, RoutineYaml().check),))
    size_bytes = path.stat().st_size
    refuse_too_large(str(path), size_bytes)
    pieces = pieces_of(path)
    start = _start(pieces)
    is_whole = len(start) <= OTHER_APPS_LIMIT_BYTES
    if ends_as_routine(path.name):
        refuse_large_import(path.name, size_bytes)
    if is_whole and holds_routine(path.name, start):
        return _checked(path, read_import(path.name, start, RoutineYaml().check))
    refuse_table(path.name, start)
    if not may_be_history(start[:OTHER_APPS_LIMIT_BYTES]):
        raise RefusedImportError(f"{path} holds no routine and no history.")
    return finish(
        read_history(str(path), size_bytes, (in_utf_8(start),) if is_whole else chain((start,), pieces))
    )


def _start(pieces: Iterator[bytes]) -> bytes:
    """The beginning of a file: all of it, unless it is larger than any that holds routines."""
    start = b""
    for piece in pieces:
        start += piece
        if len(start) > OTHER_APPS_LIMIT_BYTES:
            break
    return start


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a code is longer than any name
        return False


def _checked(path: Path, found: Sequence[ImportedRoutine]) -> Sequence[ImportedRoutine]:
    """The routines of a file; one with an error is refused, since it would only be kept to be mended."""
    for routine in found:
        if routine.routine is None:
            errors = [str(one) for one in routine.problems if one.severity is Severity.ERROR]
            problems = "; ".join(errors[:3])
            raise RefusedImportError(f"{path} is a routine with errors, mend it first: {problems}.")
    return found


def _kind(found: Incoming) -> str:
    """What a file is, in words."""
    if isinstance(found, IncomingHistory):
        return "a history"
    other = found[0].other
    routines = "a routine" if len(found) == 1 else count(len(found), "routine")
    return f"{routines} of {other.app}" if other else routines


def _take(path: Path, found: Incoming, kept: HistoryRepository) -> None:
    """Join a history, or keep routines, and say so."""
    what = f"{one_line(str(path))}: {_kind(found)}."
    if isinstance(found, IncomingHistory):
        print(what, join_words(finish(join_to(kept, [found]))))
        return
    print(what)
    files = FolderRoutineFiles(shipped_routines_folder(), user_paths().routines)
    for routine in found:
        print(f"  {_keep(routine, files)}")
        for problem in routine.problems:
            print(f"    {one_line(str(problem))}")
        for lost in routine.unsupported:
            print(f"    Not carried over: {one_line(lost)}")
        for entry in routine.other.entries if routine.other else ():
            if entry.is_asked:
                print(f"    Held, though it may be a rest: {one_line(entry.name)}")


def _keep(routine: ImportedRoutine, files: RoutineFileStore) -> str:
    """Keep a routine under a free name, unless it is there already; what came of it, in a sentence."""
    title = quoted(routine.routine.title) if routine.routine else routine.file_name
    free_name = files.free_name(routine.file_name)
    for name in takewhile(lambda name: name != free_name, numbered_names(routine.file_name)):
        there = files.read(name)
        if there is not None and there.text == routine.text:
            return f"{title} is there already, as {name}."
    return f"{title} is kept as {files.create(free_name, routine.text).file_name}."
