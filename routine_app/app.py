"""Joins everything: one graph of objects for each page. The one module that knows everyone."""

import logging
import os
import sys
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote, unquote

import flet as ft

from routine_app.core.length import Length
from routine_app.core.ports import Clock, PictureShelf, RoutineEntry, RoutineLibrary, SessionLog
from routine_app.core.present.history import HistoryView, present_history
from routine_app.core.present.routine import present_routine
from routine_app.core.present.routines import present_routines
from routine_app.core.present.summary import present_summary
from routine_app.core.record import SessionRecord
from routine_app.core.running_sessions import RunningSessions
from routine_app.core.surroundings import SurroundingsError
from routine_app.data.clocks import SystemClock
from routine_app.data.history import History
from routine_app.data.library import FolderLibrary
from routine_app.data.paths import (
    HOME_VARIABLE,
    assets_folder,
    find_places,
    make_folders,
    shipped_routines_folder,
)
from routine_app.data.pictures import FolderPictures
from routine_app.ui import theme
from routine_app.ui.figure import Picture, coloured
from routine_app.ui.guard import guarded
from routine_app.ui.history_screen import HistoryScreen
from routine_app.ui.home import Home, Tab
from routine_app.ui.navigator import Navigator, Scene
from routine_app.ui.player import ROUTE as PLAY
from routine_app.ui.player import Player
from routine_app.ui.routine_screen import RoutineScreen
from routine_app.ui.routines_screen import RoutinesScreen
from routine_app.ui.session_desk import SessionDesk
from routine_app.ui.summary_screen import SummaryScreen
from routine_app.ui.trouble_screen import elsewhere_view, trouble_view
from routine_app.ui.whole_page import whole_page

logger = logging.getLogger(__name__)

HOME, HISTORY, ROUTINE, DONE = "/", "/history", "/routine/", "/done"


