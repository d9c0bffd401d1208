"""The app's icon, for what leaves the app."""

import logging
from pathlib import Path

ICON = Path("icons", "icon-512.png")
"""Where it is below the assets."""

_log = logging.getLogger(__name__)


def icon_png(assets: Path) -> bytes | None:
    """The icon; None, which is logged, if it cannot be read, as in a package that was built without."""
    try:
        return (assets / ICON).read_bytes()
    except OSError as error:
        _log.info("There is no icon: %s", error)
        return None
