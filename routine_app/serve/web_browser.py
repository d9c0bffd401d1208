"""Opening an address in the user's browser."""

import logging
import threading
import webbrowser
from collections.abc import Mapping

from routine_app.serve.browser import has_display

log = logging.getLogger(__name__)


def open_browser(url: str, environment: Mapping[str, str]) -> None:
    """Open the address if there is a screen and a browser; never waits for either."""
    if has_display(environment):
        threading.Thread(target=_open, args=(url,), daemon=True).start()


def _open(url: str) -> None:
    try:
        if not webbrowser.open(url):
            log.info("No browser could be opened at %s", url)
    except (webbrowser.Error, OSError):
        log.exception("The browser could not be opened")
