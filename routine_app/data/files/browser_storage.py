"""A folder that the browser keeps, for the app that runs inside it (Pyodide's IDBFS, in IndexedDB).

The folder is in memory: what was written there is kept once it has been saved. Only the phone app has the
modules that this one imports.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import js  # type: ignore[import-not-found]  # Pyodide's own, untyped
import pyodide_js  # type: ignore[import-not-found]  # the same
from pyodide.ffi import create_once_callable, create_proxy, to_js  # type: ignore[import-not-found]  # the same

from routine_app.core.errors import UserFacingError

ROOT = "/kept"
"""Below it stands the path of the page, which the page's worker tells: all pages of a host share the browser's store."""

log = logging.getLogger(__name__)


class BrowserFolder:
    """The folder of the page that this Python runs in. One tab has it at a time.

    `on_trouble` is told, once, in one sentence, when the browser does not keep what was written.
    """

    def __init__(self, on_trouble: Callable[[str], None]) -> None:
        self.path = Path(f"{ROOT}{js.pageFolder}")
        self._on_trouble = on_trouble
        self._has_told = False
        self._is_unsaved = False
        self._is_cut_off = False
        self._saving: asyncio.Task[None] | None = None

    async def take_if_free(self) -> bool:
        """Take the folder until the tab closes, unless another tab has it; whether it was taken."""
        return await self._take(if_available=True)

    async def take(self) -> None:
        """Wait until no other tab has the folder, and take it until this tab closes."""
        await self._take(if_available=False)

    async def load(self) -> None:
        """Fill the folder with what the browser kept; without its store it stays in memory alone."""
        self.path.mkdir(parents=True, exist_ok=True)
        try:
            pyodide_js.FS.mount(pyodide_js.FS.filesystems.IDBFS, js.Object.new(), str(self.path))
            await self._sync(from_store=True)
        except Exception:
            log.exception("The browser's store cannot be opened")
            # Saving a folder that was never filled would delete what the store may still have.
            self._is_cut_off = True
            self._tell(
                "The browser's store cannot be opened, so what you hold now is lost when this page closes; "
                "reload it to try again."
            )

    def save(self) -> None:
        """Store the folder in the browser as it is now; what is written meanwhile is stored right after."""
        if self._is_cut_off:
            return
        self._is_unsaved = True
        if self._saving is None or self._saving.done():
            self._saving = asyncio.get_running_loop().create_task(self._save())

    async def _save(self) -> None:
        while self._is_unsaved:
            self._is_unsaved = False
            try:
                await self._sync(from_store=False)
            except Exception:
                log.exception("The folder could not be saved")
                self._tell("The browser could not keep what was just logged; free some space on the device.")

    async def _take(self, *, if_available: bool) -> bool:
        locks = getattr(js.navigator, "locks", None)
        if not locks:
            raise UserFacingError(
                "This page can keep nothing safely here; open it over https, in a newer browser."
            )
        taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        until_the_end = js.Promise.new(create_proxy(lambda *_: None))

        def answered(lock: Any) -> Any:  # noqa: ANN401 - a JavaScript value
            taken.set_result(bool(lock))  # JavaScript's null is false, but not None
            return until_the_end if lock else None

        def refused(reason: object) -> None:
            if not taken.done():
                taken.set_exception(
                    UserFacingError(f"This browser refuses to keep data ({reason}); allow it for this page.")
                )

        options = to_js({"ifAvailable": if_available}, dict_converter=js.Object.fromEntries)
        locks.request(f"routine-app {self.path}", options, create_proxy(answered)).catch(refused)
        return await taken

    async def _sync(self, *, from_store: bool) -> None:
        synced: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        pyodide_js.FS.syncfs(from_store, create_once_callable(lambda error=None: synced.set_result(error)))
        error = await synced
        if error:
            raise OSError(f"the browser's store says: {error}")

    def _tell(self, sentence: str) -> None:
        if not self._has_told:
            self._has_told = True
            self._on_trouble(sentence)
