"""Keeps the screen awake while a session runs."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.events import Ended, Event, FellAsleep, Paused, Resumed, StepStarted
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall

PAUSE_SECONDS = 60.0
"""After a pause of this length the screen may go dark."""

DARK_WORDS = (
    "The screen may go dark meanwhile: this device does not let the app keep it on. Set it to stay on longer."
)


class WakeLock:
    """Hears the events of a session. A page that dies takes its wake lock with it; one that returns asks anew.

    Where a session begins on a page that gets none, `tell` is called with that, once. `is_withheld` is whether none is
    to be had there, whatever the client answers: instead of one it plays a video, which ends after a second.
    """

    def __init__(self, calls: ClientCalls, tell: Callable[[str], None], *, is_withheld: bool = False) -> None:
        self._calls, self._tell, self._is_withheld = calls, tell, is_withheld
        self._service = ft.Wakelock()
        self._is_allowed = True
        self._is_needed = False
        self._is_on = self._was_told = False
        self._release_later = DeferredCall()

    def allow(self, *, is_allowed: bool) -> None:
        """Set whether the user wants the screen kept awake at all."""
        self._is_allowed = is_allowed
        self._sync()

    def on_event(self, event: Event) -> None:
        """Keep the screen awake while the session runs, and release it when it ends or stands still for long."""
        if isinstance(event, (Paused, FellAsleep)):
            self._release_later.start(PAUSE_SECONDS, self._release)
        elif isinstance(event, Ended):
            self._release()
        elif isinstance(event, (Resumed, StepStarted)):
            self._hold()

    def close(self) -> None:
        """Release the screen, as when the session went on elsewhere."""
        self._release()

    def client_came(self) -> None:
        """Ask for the lock again, for a page that was loaded anew holds none."""
        self._is_on = False
        self._sync()

    def _hold(self) -> None:
        self._release_later.cancel()
        self._is_needed = True
        self._sync(on_refusal=self._tell_once)
        if self._is_withheld and self._is_on:
            self._tell_once()

    def _tell_once(self) -> None:
        if not self._was_told:
            self._was_told = True
            self._tell(DARK_WORDS)

    def _release(self) -> None:
        self._release_later.cancel()
        self._is_needed = False
        self._sync()

    def _sync(self, on_refusal: Callable[[], None] | None = None) -> None:
        is_on = self._is_needed and self._is_allowed
        if is_on != self._is_on:
            self._is_on = is_on
            if is_on:
                self._calls.ask("stay awake", self._service.enable, on_refusal=on_refusal)
            else:
                self._calls.ask("let the screen sleep", self._service.disable)
