"""Which letters the page could not get, for the app that runs inside it. Only the phone app has what this imports."""

import logging

import js  # type: ignore[import-not-found]  # Pyodide's own, untyped
from pyodide.ffi import create_proxy  # type: ignore[import-not-found]  # the same

from routine_app.core.text.scripts import scripts_of_family

CHANNEL = "routine-app letters"
"""Where the page's `letters.js` says which family of fonts it could not get."""

log = logging.getLogger(__name__)


class MissingLetters:
    """Hears of them from its first moment on."""

    def __init__(self) -> None:
        self._scripts: frozenset[str] = frozenset()
        self._channel = js.BroadcastChannel.new(CHANNEL)
        self._channel.onmessage = create_proxy(self._hear)

    def scripts(self) -> frozenset[str]:
        """The scripts of which some letters cannot be drawn until the next start."""
        return self._scripts

    def _hear(self, event: object) -> None:
        family = str(event.data)  # type: ignore[attr-defined]  # a JavaScript object
        log.warning("No letters of %s", family)
        self._scripts |= scripts_of_family(family)
