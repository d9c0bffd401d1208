"""The screen of the settings, and what it changes."""

from collections.abc import Callable

import flet as ft

from routine_app.core.settings.settings import Settings
from routine_app.core.settings.view import SettingsView, ShownPaths, present_settings
from routine_app.ui.settings.screen import SettingsScreen
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices


class SettingsController(Controller):
    """Shows the settings of the page. `open_folder` gets the path of the user's folder; None where none can be opened."""

    def __init__(
        self,
        services: PageServices,
        find_places: Callable[[], ShownPaths],
        open_folder: Callable[[str], None] | None,
        exchange_card: ft.Control,
    ) -> None:
        self._settings, self._navigation = services.settings, services.navigation
        self._find_places = find_places
        self._shown: SettingsView | None = None
        self._screen = SettingsScreen(self._change, open_folder, exchange_card)

    def enter(self, route: str) -> bool:  # noqa: ARG002 - there is only one
        """Write the settings as they are now to the screen."""
        self._shown = self._view
        self._screen.show(self._shown)
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
        return present_settings(self._settings.settings, self._find_places(), self._settings.error_text)

    def _change(self, settings: Settings) -> None:
        self._settings.change(settings)
        self.look_outside()
