"""The system's dialogs that pick a file and save one."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

import flet as ft

from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.shell.messenger import Messenger

logger = logging.getLogger(__name__)

ON_PHONES = {ft.PagePlatform.ANDROID, ft.PagePlatform.IOS}
"""Systems that grey out files whose ending they do not know, and that do not know that of YAML."""

NO_DIALOG = "The dialog did not open (on Linux it needs the program zenity);"


@dataclass(frozen=True, slots=True)
class DialogHints:
    """What else one can do where no dialog opens that picks a file, and where none opens that saves one."""

    no_picking: str
    no_saving: str


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file that somebody picked."""

    name: str
    content: bytes


class FileDialogs:
    """The dialogs of one page. Neither blocks it; what goes wrong is logged, and said in one sentence.

    In a browser the client itself opens the dialog as its button is pressed, since Safari allows it only
    then; elsewhere that would not tell why none opens.
    """

    def __init__(
        self,
        page: ft.Page,
        endings: Sequence[str],
        on_picked: Callable[[Sequence[PickedFile]], None],
        messenger: Messenger,
        hints: DialogHints,
    ) -> None:
        self._page, self._endings, self._on_picked, self._messenger = page, endings, on_picked, messenger
        self._hints = hints
        self._dialogs = ft.FilePicker(on_result=guarded(self._came))
        self._open: set[asyncio.Task[None]] = set()

    @property
    def pick_action(self) -> ft.ClientAction | None:
        """What the button that picks a file is given in a browser; elsewhere None, and it calls `pick`."""
        return ft.PickFiles(self._dialogs, **self._choice) if self._page.web else None

    def pick(self) -> None:
        """Let the user pick files, unless the client does it by itself."""
        if not self._page.web:
            self._begin(self._pick(), self._hints.no_picking)

    def save(self, name: str, content: bytes) -> None:
        """Let the user save a file where they like; a browser puts it among its downloads."""
        self._begin(self._save(name, content), self._hints.no_saving)

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        for task in self._open:
            task.cancel()

    @property
    def _choice(self) -> dict[str, Any]:
        choice: dict[str, Any] = {"allow_multiple": True, "with_data": True}
        if self._page.platform in ON_PHONES:
            return choice
        only = {"file_type": ft.FilePickerFileType.CUSTOM, "allowed_extensions": list(self._endings)}
        return choice | only

    def _came(self, event: ft.FilePickerResultEvent) -> None:
        self._take(event.files)

    async def _pick(self) -> None:
        self._take(await self._dialogs.pick_files(**self._choice))

    def _take(self, files: Sequence[ft.FilePickerFile]) -> None:
        picked = [PickedFile(file.name, bytes(file.bytes or b"")) for file in files]
        if picked:
            self._on_picked(picked)

    async def _save(self, name: str, content: bytes) -> None:
        place = await self._dialogs.save_file(file_name=name, src_bytes=content)
        if place:
            self._messenger.show(f"Saved as {place}.")

    def _begin(self, dialog: Coroutine[Any, Any, None], error_text: str) -> None:
        task = asyncio.create_task(self._told(dialog, error_text))
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def _told(self, dialog: Coroutine[Any, Any, None], error_text: str) -> None:
        try:
            await dialog
        except Exception:
            logger.exception("A file dialog failed")
            self._messenger.show(f"{NO_DIALOG} {error_text}")
