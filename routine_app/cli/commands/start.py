"""With no command: the app in a window, or in the browser."""

import os
from argparse import Namespace

from routine_app.cli.user_files import client_source


def run(_: Namespace) -> None:
    """Open the app, until it is closed."""
    from routine_app.app import page_main  # noqa: PLC0415 - Flet takes its time
    from routine_app.serve.http.file_transfers import FileTransfers  # noqa: PLC0415 - the same
    from routine_app.serve.open_app import open_app  # noqa: PLC0415 - the same

    transfers = FileTransfers()
    open_app(page_main(transfers), client_source(), os.environ, transfers)
