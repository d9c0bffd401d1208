"""The whole history, saved as a file or joined to what comes in as one."""

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from functools import partial
from typing import Any, TypeVar

import flet as ft

from routine_app.core.history.exchange.export import Export, export_csv, export_json
from routine_app.core.history.exchange.incoming import IncomingHistory
from routine_app.core.history.exchange.merge import join_to, join_words
from routine_app.core.history.exchange.reader import HistoryFileError, read_history, refuse_too_large
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.long_work import Work
from routine_app.core.sharing.file_kind import refuse_routine
from routine_app.core.sharing.other_apps.reader import OTHER_APPS_LIMIT_BYTES
from routine_app.core.sharing.refusals import RefusedImportError, RoutineInsteadError
from routine_app.core.text.clean import clean_words, shortened
from routine_app.core.text.decoding import in_utf_8
from routine_app.ui.history.exchange_card import Exchange, ExchangeCard
from routine_app.ui.history.slices import in_slices
from routine_app.ui.shell.file_dialogs import DialogHints, FileDialogs, PickedFile, in_pieces, unreadable
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import BALANCE, HISTORY, IMPORT, LIST

logger = logging.getLogger(__name__)

T = TypeVar("T")

SHOWN_AFTER_SECONDS = 0.5
"""What is done sooner shows no progress: a bar would only flash."""

SHOWN_EVERY_SECONDS = 0.25

BUSY = "An export or import is under way; wait until it is done."

SHOWING_WHAT_WAS_HELD = {LIST, BALANCE, HISTORY}
"""The addresses of screens that an import changes."""

_NAME_SHOWN = 40

DIALOG_HINTS = DialogHints(
    no_picking="`routine-app import FILE` does the same.",
    no_saving="`routine-app export FILE` does the same.",
)


class HistoryExchangeController:
    """Exports and imports, one at a time, while the page goes on.

    A file that is damaged changes nothing, nor do the others that came with it.
    """

    def __init__(self, services: PageServices, page: ft.Page, history: HistoryRepository) -> None:
        self._services, self._messenger, self._history = services, services.messenger, history
        self._dialogs = FileDialogs(page, ("json", "txt"), self._take, services, DIALOG_HINTS)
        self._cards: dict[str, ExchangeCard] = {}
        self._under_way: asyncio.Task[None] | None = None
        self._begun_at = self._shown_at = 0.0

    def new_card(self, route: str) -> ft.Control:
        """Make the card with the buttons, for the screen of that address; all of them tell the same."""
        exports = (partial(self._save, "json", export_json), partial(self._save, "csv", export_csv))
        card = ExchangeCard(*exports, self._dialogs.pick, self._dialogs.pick_action)
        self._cards[route] = card
        return card.control

    def close(self) -> None:
        """Stop what is under way, as when the page is gone: what was joined by then stays."""
        self._dialogs.close()
        if self._under_way is not None:
            self._under_way.cancel()

    def _save(self, ending: str, export: Export) -> None:
        self._begin(self._export(ending, export), "The history could not be exported")

    async def _take(self, files: Sequence[PickedFile]) -> None:
        self._begin(self._import(files), "A history could not be imported")

    def _begin(self, doing: Coroutine[Any, Any, None], failure: str) -> None:
        if self._under_way is not None:
            doing.close()
            self._messenger.show(BUSY)
            return
        self._begun_at = self._services.clock.now()
        self._under_way = asyncio.create_task(self._reported(doing, failure))

    async def _reported(self, doing: Coroutine[Any, Any, None], failure: str) -> None:
        try:
            with reporting(self._messenger, logger, failure):
                await doing
        except Exception:
            logger.exception(failure)
            self._messenger.show(f"{failure}; the log says why.")
        finally:
            self._under_way = None
            if self._shown_at >= self._begun_at:
                self._show(None)

    async def _export(self, ending: str, export: Export) -> None:
        pieces: list[bytes] = []
        await self._do("Writing the file", export(self._history, pieces.append))
        self._dialogs.save(f"routine-app-{self._services.clock.wall():%Y-%m-%d}.{ending}", pieces)

    async def _import(self, files: Sequence[PickedFile]) -> None:
        try:
            for file in files:
                refuse_too_large(file.name, file.size_bytes)
            incoming = [await self._read(file) for file in files]
        except (HistoryFileError, RefusedImportError) as error:
            logger.info("A history was not taken: %s", error)
            self._messenger.show(str(error))
            return
        except RoutineInsteadError as error:
            logger.info("A history was not taken: %s", error)
            go_there = partial(self._services.navigation.go, IMPORT)
            self._messenger.show_with_button(str(error), "Import routines", go_there)
            return
        found = await self._do("Joining it to what is here", join_to(self._history, incoming))
        self._messenger.show(join_words(found))
        if self._services.navigation.route in SHOWING_WHAT_WAS_HELD:
            self._services.navigation.show_again()

    async def _read(self, file: PickedFile) -> IncomingHistory:
        shown = shortened(clean_words(file.name), _NAME_SHOWN)
        try:
            pieces = await file.pieces(partial(self._tell, f"Fetching {shown}"))
            if file.size_bytes <= OTHER_APPS_LIMIT_BYTES:
                content = in_utf_8(b"".join(pieces))
                refuse_routine(file.name, content)
                pieces = in_pieces(content)
            return await self._do(f"Reading {shown}", read_history(file.name, file.size_bytes, pieces))
        except OSError as error:
            raise unreadable(shown, error) from error

    async def _do(self, words: str, work: Work[T]) -> T:
        return await in_slices(work, self._services.clock.now, partial(self._tell, words))

    def _tell(self, words: str, share: float) -> None:
        """Show how far it is, if it takes long, and not all the time."""
        now = self._services.clock.now()
        if now - self._begun_at >= SHOWN_AFTER_SECONDS and now - self._shown_at >= SHOWN_EVERY_SECONDS:
            self._shown_at = now
            self._show(Exchange(words, share))

    def _show(self, exchange: Exchange | None) -> None:
        navigation = self._services.navigation
        for route, card in self._cards.items():
            card.show(exchange)
            if route == navigation.route and not navigation.is_away:
                # To compare a whole history with what the client has would take longer than a slice of the work.
                card.control.update()
