"""The system's dialogs that pick a file and save one."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import flet as ft

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.core.file_ways import Disk, FileWays, Tell
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

ON_PHONES = {ft.PagePlatform.ANDROID, ft.PagePlatform.IOS}
"""Systems that grey out files whose ending they do not know, and that do not know that of YAML."""

PIECE_BYTES = 64 * 1024

NO_DIALOG = "The dialog did not open (on Linux it needs the program zenity);"


@dataclass(frozen=True, slots=True)
class DialogHints:
    """What else one can do where no dialog opens that picks a file, and where none opens that saves one."""

    no_picking: str
    no_saving: str


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file that somebody picked, of which nothing was read but its name and size."""

    name: str
    size_bytes: int
    pieces: Callable[[Tell], Awaitable[Iterable[bytes]]]
    """Fetches it; who reads the pieces may get an OSError. Raises UserFacingError."""

    async def content(self) -> bytes:
        """All of a small file. Raises UserFacingError."""
        try:
            return b"".join(await self.pieces(lambda _share: None))
        except OSError as error:
            raise unreadable(self.name, error) from error


def unreadable(name: str, error: OSError) -> UserFacingError:
    """What to raise for a picked file that cannot be read."""
    return UserFacingError(f"{name} cannot be read: {os_reason(error)}; pick another file.")


def in_pieces(content: bytes) -> Iterator[bytes]:
    """The content of a file piece by piece, none so large that to send or write it stops the pages of others."""
    whole = memoryview(content)
    return (bytes(whole[at : at + PIECE_BYTES]) for at in range(0, len(whole), PIECE_BYTES))


OnPicked = Callable[[Sequence[PickedFile]], Coroutine[Any, Any, None]]


class FileDialogs:
    """The dialogs of one page. Neither blocks it; what goes wrong is logged, and said in one sentence.

    In a browser the client itself opens the dialog as its button is pressed, since Safari allows it only
    then; elsewhere that would not tell why none opens. A file is large: in a window the app itself reads and writes it,
    and a page that is served sends and fetches it beside its socket. Only where the browser runs the app are its bytes
    given with its name. `on_picked` gets the files that were picked; None where none are to be picked, only saved.
    """

    def __init__(
        self,
        page: ft.Page,
        endings: Sequence[str],
        on_picked: OnPicked | None,
        services: PageServices,
        hints: DialogHints,
    ) -> None:
        self._page, self._endings, self._on_picked = page, endings, on_picked
        self._messenger, self._ways, self._hints = services.messenger, services.ways, hints
        self._open: set[asyncio.Task[None]] = set()

    @cached_property
    def _dialogs(self) -> ft.FilePicker:
        """Flet's dialogs: of its own, since what a client picked by itself tells only whose dialog it was."""
        return ft.FilePicker(on_result=guarded(self._came))

    @property
    def pick_action(self) -> ft.ClientAction | None:
        """What the button that picks a file is given in a browser; elsewhere None, and it calls `pick`."""
        return ft.PickFiles(self._dialogs, **self._choice) if self._page.web else None

    def pick(self) -> None:
        """Let the user pick files, unless the client does it by itself."""
        if not self._page.web:
            self._begin(self._pick(), self._hints.no_picking)

    def save(self, name: str, pieces: Sequence[bytes], note: str = "") -> None:
        """Let the user save a file where they like; a browser puts it among its downloads.

        `note` is what to say of the file once it is saved.
        """
        self._begin(self._save(name, pieces, note), self._hints.no_saving)

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        for task in self._open:
            task.cancel()

    @property
    def _choice(self) -> dict[str, Any]:
        choice: dict[str, Any] = {"allow_multiple": True, "with_data": self._ways == FileWays()}
        if self._page.platform in ON_PHONES:
            return choice
        only = {"file_type": ft.FilePickerFileType.CUSTOM, "allowed_extensions": list(self._endings)}
        return choice | only

    def _came(self, event: ft.FilePickerResultEvent) -> None:
        self._begin(self._take(event.files), self._hints.no_picking)

    async def _pick(self) -> None:
        await self._take(await self._dialogs.pick_files(**self._choice))

    async def _take(self, files: Sequence[ft.FilePickerFile]) -> None:
        if files and self._on_picked is not None:
            await self._on_picked(
                [PickedFile(file.name, file.size, partial(self._pieces, file)) for file in files]
            )

    async def _pieces(self, file: ft.FilePickerFile, tell: Tell) -> Iterable[bytes]:
        if self._ways.disk is not None and file.path:
            return self._ways.disk.pieces(file.path)
        if self._ways.transfers is not None and file.size:
            coming = self._ways.transfers.expect(file.size)
            # By its name: Flet's client counts anew after each file that it has sent.
            await self._dialogs.upload([ft.FilePickerUploadFile(coming.address, name=file.name)])
            return await coming.pieces(tell)
        return in_pieces(bytes(file.bytes or b""))

    async def _save(self, name: str, pieces: Sequence[bytes], note: str) -> None:
        if self._ways.transfers is not None and sum(map(len, pieces)) > PIECE_BYTES:
            address = self._ways.transfers.offer(name, pieces)
            await ft.UrlLauncher().launch_url(address, web_only_window_name=ft.UrlTarget.SELF.value)
            self._say(note)
        elif self._ways.disk is not None and self._page.platform not in ON_PHONES:
            place = await self._dialogs.save_file(file_name=name)
            if place and await self._write(self._ways.disk, place, pieces):
                self._say(f"Saved as {place}.", note)
        else:
            place = await self._dialogs.save_file(file_name=name, src_bytes=b"".join(pieces))
            if place or self._page.web:  # a browser tells itself what it saved
                self._say(f"Saved as {place}." if place else "", note)

    async def _write(self, disk: Disk, place: str, pieces: Sequence[bytes]) -> bool:
        """Write a file; whether it is written, or else it is said why not."""
        try:
            with disk.replacing(place) as file:
                for piece in pieces:
                    file.write(piece)
                    await asyncio.sleep(0)
        except OSError as error:
            logger.exception("A file could not be saved")
            self._say(f"{place} cannot be written: {os_reason(error)}; save it elsewhere.")
            return False
        return True

    def _say(self, *sentences: str) -> None:
        """Say those that are not empty, at once."""
        words = " ".join(filter(None, sentences))
        if words:
            self._messenger.show(words)

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
