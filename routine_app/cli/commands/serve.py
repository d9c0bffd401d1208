"""The `serve` command: the app for browsers of this computer, or for phones."""

import os
from argparse import ArgumentTypeError, Namespace

from routine_app.cli.parser import Commands
from routine_app.cli.user_files import client_source

HIGHEST_PORT = 65535


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("serve", run, "serve the app to browsers")
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="port to listen on (default: 8550, or a free one if it is taken)",
    )
    parser.add_argument(
        "--host",
        metavar="H",
        help="address of this computer to listen on (default: 127.0.0.1; with --lan, its own in the network)",
    )
    parser.add_argument(
        "--lan",
        action="store_true",
        help="let phones of the local network in by a code to scan; nobody else",
    )


def run(options: Namespace) -> None:
    """Serve the app until Ctrl-C; the addresses are tried before Flet is loaded."""
    from routine_app.serve.http.listener import LOOPBACK, listen, listen_in_lan  # noqa: PLC0415 - sockets

    listener = (
        listen_in_lan(options.host, options.port)
        if options.lan
        else listen(LOOPBACK if options.host is None else options.host, options.port)
    )
    from routine_app.app import page_main  # noqa: PLC0415 - Flet takes its time
    from routine_app.serve.http.file_transfers import FileTransfers  # noqa: PLC0415 - the same

    transfers = FileTransfers()
    if options.lan:
        from routine_app.serve.lan.serve_phones import serve_to_phones  # noqa: PLC0415 - the same

        serve_to_phones(page_main(transfers), client_source(), listener, os.environ, transfers)
    else:
        from routine_app.serve.open_app import serve_app  # noqa: PLC0415 - the same

        serve_app(page_main(transfers), client_source(), listener, transfers)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= HIGHEST_PORT):
        raise ArgumentTypeError(f'"{text}" is not a port; give a number from 0 (any free one) to 65535')
    return int(text)
