"""The app on one page: its screens, and the way from one to the next."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

import flet as ft

from routine_app.core.clock import Clock
from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
from routine_app.core.help.source import HelpSource
from routine_app.core.history.repository import HistoryBook, HistoryExchange
from routine_app.core.routine.figures import FigureSource
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import DraftStore, RoutineFileStore, RoutineRepository, RoutineTexts
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.repository import SessionRepository
from routine_app.core.session.summary_view import present_summary
from routine_app.core.settings.repository import SettingsRepository
from routine_app.core.settings.settings import Settings
from routine_app.core.settings.view import ShownPaths, present_settings
from routine_app.ui.balance.controller import BalanceController
from routine_app.ui.cues.coach import Coach
from routine_app.ui.editor.controller import EDIT, NEW, EditorController
from routine_app.ui.editor.editor import EditorSupplies
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.feedback.pain_advice_controller import PainAdviceController
from routine_app.ui.history.controller import HISTORY, HistoryController
from routine_app.ui.history.exchange_card import exchange_card
from routine_app.ui.history.exchange_controller import HistoryExchangeController
from routine_app.ui.kit import theme
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.figure import Picture, coloured
from routine_app.ui.kit.full_page import whole_page
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.text_scale import TextProbe
from routine_app.ui.library.controller import LIST as HOME
from routine_app.ui.library.controller import ROUTINE, LibraryController, RoutineSupplies
from routine_app.ui.library.watcher import LibraryWatcher
from routine_app.ui.player.keys import TAB
from routine_app.ui.player.player import ROUTE as PLAY
from routine_app.ui.player.player import Player
from routine_app.ui.player.session_controller import SessionController
from routine_app.ui.player.summary_screen import SummaryScreen
from routine_app.ui.settings.controller import SettingsController
from routine_app.ui.settings.screen import SettingsScreen
from routine_app.ui.sharing.controller import IMPORT_CODE, SharingController
from routine_app.ui.sharing.import_controller import SharingSupplies
from routine_app.ui.shell.navigator import Navigator, Scene
from routine_app.ui.shell.session_services import SessionServices
from routine_app.ui.shell.tabs import Tab, TabsFrame

logger = logging.getLogger(__name__)

DONE = "/done"
TABS = {HOME: Tab.ROUTINES, "/balance": Tab.BALANCE, HISTORY: Tab.HISTORY, "/settings": Tab.SETTINGS}
ADDRESSES = {tab: route for route, tab in TABS.items()}
DESKTOPS = {ft.PagePlatform.LINUX, ft.PagePlatform.MACOS, ft.PagePlatform.WINDOWS}
"""Where a window can have a folder opened beside it."""


@dataclass(frozen=True, slots=True)
class Supplies:
    """What the outside world gives to a page."""

    library: RoutineRepository
    files: RoutineFileStore
    drafts: DraftStore
    texts: RoutineTexts
    help: HelpSource
    log: SessionRepository
    book: HistoryBook
    exchange: HistoryExchange
    pictures: FigureSource
    sounds: SoundSource
    voice: VoiceSource
    settings: SettingsRepository
    clock: Clock
    places: ShownPaths
    close_log: Callable[[], None]


class App:
    """The app on one page: the screens, where one is among them, and the session that runs."""

    def __init__(self, page: ft.Page, supplies: Supplies, running: SessionOwners) -> None:
        self._page = page
        self._log, self._close_log = supplies.log, supplies.close_log
        self._pictures = supplies.pictures
        self._clock = supplies.clock
        self._places = supplies.places
        self._calls = ClientCalls()
        self._launcher = ft.UrlLauncher()
        self._device = ft.SemanticsService()
        self._coach = Coach(self._calls, supplies.sounds, supplies.voice, has_speech=page.web)
        self._settings_desk = SettingsController(supplies.settings, self._use, self.say)
        equipment = SessionServices(self._clock, self._coach, self._settings_desk, self.find_picture)
        self._desk = SessionController(self._log, supplies.library, equipment, running, self)
        routines = RoutineSupplies(supplies.library, supplies.files, supplies.drafts, supplies.book)
        self._routines = LibraryController(routines, self._desk, equipment, self._coach.prepare, self)
        editing = EditorSupplies(supplies.files, supplies.drafts, supplies.texts, self._clock)
        self._writing = EditorController(editing, supplies.help, self._pictures.names, self)
        sharing = SharingSupplies(supplies.library, supplies.files, supplies.texts)
        self._sharing = SharingController(page, sharing, self)
        self._make_held(supplies, equipment)
        can_open = not page.web and page.platform in DESKTOPS
        self._settings_screen = SettingsScreen(
            self._change, self._open_folder if can_open else None, exchange_card(self._exchange)
        )
        self._make_home()
        self._navigator = Navigator(page, self._scene)
        self._text_probe = TextProbe(self._fit)
        self._watch = LibraryWatcher(self._look)
        self._is_drawn_dark = False

    def _make_held(self, supplies: Supplies, equipment: SessionServices) -> None:
        """Make the screens of what was held."""
        book, pain = supplies.book, PainAdviceController(supplies.book, self._clock, self.say)
        self._balance = BalanceController(self._routines.today, self._routines.open_today_anew, pain)
        feedback = FeedbackController(book, self._clock, pain, self.say)
        self._exchange = HistoryExchangeController(self._page, supplies.exchange, self._clock, self)
        self._history = HistoryController(book, equipment, feedback, exchange_card(self._exchange), self)
        self._feedback = FeedbackController(book, self._clock, pain, self.say)
        self._summary = SummaryScreen(self._finish, self._feedback.control)

    def _make_home(self) -> None:
        screens = {
            Tab.ROUTINES: self._routines.list.control,
            Tab.BALANCE: self._balance.screen.control,
            Tab.HISTORY: self._history.list.control,
            Tab.SETTINGS: self._settings_screen.control,
        }
        self._home = TabsFrame(screens, self._open_tab)
        self._routine_view = whole_page(ROUTINE, self._routines.routine.control)
        self._summary_view = whole_page(DONE, self._summary.control)

    def start(self) -> None:
        """Dress the page, listen to it, and show what its address asks for."""
        page = self._page
        theme.apply_theme(page)
        page.window.min_width, page.window.min_height = theme.SMALLEST_WINDOW
        page.on_resize = guarded(self._fit)
        page.on_platform_brightness_change = guarded(self._redraw)
        page.on_keyboard_event = guarded(self._on_key)
        page.on_connect = guarded(self._on_connect)
        page.on_disconnect = guarded(self._on_disconnect)
        page.on_app_lifecycle_state_change = guarded(self._on_lifecycle)
        page.on_close = guarded(self._close)
        self._settings_desk.load()
        self._calls.ask("tell whether it wants little motion", self._learn_of_motion)
        page.overlay.append(self._text_probe.control)
        self._fit()
        self._navigator.go(page.route or HOME)
        self._watch.start()

    def _look(self) -> None:
        """Show what another program has written of what is on the screen."""
        route = self._navigator.route
        if self._navigator.is_away or self._desk.playing is not None:
            return
        if route.startswith(EDIT):
            self._writing.editor.look_outside()
        elif (route == HOME or route.startswith(ROUTINE)) and self._routines.has_changed():
            self._navigator.show(route)

    async def _learn_of_motion(self) -> None:
        features = await self._device.get_accessibility_features()
        self._settings_desk.has_little_motion = features.reduce_motion or features.disable_animations

    @property
    def _settings(self) -> Settings:
        return self._settings_desk.settings

    def _use(self, settings: Settings) -> None:
        """Sound, look and behave as these settings say."""
        self._coach.use(settings)
        self._page.theme_mode = theme.MODES[settings.theme]
        self._redraw()

    def _scene(self, route: str) -> Scene:
        """What to show for a route; Back out of a session under way makes it ask instead."""
        player = self._desk.playing
        if player is not None:
            if route != PLAY:
                player.ask_to_end()
            return Scene(PLAY, [self._home.view, player.view])
        self._settings_desk.load()
        if route == DONE and self._desk.record is not None:
            return Scene(DONE, [self._home.view, self._summary_view])
        for pages in (self._writing, self._sharing, self._history):
            scene = pages.scene(route, self._home.view)
            if scene is not None:
                return scene
        if route.startswith(ROUTINE) and self._routines.show_routine(unquote(route.removeprefix(ROUTINE))):
            return Scene(self._routines.address, [self._home.view, self._routine_view])
        return self._home_scene(TABS.get(route, Tab.ROUTINES))

    def _home_scene(self, tab: Tab) -> Scene:
        if tab is Tab.BALANCE:
            self._balance.show()
        elif tab is Tab.HISTORY:
            self._history.show_list()
        elif tab is Tab.SETTINGS:
            error_text = self._settings_desk.error_text
            self._settings_screen.show(present_settings(self._settings, self._places, error_text))
        else:
            self._routines.show_list()
        self._home.show(tab)
        return Scene(ADDRESSES[tab], [self._home.view])

    def _change(self, settings: Settings) -> None:
        """Take settings from their screen, and show what came of it."""
        self._settings_desk.change(settings)
        self.show_again()

    def _open_folder(self, path: str) -> None:
        address = Path(path).as_uri()
        self._calls.ask("open the folder", partial(self._launcher.launch_url, address))

    def _open_tab(self, tab: Tab) -> None:
        self._navigator.go(ADDRESSES[tab])

    def go(self, route: str) -> None:
        """Show the page of a route."""
        self._navigator.go(route)

    def edit(self, file_name: str) -> None:
        """Open a file in the editor."""
        self._navigator.go(EDIT + quote(file_name))

    def new_routine(self) -> None:
        """Begin a new file in the editor."""
        self._navigator.go(NEW)

    def share(self, file_name: str) -> None:
        """Show a routine as a code and a link."""
        self._sharing.share(file_name)

    def import_routine(self) -> None:
        """Bring a routine in."""
        self._sharing.import_routine()

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file, or the list if there is none."""
        self._routines.show_file(file_name)

    def begin(self, name: str, routine: Routine) -> None:
        """Try a routine as it is written."""
        self._routines.begin(name, routine, Length.NORMAL)

    def show_again(self) -> None:
        """Show anew what is on the screen."""
        self._navigator.show(self._navigator.route)

    def refresh(self) -> None:
        """Send what was changed."""
        self._page.update()

    def show_player(self, player: Player) -> None:
        """Show the session that is about to begin."""
        self._home.hide()
        self._fit()
        self._navigator.show_scene(Scene(PLAY, [self._home.view, player.view]))

    def show_record(self, record: SessionRecord | None) -> None:
        """Show what was held, or without a record the routine again."""
        if record is None:
            self._leave_session()
        else:
            self._summary.show(present_summary(record))
            self._feedback.open(record.session_id)
            self._navigator.go(DONE)

    def show_routines(self) -> None:
        """Show the list."""
        self._navigator.go(HOME)

    def say(self, words: str) -> None:
        """Say a sentence in passing."""
        self._page.show_dialog(ft.SnackBar(ft.Text(words)))

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Say a sentence in passing, with a button that undoes what it tells."""
        bar = ft.SnackBar(ft.Text(words), action="Undo", on_action=guarded(undo))
        self._page.show_dialog(bar)

    def _finish(self) -> None:
        self._desk.clear()
        if not self._writing.return_to_editor():
            self._navigator.go(HOME)

    def _leave_session(self) -> None:
        """Show again what the session that came to nothing was begun from."""
        if not self._writing.return_to_editor():
            self._navigator.go(self._routines.address)

    def find_picture(self, name: str | None) -> Picture | None:
        """The figure of that name, in the colours of the day or the night."""
        picture = self._pictures.find(name) if name else None
        return None if picture is None else coloured(picture, is_dark=self._is_dark)

    @property
    def _is_dark(self) -> bool:
        return theme.is_dark(self._settings.theme, self._page.platform_brightness)

    def _fit(self) -> None:
        width, height = self._page.width or 390, self._page.height or 844
        self._home.fit(width)
        text_scale = self._text_probe.scale
        self._routines.routine.fit(width, height, text_scale)
        self._writing.fit(width, height, text_scale)
        self._sharing.fit(width, height, text_scale)
        self._summary.fit(width, height, text_scale)
        self._feedback.fit(width, text_scale)
        self._history.fit(width, text_scale)
        little_motion = self._settings_desk.has_little_motion
        self._balance.screen.fit(width, height, text_scale, has_little_motion=little_motion)
        if self._desk.player is not None:
            self._desk.player.fit(width, height, text_scale)
        self._page.update()

    def _redraw(self) -> None:
        """Colour the figures anew if it became dark or light; show a change of the settings."""
        if self._desk.playing is not None:
            self._desk.playing.redraw()
        elif self._is_dark is not self._is_drawn_dark:
            self.show_again()
        self._is_drawn_dark = self._is_dark

    def _on_key(self, event: ft.KeyboardEvent) -> None:
        # Another key may be typed into a field, which loses the keyboard as colours change.
        if event.key == TAB:
            theme.show_focus(self._page)
        has_command = event.ctrl or event.meta
        if self._desk.playing is not None:
            if not (has_command or event.alt):
                self._desk.playing.press(event.key)
        elif has_command and self._navigator.route.startswith(EDIT):
            self._writing.editor.press(event.key, with_shift=event.shift)

    def _on_connect(self) -> None:
        asked = self._page.route or HOME
        self._navigator.client_came(asked if asked.startswith(IMPORT_CODE) else "")
        self._calls.ask("tell whether it wants little motion", self._learn_of_motion)
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
        self._watch.close()
        self._navigator.close()
        self._writing.editor.close()
        self._sharing.close()
        self._exchange.close()
        self._desk.close()
        self._coach.close()
        self._calls.close()
        self._close_log()
