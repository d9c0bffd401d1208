"""One session on the screen: its runner, its screen and its keys."""

import logging
from collections.abc import Sequence

import flet as ft

from routine_app.core.session.engine import Session
from routine_app.core.session.player_view import PlayerView, legible, present_player
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player.keys import ESCAPE, FULL_SCREEN, SCROLL_LINES, SPACE, key_commands
from routine_app.ui.player.screen import PlayerScreen
from routine_app.ui.player.session_runner import Listener, SessionRunner
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

AWAY_SECONDS = 60.0
"""With no browser connected for so long, nobody follows the session: it pauses."""


class Player:
    """Runs a session and shows it. `control` is what the page shows."""

    def __init__(
        self,
        session: Session,
        title: str,
        services: PageServices,
        listeners: Sequence[Listener],
    ) -> None:
        settings = services.settings
        self._runner = SessionRunner(session, title, services, self._show, listeners)
        self._coach, self._find_missing = services.find_coach(), services.missing_scripts
        self._screen = PlayerScreen(
            self._runner, settings, services.find_picture, services.navigation.viewport
        )
        self._keys = key_commands(self._runner, settings)
        self._pause_later = DeferredCall()
        first_view = present_player(session.state, title, services.clock.now(), settings.in_use)
        self._screen.show_first(legible(first_view, self._find_missing()))
        self.control = self._screen.control

    @property
    def is_under_way(self) -> bool:
        """Whether the session runs or stands, and has not ended."""
        return self._runner.is_under_way

    def start(self) -> None:
        """Begin, once the view is on the page."""
        self._runner.start()

    def ask_to_end(self) -> None:
        """Pause the session, and ask if it shall end, as when one goes back out of it."""
        self._runner.ask_to_end()

    def fit(self, viewport: Viewport) -> None:
        """Arrange the screen for a viewport."""
        self._screen.fit(viewport)

    def press(self, key: str) -> None:
        """Do what a key asks for; a space that already presses a button is left to it.

        Escape closes a question, as everywhere, and only without one leaves the session.
        """
        if key == SPACE and self._screen.has_focused_button:
            return
        command = self._keys.get(key)
        if key == ESCAPE and self._runner.asks_to_end:
            command = self._runner.keep_going
        if command is not None:
            command()
        elif key in SCROLL_LINES:
            self._screen.scroll(SCROLL_LINES[key])
        elif key == FULL_SCREEN:
            self._toggle_full_screen()

    def redraw(self) -> None:
        """Colour the figure anew, as when it becomes dark."""
        self._screen.forget_view()
        self._runner.refresh()

    def client_came(self) -> None:
        """Show the session as it is now to a browser that is back."""
        self._screen.forget_focus()
        self._pause_later.cancel()
        self._coach.client_came()
        if self.is_under_way:
            self._runner.refresh()

    def client_went(self) -> None:
        """Let the session run for a while without a browser, then pause it; or as long as its track leads through it."""
        self._pause_later.start(AWAY_SECONDS, self._pause_unless_followed)

    def _pause_unless_followed(self) -> None:
        if not self._runner.pause_unless_followed():
            self._pause_later.start(AWAY_SECONDS, self._pause_unless_followed)

    def close(self) -> None:
        """Stop the session here; it stays in the log as it is."""
        self._pause_later.cancel()
        self._coach.close()
        self._runner.close()

    def _show(self, view: PlayerView) -> None:
        try:
            self._screen.update(legible(view, self._find_missing()))
        except RuntimeError:
            logger.debug("The player is not on a page now; it is shown when it is")

    def _toggle_full_screen(self) -> None:
        page = self.control.page
        if isinstance(page, ft.Page) and not page.web:
            page.window.full_screen = not page.window.full_screen
            page.update()
