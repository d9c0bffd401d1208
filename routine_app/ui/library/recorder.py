"""Saves a routine as a file of sound."""

from collections.abc import Callable

import flet as ft

from routine_app.core.cues.recording import chime_words, record, recording_name
from routine_app.core.cues.soundtrack import Shelf
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.settings.settings import as_set
from routine_app.ui.shell.file_dialogs import DialogHints, FileDialogs, in_pieces
from routine_app.ui.shell.page_services import PageServices

MOST_NAMED = 3
"""More words than these would fill the message."""

DIALOG_HINTS = DialogHints(no_picking="", no_saving="`routine-app record NAME` does the same.")


class RoutineRecorder:
    """Makes one file of a routine's sound, and lets the user save it; `find_icon` gives the picture that it carries."""

    def __init__(
        self, services: PageServices, page: ft.Page, shelf: Shelf, find_icon: Callable[[], bytes | None]
    ) -> None:
        self._settings, self._shelf, self._find_icon = services.settings, shelf, find_icon
        self._dialogs = FileDialogs(page, (), None, services, DIALOG_HINTS)

    def save(self, name: str, routine: Routine, length: Length) -> None:
        """Save a routine of that name; what is said once it is saved names the words that are missing."""
        as_wanted = as_set(routine, self._settings.settings)
        recording = record(as_wanted, length, self._shelf, self._find_icon())
        note = chime_words(recording.missing, MOST_NAMED)
        self._dialogs.save(recording_name(name, length), tuple(in_pieces(recording.mp3)), note)

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        self._dialogs.close()
