"""Short messages at the foot of the page, and errors that are told there."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.ui.kit.safe_handler import guarded

UNDO_SECONDS = 8
"""How long what has just been done can be undone: time to read it and to reach the button."""

SHORTEST_MILLISECONDS = 4000
READING_MILLISECONDS = 60
"""How long a message stays: so long for each letter, which is 200 words a minute; Flet takes four seconds for any."""


class Messenger:
    """Shows snack bars on one page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page

    def show(self, words: str) -> None:
        """Show a snack bar with this message."""
        milliseconds = max(SHORTEST_MILLISECONDS, READING_MILLISECONDS * len(words))
        self._page.show_dialog(ft.SnackBar(ft.Text(words), duration=ft.Duration(milliseconds=milliseconds)))

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Show a snack bar with this message and a button that undoes what it tells; it goes by itself."""
        self.show_with_button(words, "Undo", undo)

    def show_with_button(self, words: str, button: str, act: Callable[[], None]) -> None:
        """Show a snack bar with this message and a button that does what the message is about; it goes by itself."""
        milliseconds = max(UNDO_SECONDS * 1000, READING_MILLISECONDS * len(words))
        bar = ft.SnackBar(
            ft.Text(words),
            action=button,
            on_action=guarded(act),
            duration=ft.Duration(milliseconds=milliseconds),
            persist=False,
        )
        self._page.show_dialog(bar)


@contextmanager
def reporting(messenger: Messenger, logger: logging.Logger, what: str) -> Iterator[None]:
    """Log a UserFacingError as `what`, and show its text; the code after the block goes on."""
    try:
        yield
    except UserFacingError as error:
        logger.exception(what)
        messenger.show(str(error))
