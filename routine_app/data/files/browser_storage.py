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

from routine_app.core.settings.view import FilesHome

ROOT = "/kept"
"""Below it stands the path of the page, which the page's worker tells: all pages of a host share the browser's store."""

UNKEPT_ROOT = "/unkept"
"""The same for a folder that the browser does not keep: what comes late from the store must not fall into it."""

PATIENCE_SECONDS = 8.0
"""How long the browser may take to give its store, and to save. It needs milliseconds, or never answers."""

log = logging.getLogger(__name__)


class StoreError(Exception):
    """What keeps the browser's store from being used, as the first half of a sentence."""


class BrowserFolder:
    """The folder of the page that this Python runs in. One tab has it at a time.

    It is at `path` once it is loaded; `home` says whether the browser keeps it. `on_trouble` is told, once, in
    words for the user, when it does not.
    """

    def __init__(self, on_trouble: Callable[[str], None]) -> None:
        self._page_path = str(js.pageFolder).rpartition("/")[0]
        self.path = Path(f"{ROOT}{self._page_path}")
        self.home = FilesHome.BROWSER
        self._on_trouble = on_trouble
        self._has_told = False
        self._is_unsaved = False
        self._saving: asyncio.Task[None] | None = None

    async def take_if_free(self) -> bool:
        """Take the folder until the tab closes, unless another tab has it; whether it was taken.

        Where tabs cannot be kept apart it is a folder of this tab's own, which the browser does not keep.
        """
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self._take(if_available=True)
        except TimeoutError:
            self._keep_nothing("The browser's storage does not answer")
        except StoreError as error:
            self._keep_nothing(str(error))
        return True

    async def take(self) -> None:
        """Wait until no other tab has the folder, and take it until this tab closes."""
        try:
            await self._take(if_available=False)
        except StoreError as error:
            self._keep_nothing(str(error))

    async def load(self) -> None:
        """Fill the folder with what the browser kept; without its store it stays in memory alone, and empty."""
        if self.home is FilesHome.BROWSER:
            try:
                self.path.mkdir(parents=True, exist_ok=True)
                pyodide_js.FS.mount(pyodide_js.FS.filesystems.IDBFS, js.Object.new(), str(self.path))
                await self._sync(from_store=True)
            except Exception as error:
                log.exception("The browser's store cannot be opened")
                answers = not isinstance(error, TimeoutError)
                self._keep_nothing(
                    f"The browser's storage {'cannot be opened' if answers else 'does not answer'}"
                )
        self.path.mkdir(parents=True, exist_ok=True)

    def save(self) -> None:
        """Store the folder in the browser as it is now; what is written meanwhile is stored right after."""
        if self.home is FilesHome.NOWHERE:
            return
        self._is_unsaved = True
        if self._saving is None or self._saving.done():
            self._saving = asyncio.get_running_loop().create_task(self._save())

    async def _save(self) -> None:
        while self._is_unsaved:
            self._is_unsaved = False
            try:
                await self._sync(from_store=False)
                self.home = FilesHome.BROWSER
            except Exception:
                log.exception("The folder could not be saved")
                self.home = FilesHome.BROWSER_IN_PART
                self._tell("The browser could not keep what was just logged; free some space on the device.")

    def _keep_nothing(self, trouble: str) -> None:
        """Go on in memory. Saving a folder that was never filled would delete what the store may still have."""
        log.warning("%s: nothing is kept", trouble)
        self.home = FilesHome.NOWHERE
        self.path = Path(f"{UNKEPT_ROOT}{self._page_path}")
        self._tell(
            f"{trouble}, so nothing you do here is kept. Export your history before you close this page."
        )

    async def _take(self, *, if_available: bool) -> bool:
        locks = getattr(js.navigator, "locks", None)
        if not locks:
            raise StoreError("This browser keeps data safely only for a page over https, or is too old")
        taken: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        until_the_end = js.Promise.new(create_proxy(lambda *_: None))

        def answered(lock: Any) -> Any:  # noqa: ANN401 - a JavaScript value
            if taken.done():
                return None  # it came too late
            taken.set_result(bool(lock))  # JavaScript's null is false, but not None
            return until_the_end if lock else None

        def refused(reason: object) -> None:
            if not taken.done():
                taken.set_exception(StoreError(f"This browser refuses to keep data ({reason})"))

        options = to_js({"ifAvailable": if_available}, dict_converter=js.Object.fromEntries)
        locks.request(f"routine-app {self.path}", options, create_proxy(answered)).catch(refused)
        return await taken

    async def _sync(self, *, from_store: bool) -> None:
        synced: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

        def answered(error: object = None) -> None:
            if not synced.done():
                synced.set_result(error)

        pyodide_js.FS.syncfs(from_store, create_once_callable(answered))
        async with asyncio.timeout(PATIENCE_SECONDS):
            error = await synced
        if error:
            raise OSError(f"the browser's store says: {error}")

    def _tell(self, sentence: str) -> None:
        if not self._has_told:
            self._has_told = True
            self._on_trouble(sentence)
