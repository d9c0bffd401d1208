"""The `publish` command: builds the phone app, and says what came of it."""

import os
from argparse import Namespace
from pathlib import Path

from routine_app.cli.parser import Commands
from routine_app.data import paths

COMPILED = "Its Python is compiled ahead."
NOT_COMPILED = (
    "Its Python is not compiled ahead, for want of Node (nodejs.org): each start takes about one and a half times "
    "as long. Install Node and publish again to change that."
)
BYTES_IN_A_MEGABYTE = 1_000_000


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("publish", run, "build the phone app: static files that work offline")
    parser.add_argument("folder", type=Path, metavar="DIR", help="new or empty folder, or an earlier build")


def run(options: Namespace) -> None:
    """Build the phone app; say where it is, how large, what the lack of Node costs, and what to do with it."""
    from routine_app.serve.publish.publisher import publish  # noqa: PLC0415 - Flet takes its time

    built = publish(options.folder, paths.assets_folder(), paths.shipped_routines_folder(), os.environ)
    megabytes = f"{built.size_bytes / BYTES_IN_A_MEGABYTE:.0f} MB"
    print(f"The phone app is in {options.folder}: {built.file_count} files, {megabytes}.")
    print(COMPILED if built.is_compiled else NOT_COMPILED)
    print(
        "Put the folder on any https host; the address, opened once on a phone, can be added to its home screen."
    )
