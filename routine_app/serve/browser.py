"""The browser of this computer: whether there is a screen for it, and how it is opened."""

import logging
import sys
import threading
import webbrowser
from collections.abc import Mapping

log = logging.getLogger(__name__)


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether programs started here can show windows; Windows and macOS are taken to have a screen."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


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
