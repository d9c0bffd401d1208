"""The app in a native window of its own."""

import asyncio
import logging
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from flet.controls.context import _context_page, context
from flet.messaging.flet_socket_server import FletSocketServer
from flet.messaging.session import Session

from routine_app.serve.page_errors import PageMain, reported
from routine_app.serve.stop_signals import on_stop_signal
from routine_app.serve.window.process import WindowProcess
from routine_app.serve.window.unavailable import WindowUnavailableError

START_SECONDS = 30.0
"""How long the window may take to appear: a first start may be searched for viruses too."""

log = logging.getLogger(__name__)


def show_window(main: PageMain, assets: Path, command: Sequence[str]) -> None:
    """Show the app in the window that `command` starts, until it is closed or a signal ends it.

    Raises WindowUnavailableError if the window ends, or stays away, before a page opened in it.
    """
    asyncio.run(_Window(reported(main), assets, command).run())


class _Window:
    """One run of the window. It must be made inside `asyncio.run`'s first call, by `show_window`."""

    def __init__(self, main: PageMain, assets: Path, command: Sequence[str]) -> None:
        self._main = main
        self._assets = assets
        self._command = command
        self._page_opened = asyncio.Event()
        self._stopped = asyncio.Event()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        with (
            on_stop_signal(lambda: loop.call_soon_threadsafe(self._stopped.set)),
            tempfile.TemporaryDirectory(prefix="routine-app-") as folder,
        ):
            server = FletSocketServer(
                loop=loop,
                uds_path=str(Path(folder, "page")),
                on_session_created=self._open_page,
                executor=ThreadPoolExecutor(),
            )
            await server.start()  # type: ignore[no-untyped-call]  # Flet annotates no results
            try:
                await self._show(str(server.page_url), Path(folder, "pid"))
            finally:
                await server.close()  # type: ignore[no-untyped-call]  # the same

    async def _show(self, page_url: str, pid_file: Path) -> None:
        process = await WindowProcess.start([*self._command, page_url, str(pid_file), str(self._assets)])
        ended = asyncio.create_task(process.wait())
        stopped = asyncio.create_task(self._stopped.wait())
        opened = asyncio.create_task(self._page_opened.wait())
        try:
            await asyncio.wait(
                [ended, stopped, opened], timeout=START_SECONDS, return_when=asyncio.FIRST_COMPLETED
            )
            if opened.done():
                await asyncio.wait([ended, stopped], return_when=asyncio.FIRST_COMPLETED)
            elif not stopped.done():
                raise WindowUnavailableError(await process.why_it_failed())
        finally:
            await process.close(pid_file)
            for task in (ended, stopped, opened):
                task.cancel()

    async def _open_page(self, session: Session) -> None:
        """What `flet.app` does for a new session, less the traceback that it shows to the user; then show the window."""
        self._page_opened.set()
        session.page.window.visible = False
        try:
            _context_page.set(session.page)
            context.reset_auto_update()  # type: ignore[no-untyped-call]  # the same
            await self._main(session.page)
            await session.after_event(session.page)
        except Exception as error:  # the page of a broken app says what broke
            log.exception("The window's page could not open")
            session.error(str(error))
        session.page.window.visible = True
        session.page.update()
