"""The commands `export` and `import`: the whole history goes out, and comes in again."""

import sys
from argparse import Namespace
from pathlib import Path

from routine_app.cli.errors import ExitCode, complain
from routine_app.cli.output import one_line
from routine_app.cli.output_file import output_file
from routine_app.cli.parser import Commands
from routine_app.cli.user_history import history
from routine_app.core.errors import os_reason
from routine_app.core.history.exchange.export import export_csv, export_json
from routine_app.core.history.exchange.incoming import IncomingHistory
from routine_app.core.history.exchange.merge import join_to, join_words
from routine_app.core.history.exchange.reader import HistoryFileError, read_history
from routine_app.core.long_work import finish
from routine_app.core.text.numbers import count
from routine_app.data.files.pieces import pieces_of

STANDARD_OUTPUT = "-"


def add_parser(commands: Commands) -> None:
    """Add both commands and their arguments."""
    exporting = commands.add("export", run_export, "write the whole history to a file")
    exporting.add_argument(
        "file", metavar="FILE", help="file to write; .csv has a row for each hold, - prints JSON"
    )
    importing = commands.add("import", run_import, "join exported histories to this one")
    importing.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="file that `export` or `history --json` wrote"
    )


def run_export(options: Namespace) -> None:
    """Write the history to a file, as rows if it ends in `.csv`, and say so; `-` prints the JSON.

    Raises UserFacingError, and then the file is as it was.
    """
    file: str = options.file
    with history() as kept:
        if file == STANDARD_OUTPUT:
            finish(export_json(kept, sys.stdout.buffer.write))
            return
        export = export_csv if file.lower().endswith(".csv") else export_json
        with output_file(Path(file), ", or - to print the history") as written:
            session_count = finish(export(kept, written.write))
    print(f"Exported {count(session_count, 'session')} to {one_line(file)}.")


def run_import(options: Namespace) -> ExitCode:
    """Join the histories of files to this one, and say what came of it; if one is damaged, none of them."""
    incoming: list[IncomingHistory] = []
    code = ExitCode.OK
    with history() as kept:
        for path in options.files:
            try:
                incoming.append(finish(read_history(str(path), path.stat().st_size, pieces_of(path))))
            except HistoryFileError as error:
                complain(str(error))
                code = max(code, ExitCode.INPUT_AT_FAULT)
            except OSError as error:
                complain(f"Cannot read {path}: {os_reason(error)}.")
                code = max(code, ExitCode.USAGE_OR_FILE_SYSTEM)
        if code is ExitCode.OK:
            print(join_words(finish(join_to(kept, incoming))))
    return code
