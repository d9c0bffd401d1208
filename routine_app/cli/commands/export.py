"""The command `export`: the whole history goes out."""

import sys
from argparse import Namespace
from pathlib import Path

from routine_app.cli.output import one_line
from routine_app.cli.output_file import output_file
from routine_app.cli.parser import Commands
from routine_app.cli.user_history import history
from routine_app.core.history.exchange.export import export_csv, export_json
from routine_app.core.long_work import finish
from routine_app.core.text.numbers import count

STANDARD_OUTPUT = "-"


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    exporting = commands.add("export", run, "write the whole history to a file")
    exporting.add_argument(
        "file", metavar="FILE", help="file to write; .csv has a row for each hold, - prints JSON"
    )


def run(options: Namespace) -> None:
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
