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
from routine_app.core.history.repository import HistoryExchange
from routine_app.ui.history.exchange_card import exchange_card
from routine_app.ui.shell.file_dialogs import DialogTroubles, FileDialogs, PickedFile
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

TROUBLES = DialogTroubles(
    no_picking="`routine-app import FILE` does the same.",
    no_saving="`routine-app export FILE` does the same.",
)


class HistoryExchangeController:
    """Exports and imports. A file that is damaged changes nothing, nor do the others that came with it."""

    def __init__(self, services: PageServices, page: ft.Page, history: HistoryExchange) -> None:
        self._services, self._messenger, self._history = services, services.messenger, history
        self._dialogs = FileDialogs(page, ("json",), self._take, services.messenger, TROUBLES)

    def new_card(self) -> ft.Control:
        """Make the card with the buttons, for a screen."""
        return exchange_card(
            partial(self._save, "json", json_file),
            partial(self._save, "csv", csv_file),
            self._dialogs.pick,
            self._dialogs.pick_action,
        )

    def close(self) -> None:
        """Wait for no dialog any more."""
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
