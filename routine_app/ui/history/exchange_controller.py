"""The whole history, saved as a file or joined to what comes in as one."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

import flet as ft

from routine_app.core.clock import Clock
from routine_app.core.errors import UserFacingError
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.exchange.history_json import json_file
from routine_app.core.history.exchange.holds_csv import csv_file
from routine_app.core.history.exchange.merge import join_to, join_words
from routine_app.core.history.exchange.reader import HistoryFileError, read_history_file
from routine_app.core.history.repository import HistoryExchange
from routine_app.ui.shell.file_dialogs import DialogTroubles, FileDialogs, PickedFile

logger = logging.getLogger(__name__)

TROUBLES = DialogTroubles(
    no_picking="`routine-app import FILE` does the same.",
    no_saving="`routine-app export FILE` does the same.",
)


class Host(Protocol):
    """The app around the desk."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def show_again(self) -> None:
        """Show anew what is on the screen."""


class HistoryExchangeController:
    """Exports and imports. A file that is damaged changes nothing, nor do the others that came with it."""

    def __init__(self, page: ft.Page, history: HistoryExchange, clock: Clock, host: Host) -> None:
        self._history, self._clock, self._host = history, clock, host
        self._dialogs = FileDialogs(page, ("json",), self._take, host.say, TROUBLES)

    @property
    def pick_action(self) -> ft.ClientAction | None:
        """What a browser does by itself as the button is pressed that picks a file."""
        return self._dialogs.pick_action

    def pick(self) -> None:
        """Ask for files to join to the history."""
        self._dialogs.pick()

    def export_json(self) -> None:
        """Save everything as one file."""
        self._save("json", json_file)

    def export_csv(self) -> None:
        """Save the holds as a table."""
        self._save("csv", csv_file)

    def close(self) -> None:
        """Wait for no dialog any more."""
        self._dialogs.close()

    def _save(self, ending: str, write: Callable[[HistoryContents], bytes]) -> None:
        try:
            content = write(self._history.contents())
        except UserFacingError as error:
            logger.exception("The history could not be exported")
            self._host.say(str(error))
        else:
            self._dialogs.save(f"routine-app-{self._clock.wall():%Y-%m-%d}.{ending}", content)

    def _take(self, files: Sequence[PickedFile]) -> None:
        try:
            incoming = [read_history_file(file.name, file.content) for file in files]
            self._host.say(join_words(join_to(self._history, incoming)))
        except HistoryFileError as error:
            logger.info("A history was not taken: %s", error)
            self._host.say(str(error))
        except UserFacingError as error:
            logger.exception("A history could not be imported")
            self._host.say(str(error))
        self._host.show_again()
