"""Opening the app: in a window, or where none can be had, in the browser."""

from collections.abc import Callable, Mapping
from pathlib import Path

from routine_app.serve.browser import has_display, open_browser
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.http.file_transfers import FileTransfers
from routine_app.serve.http.listener import LOOPBACK, Listener, listen
from routine_app.serve.page_errors import PageMain
from routine_app.serve.window.unavailable import WindowUnavailableError


def open_app(
    main: PageMain, source: ClientSource, environment: Mapping[str, str], transfers: FileTransfers
) -> None:
    """Show the app in a native window, else serve it to the browser, saying why and where."""
    try:
        _open_window(main, source.assets, environment)
    except WindowUnavailableError as reason:
        print(f"No window: {reason}. The app opens in the browser instead.", flush=True)
        open_in_browser(main, source, environment, transfers)


def open_in_browser(
    main: PageMain, source: ClientSource, environment: Mapping[str, str], transfers: FileTransfers
) -> None:
    """Serve the app on this machine, and open the browser there."""
    listener = listen(LOOPBACK, None)
    serve_app(main, source, listener, transfers, lambda: open_browser(listener.url, environment))


def serve_app(
    main: PageMain,
    source: ClientSource,
    listener: Listener,
    transfers: FileTransfers,
    on_ready: Callable[[], None] = lambda: None,
) -> None:
    """Serve the app to browsers, saying where; `on_ready` is called once requests are answered."""
    from routine_app.serve.http.server import serve  # noqa: PLC0415 - not loaded for a window

    def ready() -> None:
        print(f"Routine App is at {listener.url} (Ctrl-C ends it)", flush=True)
        on_ready()

    serve(main, source, listener, ready, transfers)


def _open_window(main: PageMain, assets: Path, environment: Mapping[str, str]) -> None:
    if not has_display(environment):
        raise WindowUnavailableError("this computer has no display")
    from routine_app.serve.window.client import client_command  # noqa: PLC0415 - the same
    from routine_app.serve.window.window import show_window  # noqa: PLC0415 - not loaded without a screen

    show_window(main, assets, client_command(environment))
