"""The screen of the settings, and what it changes."""

from collections.abc import Callable

import flet as ft

from routine_app.core.settings.settings import Settings
from routine_app.core.settings.view import SettingsView, ShownPaths, present_settings
from routine_app.ui.settings.browser_voices import BrowserVoices
from routine_app.ui.settings.screen import SettingsScreen
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices


class SettingsController(Controller):
    """Shows the settings of the page. `open_folder` gets the path of the user's folder; None where none can be opened.

    `voices` are those of the browser, where the app is in one.
    """

    def __init__(
        self,
        services: PageServices,
        find_places: Callable[[], ShownPaths],
        open_folder: Callable[[str], None] | None,
        exchange_card: ft.Control,
        voices: BrowserVoices | None = None,
    ) -> None:
        self._settings, self._navigation = services.settings, services.navigation
        self._find_places = find_places
        self._shown: SettingsView | None = None
        self._screen = SettingsScreen(self._change, self._choose_voice, open_folder, exchange_card)
        self._browser, self._voices, self._voice = voices, tuple[str, ...](), ""

    def enter(self, route: str) -> bool:  # noqa: ARG002 - there is only one
        """Write the settings as they are now to the screen."""
        self._shown = self._view
        self._screen.show(self._shown)
        if self._browser is not None:
            self._browser.find(self._take_voices)
        return True

    def scene(self, route: str) -> Scene:
        """The only screen."""
        return Scene(route, self._screen.control)

    def look_outside(self) -> None:
        """Show what else than a setting has changed; a change of a setting is shown on any screen."""
        if self._view != self._shown:
            self._navigation.show_again()

    @property
    def _view(self) -> SettingsView:
        settings = self._settings
        return present_settings(
            settings.settings, self._find_places(), settings.error_text, self._voices, self._voice
        )

    def _take_voices(self, voices: tuple[str, ...], voice: str) -> None:
        self._voices, self._voice = voices, voice
        self.look_outside()

    def _choose_voice(self, voice: str) -> None:
        if self._browser is not None:
            self._browser.choose(voice)
            self._take_voices(self._voices, voice)

    def _change(self, settings: Settings) -> None:
        self._settings.change(settings)
        self.look_outside()
