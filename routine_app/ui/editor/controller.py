"""The pages on which routines are written: the editor, and the help beside it."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol
from urllib.parse import quote, unquote

import flet as ft

from routine_app.core.editor.completions import completions
from routine_app.core.errors import UserFacingError
from routine_app.core.help.page import help_page
from routine_app.core.help.source import HelpSource
from routine_app.core.routine.model import Routine
from routine_app.core.routine.starter import starter_text
from routine_app.ui.editor.editor import NEW_FILE, Editor, EditorSupplies
from routine_app.ui.help.screen import HelpScreen
from routine_app.ui.kit.full_page import whole_page
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.shell.navigator import Scene

logger = logging.getLogger(__name__)

EDIT, NEW, HELP = "/edit/", "/new", "/help"
STARTER_TITLE = "My routine"


class Host(Protocol):
    """The app around these pages."""

    def go(self, route: str) -> None:
        """Show the page of a route."""

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file, or the list if there is none."""

    def begin(self, name: str, routine: Routine) -> None:
        """Begin a session."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def refresh(self) -> None:
        """Send what was changed."""


class EditorController:
    """The editor and the help, and what leads from one to the other.

    `figures` names the pictures that a stretch may have.
    """

    def __init__(
        self, supplies: EditorSupplies, shelf: HelpSource, figures: Callable[[], Sequence[str]], host: Host
    ) -> None:
        self._host, self._shelf, self._figures = host, shelf, figures
        self.editor = Editor(supplies, self)
        self._help = HelpScreen(self._leave_help, self._use)
        self._views = {
            EDIT: whole_page(EDIT, self.editor.screen.control),
            HELP: whole_page(HELP, self._help.control),
        }

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:
        """Fit a screen of that size."""
        self.editor.screen.fit(width, height, text_scale)
        self._help.fit(width, height, text_scale)

    def scene(self, route: str, below: ft.View) -> Scene | None:
        """What to show for a route, above the view that Back leads to; None if it is none of these pages."""
        file_name = _file_name_of(route)
        if route != HELP and file_name != self.editor.file_name:
            if self.editor.ask_to_leave():
                return self._editor_scene(below)
            self.editor.hide()
        if route == HELP:
            return self._help_scene(below)
        try:
            return self._written_scene(file_name, below)
        except UserFacingError as error:
            logger.exception("A file cannot be edited")
            self._host.say(str(error))
            return None

    def _written_scene(self, file_name: str, below: ft.View) -> Scene | None:
        if file_name == NEW_FILE:
            if self.editor.file_name != NEW_FILE:
                self.editor.open_new(starter_text(STARTER_TITLE))
        elif not file_name or not self.editor.open(file_name):
            return None
        self.editor.screen.box.offer(completions(self._shelf.load().keys, self._figures()))
        self.editor.redraw()
        return self._editor_scene(below)

    def _editor_scene(self, below: ft.View) -> Scene:
        return Scene(self._address, [below, self._views[EDIT]])

    def _help_scene(self, below: ft.View) -> Scene:
        self._help.show(help_page(self._shelf.load()))
        return Scene(HELP, [below, self._views[HELP]])

    @property
    def _address(self) -> str:
        return EDIT + quote(self.editor.file_name)

    def _leave_help(self) -> None:
        self._host.go(self._address if self.editor.is_open else "/")

    def _use(self, name: str, text: str) -> None:
        """Begin a new routine with an example of the help, once nothing else is unsaved."""
        try:
            if not self.editor.ask_to_leave():
                self.editor.open_example(name, text)
        except UserFacingError as error:
            logger.exception("An example cannot be used")
            self._host.say(str(error))
        else:
            self._host.go(self._address)

    def leave_editor(self, file_name: str) -> None:
        """Show what was there before."""
        self._host.show_file(file_name)

    def try_routine(self, name: str, routine: Routine) -> None:
        """Begin a session of a routine; the editor waits."""
        self._host.begin(name, routine)

    def return_to_editor(self) -> bool:
        """Go back to the editor if a file is open in it; whether it does."""
        if self.editor.is_open:
            self._host.go(self._address)
        return self.editor.is_open

    def show_help(self) -> None:
        """Open the help; the text waits."""
        self._host.go(HELP)

    def name_changed(self) -> None:
        """Put the new name into the address."""
        self._host.go(self._address)

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""
        self._host.say(words)

    def refresh(self) -> None:
        """Send what was changed."""
        self._host.refresh()


def _file_name_of(route: str) -> str:
    """The file that a route opens in the editor; empty for another page."""
    if route == NEW:
        return NEW_FILE
    return unquote(route.removeprefix(EDIT)) if route.startswith(EDIT) else ""
