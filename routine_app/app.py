"""Joins everything: one graph of objects for each page. The one module that knows everyone."""

import logging
import os
import sys
from collections.abc import Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.file_ways import FileWays, Transfers
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.settings.view import FilesHome, ShownPaths
from routine_app.data.clock import SystemClock
from routine_app.data.figures import FolderFigures
from routine_app.data.files.disk import LocalDisk
from routine_app.data.history.damage import set_damaged_aside
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.icon import icon_png
from routine_app.data.paths import (
    HOME_VARIABLE,
    AppPaths,
    assets_folder,
    find_places,
    make_folders,
    shipped_routines_folder,
)
from routine_app.data.routines.drafts import DraftFiles
from routine_app.data.routines.files import FolderRoutineFiles
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.routines.reader.routine import read_routine_file
from routine_app.data.routines.schema_copy import put_schema
from routine_app.data.session.running import RunningSessions
from routine_app.data.settings.file import SettingsFile
from routine_app.ui.app import App
from routine_app.ui.dependencies import Dependencies
from routine_app.ui.kit import theme
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.outside_watcher import OutsideWatcher
from routine_app.ui.shell.start_failure import elsewhere_view, start_failure_view

if TYPE_CHECKING:
    from pathlib import Path

    from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
    from routine_app.core.help.page import HelpSource
    from routine_app.core.routine.repository import CheckedText, RoutineTexts

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shared:
    """What all pages of the process share: which sessions run, and the routines.

    `watcher` looks for what is written elsewhere; `find_voice` loads the voice, which takes long, for the first that asks;
    `transfers` are the files that browsers send and fetch, where the app is served.
    """

    owners: SessionOwners
    library: FolderRoutines
    watcher: OutsideWatcher
    find_voice: "Callable[[], VoiceSource]"
    transfers: Transfers | None


def open_app(
    page: ft.Page,
    environment: Mapping[str, str],
    share: Callable[[AppPaths], Shared],
    on_written: Callable[[], None] = lambda: None,
    *,
    find_home: Callable[[], FilesHome] | None = None,
    missing_scripts: Callable[[], Collection[str]] = frozenset,
) -> App:
    """Join the app for a page with this machine's clocks, and the files that the environment names.

    `share` gives what the pages of the process share, which is made for the first. `on_written` is called after each
    change of the user's files; `find_home` tells where they are, if not in a folder of this machine; `missing_scripts`
    names those of which the page could not get the letters. Raises UserFacingError.
    """
    places = find_places(environment)
    make_folders(places)
    put_schema(places.routines)
    shared = share(places)
    history = SqliteHistory(places.history, on_written)
    dependencies = Dependencies(
        library=shared.library,
        files=FolderRoutineFiles(shipped_routines_folder(), places.routines, on_written),
        drafts=DraftFiles(places.drafts, on_written),
        find_texts=_texts,
        find_help=_help,
        history=history,
        pictures=FolderFigures(assets_folder() / "figures", places.routines),
        find_shelves=partial(_shelves, shared),
        settings=SettingsFile(places.settings, on_written),
        clock=SystemClock(),
        find_places=lambda: _shown_paths(places, find_home() if find_home else _home_seen_from(page)),
        ways=FileWays(transfers=shared.transfers) if page.web else FileWays(disk=LocalDisk()),
        owners=shared.owners,
        watcher=shared.watcher,
        close_log=history.close,
        find_icon=lambda: icon_png(assets_folder()),
        missing_scripts=missing_scripts,
    )
    return App(page, dependencies)


def _share(transfers: Transfers | None, places: AppPaths) -> Shared:
    owners, library = _owners(places), FolderRoutines(shipped_routines_folder(), places.routines, _reader())

    def begin_looks() -> None:
        library.look_anew()
        owners.heed()

    return Shared(
        owners=owners,
        library=library,
        watcher=OutsideWatcher(begin_looks),
        find_voice=cache(partial(_voice, places)),
        transfers=transfers,
    )


def _owners(places: AppPaths) -> SessionOwners:
    """Who runs which session; in a browser, one tab at a time has the files."""
    return SessionOwners(None if sys.platform == "emscripten" else RunningSessions(places.running))


def _reader() -> "Callable[[Path], CheckedText]":
    """What reads a routine file; the phone app has read those that ship."""
    if sys.platform == "emscripten":
        from routine_app.phone.read_routines import read_known_file  # noqa: PLC0415 - for the phone app alone

        return read_known_file
    return read_routine_file


def _texts() -> "RoutineTexts":
    from routine_app.data.routines.texts import RoutineYaml  # noqa: PLC0415 - the list of routines does without

    return RoutineYaml()


def _help() -> "HelpSource":
    from routine_app.data.help_files import FolderHelp  # noqa: PLC0415 - the same

    return FolderHelp(shipped_routines_folder())


def _shelves(shared: Shared) -> "tuple[SoundSource, VoiceSource]":
    from routine_app.data.sound_files import SoundFiles  # noqa: PLC0415 - the same

    return SoundFiles(assets_folder() / "sounds"), shared.find_voice()


def _voice(places: AppPaths) -> "VoiceSource":
    from routine_app.data.voice.whole import whole_voice  # noqa: PLC0415 - the same

    return whole_voice(assets_folder() / "voice", places.voice_cache)


def _home_seen_from(page: ft.Page) -> FilesHome:
    """Where this machine's files are for whoever looks at this page."""
    return FilesHome.SERVING_MACHINE if page.web else FilesHome.THIS_DEVICE


def _shown_paths(places: AppPaths, home: FilesHome) -> ShownPaths:
    return ShownPaths(str(places.routines), str(places.history), str(places.settings), str(places.log), home)


def page_main(transfers: Transfers | None = None) -> Callable[[ft.Page], Coroutine[Any, Any, None]]:
    """What Flet calls for each page, a browser tab or the window; made once for a process.

    `transfers` are those of the server that the pages come from; without them a file goes through a page's socket.
    """
    share = cache(partial(_share, transfers))

    async def open_page(page: ft.Page) -> None:
        try:
            if sys.platform == "emscripten":
                await _open_in_browser(page, share)
            else:
                open_app(page, os.environ, share).start()
        except UserFacingError as error:
            logger.exception("The app cannot start")
            _show_alone(page, start_failure_view(str(error)))

    return open_page


async def _open_in_browser(page: ft.Page, share: Callable[[AppPaths], Shared]) -> None:
    """Open the app on the folder that this browser keeps, once no other tab has it."""
    from routine_app.data.files.browser_storage import BrowserFolder  # noqa: PLC0415 - for Pyodide alone
    from routine_app.data.files.missing_letters import MissingLetters  # noqa: PLC0415 - the same

    messenger, early, has_screen = Messenger(page), list[str](), False

    def tell(words: str) -> None:
        """Show the words; a page without a screen would lose them."""
        if has_screen:
            messenger.show(words)
        else:
            early.append(words)

    folder, letters = BrowserFolder(tell), MissingLetters()
    if not await folder.take_if_free():
        _show_alone(page, elsewhere_view())
        await folder.take()
    await folder.load()
    environment = {HOME_VARIABLE: str(folder.path)}
    if set_damaged_aside(find_places(environment).history):
        tell("Your history is damaged and cannot be read. It is set aside, and a new one begins.")
    open_app(
        page, environment, share, folder.save, find_home=lambda: folder.home, missing_scripts=letters.scripts
    ).start()
    has_screen = True
    for words in early:
        messenger.show(words)


def _show_alone(page: ft.Page, view: ft.View) -> None:
    """Show one view in place of the app."""
    theme.apply_theme(page)
    page.views = [view]
    page.update()
