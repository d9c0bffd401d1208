"""The whole history, saved as a file or joined to what comes in as one."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

import flet as ft

from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import json_file
from routine_app.core.history.exchange.holds_csv import csv_file
from routine_app.core.history.exchange.merge import join_to, join_words
from routine_app.core.history.exchange.reader import HistoryFileError, read_history_file
from routine_app.core.history.repository import HistoryRepository
from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import card_of, card_title, quiet_text, wrapped
from routine_app.ui.shell.file_dialogs import DialogHints, FileDialogs, PickedFile
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

WORDS = "Take everything that was held to another device, or keep a copy. What comes in is joined to what is here."

DIALOG_HINTS = DialogHints(
    no_picking="`routine-app import FILE` does the same.",
    no_saving="`routine-app export FILE` does the same.",
)


class HistoryExchangeController:
    """Exports and imports. A file that is damaged changes nothing, nor do the others that came with it."""

    def __init__(self, services: PageServices, page: ft.Page, history: HistoryRepository) -> None:
        self._services, self._messenger, self._history = services, services.messenger, history
        self._dialogs = FileDialogs(page, ("json",), self._take, services.messenger, DIALOG_HINTS)

    def new_card(self) -> ft.Control:
        """Make the card with the buttons, for a screen."""
        pick = pill_button("Import history", ft.Icons.DOWNLOAD_ROUNDED, self._dialogs.pick)
        pick.action = self._dialogs.pick_action
        export_all, export_csv = partial(self._save, "json", json_file), partial(self._save, "csv", csv_file)
        buttons: list[ft.Control] = [
            pill_button("Export everything", ft.Icons.UPLOAD_ROUNDED, export_all),
            pill_button("Export holds as CSV", ft.Icons.TABLE_ROWS_ROUNDED, export_csv),
            pick,
        ]
        return card_of(card_title("Export and import"), quiet_text(WORDS), wrapped(buttons), spacing=10)

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        self._dialogs.close()

    def _save(self, ending: str, write: Callable[[HistoryContents], bytes]) -> None:
        with reporting(self._messenger, logger, "The history could not be exported"):
            content = write(self._history.contents())
            self._dialogs.save(f"routine-app-{self._services.clock.wall():%Y-%m-%d}.{ending}", content)

    def _take(self, files: Sequence[PickedFile]) -> None:
        with reporting(self._messenger, logger, "A history could not be imported"):
            try:
                incoming = [read_history_file(file.name, file.content) for file in files]
                self._messenger.show(join_words(join_to(self._history, incoming)))
            except HistoryFileError as error:
                logger.info("A history was not taken: %s", error)
                self._messenger.show(str(error))
        self._services.navigation.show_again()