class App:
    """The app on one page: the screens, where one is among them, and the session that runs."""

    def __init__(  # noqa: PLR0913, PLR0917 (all that a page is joined from, once)
        self,
        page: ft.Page,
        library: RoutineLibrary,
        log: SessionLog,
        pictures: PictureShelf,
        clock: Clock,
        running: RunningSessions,
    ) -> None:
        self._page = page
        self._library = library
        self._log = log
        self._pictures = pictures
        self._clock = clock
        self._desk = SessionDesk(log, library, clock, running, self)
        self._entry: RoutineEntry | None = None
        self._length = Length.NORMAL
        self._routines = RoutinesScreen(
            self._open_routine, self._desk.go_on, self._desk.end_interrupted, self.find_picture
        )
        self._routine = RoutineScreen(self._leave_routine, self._set_length, self._begin, self.find_picture)
        self._history = HistoryScreen()
        self._summary = SummaryScreen(self._finish)
        self._home = Home(
            {Tab.ROUTINES: self._routines.control, Tab.HISTORY: self._history.control}, self._open_tab
        )
        self._routine_view = whole_page(ROUTINE, self._routine.control)
        self._summary_view = whole_page(DONE, self._summary.control)
        self._navigator = Navigator(page, self._scene)
        self._drawn_in = page.platform_brightness

    def start(self) -> None:
        """Dress the page, listen to it, and show what its address asks for."""
        page = self._page
        theme.dress(page)
        page.window.min_width, page.window.min_height = theme.SMALLEST_WINDOW
        page.on_resize = guarded(self._fit)
        page.on_platform_brightness_change = guarded(self._redraw)
        page.on_keyboard_event = guarded(self._on_key)
        page.on_connect = guarded(self._on_connect)
        page.on_disconnect = guarded(self._on_disconnect)
        page.on_app_lifecycle_state_change = guarded(self._on_lifecycle)
        page.on_close = guarded(self._close)
        self._fit()
        self._navigator.go(page.route or HOME)

    def _scene(self, route: str) -> Scene:
        """What to show for a route; Back out of a session under way makes it ask instead."""
        player = self._desk.playing
        if player is not None:
            if route != PLAY:
                player.ask_to_end()
            return Scene(PLAY, [self._home.view, player.view])
        if route.startswith(ROUTINE):
            return self._routine_scene(unquote(route.removeprefix(ROUTINE)))
        if route == DONE and self._desk.record is not None:
            return Scene(DONE, [self._home.view, self._summary_view])
        return self._home_scene(Tab.HISTORY if route == HISTORY else Tab.ROUTINES)

    def _home_scene(self, tab: Tab) -> Scene:
        if tab is Tab.HISTORY:
            self._history.show(self._history_view())
        else:
            entries = self._library.entries()
            self._routines.show(present_routines(entries, self._desk.offer(entries)))
        self._home.show(tab)
        return Scene(HISTORY if tab is Tab.HISTORY else HOME, [self._home.view])

    def _history_view(self) -> HistoryView:
        try:
            return present_history(self._log.sessions(), self._clock.wall())
        except SurroundingsError as error:
            logger.exception("The history cannot be read")
            return HistoryView((), str(error))

    def _routine_scene(self, name: str) -> Scene:
        self._entry = next((e for e in self._library.entries() if e.name == name and e.routine), None)
        if self._entry is None:
            return self._home_scene(Tab.ROUTINES)
        self._routine.show(present_routine(self._entry, self._length))
        return Scene(_address(self._entry), [self._home.view, self._routine_view])

    def _open_tab(self, tab: Tab) -> None:
        self._navigator.go(HISTORY if tab is Tab.HISTORY else HOME)

    def _open_routine(self, name: str) -> None:
        self._length = Length.NORMAL
        self._navigator.go(ROUTINE + quote(name))

    def _leave_routine(self) -> None:
        self._navigator.go(HOME)

    def _set_length(self, length: Length) -> None:
        self._length = length
        if self._entry is not None:
            self._navigator.go(_address(self._entry))

    def _begin(self) -> None:
        """Start a session of the routine on the screen."""
        if self._entry is not None and self._entry.routine is not None:
            self._desk.begin(self._entry.name, self._entry.routine, self._length)

    def show_player(self, player: Player) -> None:
        """Show the session that is about to begin."""
        self._fit()
        self._navigator.show_scene(Scene(PLAY, [self._home.view, player.view]))

    def show_record(self, record: SessionRecord | None) -> None:
        """Show what was held, or without a record the routine again."""
        if record is None:
            self._navigator.go(_address(self._entry) if self._entry else HOME)
        else:
            self._summary.show(present_summary(record))
            self._navigator.go(DONE)

    def show_routines(self) -> None:
        """Show the list."""
        self._navigator.go(HOME)

    def say(self, words: str) -> None:
        """Say a sentence in passing."""
        _say(self._page, words)

    def _finish(self) -> None:
        self._desk.clear()
        self._navigator.go(HOME)

    def find_picture(self, name: str | None) -> Picture | None:
        """The figure of that name, in the colours of the day or the night."""
        picture = self._pictures.find(name) if name else None
        is_dark = self._page.platform_brightness is ft.Brightness.DARK
        return None if picture is None else coloured(picture, is_dark=is_dark)

    def _fit(self) -> None:
        width, height = self._page.width or 390, self._page.height or 844
        self._home.fit(width)
        self._routine.fit(height)
        self._summary.fit(height)
        if self._desk.player is not None:
            self._desk.player.fit(width, height)
        self._page.update()

    def _redraw(self) -> None:
        """Colour the figures anew if it became dark or light."""
        if self._page.platform_brightness is self._drawn_in:
            return
        self._drawn_in = self._page.platform_brightness
        if self._desk.playing is not None:
            self._desk.playing.redraw()
        else:
            self._navigator.show(self._navigator.route)

    def _on_key(self, event: ft.KeyboardEvent) -> None:
        if self._desk.playing is not None and not (event.ctrl or event.meta or event.alt):
            self._desk.playing.press(event.key)

    def _on_connect(self) -> None:
        self._navigator.client_came()
        self._on_show()

    def _on_show(self) -> None:
        if self._desk.player is not None:
            self._desk.player.client_came()

    def _on_disconnect(self) -> None:
        self._navigator.client_went()
        if self._desk.player is not None:
            self._desk.player.client_went()

    def _on_lifecycle(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in {ft.AppLifecycleState.SHOW, ft.AppLifecycleState.RESUME}:
            self._on_show()

    def _close(self) -> None:
        self._desk.close()
        if isinstance(self._log, History):
            self._log.close()


def _address(entry: RoutineEntry) -> str:
    return ROUTINE + quote(entry.name)


def open_app(
    page: ft.Page,
    environment: Mapping[str, str],
    running: RunningSessions,
    on_written: Callable[[], None] | None = None,
) -> App:
    """Join the app for a page with this machine's clocks, and the files that the environment names.

    `running` is what all pages of the process share; `on_written` is called after each change of the
    history. Raises SurroundingsError.
    """
    places = find_places(environment)
    make_folders(places)
    return App(
        page,
        FolderLibrary(shipped_routines_folder(), places.routines),
        History(places.history, on_written),
        FolderPictures(assets_folder() / "figures", places.routines),
        SystemClock(),
        running,
    )


def page_main() -> Callable[[ft.Page], Coroutine[Any, Any, None]]:
    """What Flet calls for each page, a browser tab or the window; made once for a process."""
    running = RunningSessions()

    async def open_page(page: ft.Page) -> None:
        try:
            if sys.platform == "emscripten":
                await _open_in_browser(page, running)
            else:
                open_app(page, os.environ, running).start()
        except SurroundingsError as error:
            logger.exception("The app cannot start")
            _show_alone(page, trouble_view(str(error)))

    return open_page


async def _open_in_browser(page: ft.Page, running: RunningSessions) -> None:
    """Open the app on the folder that this browser keeps, once no other tab has it."""
    from routine_app.data.browser_folder import BrowserFolder  # noqa: PLC0415 - for Pyodide alone

    folder = BrowserFolder(partial(_say, page))
    if not await folder.take_if_free():
        _show_alone(page, elsewhere_view())
        await folder.take()
    await folder.load()
    open_app(page, {HOME_VARIABLE: str(folder.path)}, running, folder.save).start()


def _say(page: ft.Page, words: str) -> None:
    """Say a sentence in passing, at the foot of the page."""
    page.show_dialog(ft.SnackBar(ft.Text(words)))


def _show_alone(page: ft.Page, view: ft.View) -> None:
    """Show one view in place of the app."""
    theme.dress(page)
    page.views = [view]
    page.update()
