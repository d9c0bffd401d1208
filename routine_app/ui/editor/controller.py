"""The pages on which routines are written: the editor, and the help beside it."""

import logging
from collections.abc import Callable, Sequence

import flet as ft

from routine_app.core.editor.completions import completions
from routine_app.core.help.page import HelpSource, help_page
from routine_app.core.routine.starter import starter_text
from routine_app.ui.editor.editor import NEW_FILE, Editor
from routine_app.ui.help.screen import HelpScreen
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import DONE, EDIT, HELP, LIST, NEW, PLAY, name_in

logger = logging.getLogger(__name__)

STARTER_TITLE = "My routine"


class EditorController(Controller):
    """The editor and the help, and what leads from one to the other.

    `figures` names the pictures that a stretch may have.
    """

    def __init__(
        self,
        services: PageServices,
        editor: Editor,
        help_source: HelpSource,
        figures: Callable[[], Sequence[str]],
    ) -> None:
        self.editor, self._help_source, self._figures = editor, help_source, figures
        self._navigation, self._messenger = services.navigation, services.messenger
        self._help = HelpScreen(self._leave_help, self._use)

    def may_leave(self, route: str) -> bool:
        """Ask about unsaved changes, or close the file; the help and a session come back to it."""
        if route in {HELP, PLAY, DONE} or _file_name_of(route) == self.editor.file_name:
            return True
        if self.editor.ask_to_leave():
            return False
        self.editor.close_file()
        return True

    def enter(self, route: str) -> bool:
        """Fill the help, or open the file that the route names."""
        if route == HELP:
            self._help.show(help_page(self._help_source.load()))
            return True
        with reporting(self._messenger, logger, "A file cannot be edited"):
            return self._open(_file_name_of(route))
        return False

    def scene(self, route: str) -> Scene:
        """The help, or for any other route the editor."""
        if route == HELP:
            return Scene(HELP, self._help.control, self._help.fit)
        return Scene(self.editor.address, self.editor.screen.control, self.editor.screen.fit)

    def look_outside(self) -> None:
        """Take over what another program wrote into the open file."""
        if self._is_editor_shown:
            self.editor.look_outside()

    def press(self, event: ft.KeyboardEvent) -> None:
        """Do what a key asks for that is pressed together with Ctrl or Command."""
        if self._is_editor_shown and (event.ctrl or event.meta):
            self.editor.press(event.key, with_shift=event.shift)

    def close(self) -> None:
        """Keep what is unsaved."""
        self.editor.close()

    @property
    def _is_editor_shown(self) -> bool:
        return self._navigation.route != HELP

    def _open(self, file_name: str) -> bool:
        if file_name == NEW_FILE:
            if self.editor.file_name != NEW_FILE:
                self.editor.open_new(starter_text(STARTER_TITLE))
        elif not file_name or not self.editor.open(file_name):
            return False
        self.editor.screen.box.offer(completions(self._help_source.keys(), self._figures()))
        self.editor.redraw()
        return True

    def _leave_help(self) -> None:
        self._navigation.go(self.editor.address if self.editor.is_open else LIST)

    def _use(self, name: str, text: str) -> None:
        """Begin a new routine with an example of the help, once nothing else is unsaved."""
        with reporting(self._messenger, logger, "An example cannot be used"):
            if not self.editor.ask_to_leave():
                self.editor.open_example(name, text)
            self._navigation.go(self.editor.address)


def _file_name_of(route: str) -> str:
    """The file that a route opens in the editor; empty for another page."""
    return NEW_FILE if route == NEW else name_in(route, EDIT)
