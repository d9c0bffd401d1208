"""The app on one page: its screens, and the way from one to the next."""

from functools import partial
from pathlib import Path

import flet as ft

from routine_app.core.cues.soundtrack import Shelf
from routine_app.core.settings.settings import Settings
from routine_app.ui.balance.controller import BalanceController
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.cues.coach import Coach
from routine_app.ui.dependencies import Dependencies
from routine_app.ui.editor.controller import EditorController
from routine_app.ui.editor.editor import Editor
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.history.controller import HistoryController
from routine_app.ui.history.exchange_controller import HistoryExchangeController
from routine_app.ui.kit import theme
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.figure import Picture, coloured
from routine_app.ui.kit.safe_handler import guarded, quietly
from routine_app.ui.kit.text_scale import TextProbe
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.library.controller import LibraryController
from routine_app.ui.library.recorder import RoutineRecorder
from routine_app.ui.library.watcher import LibraryWatcher
from routine_app.ui.player.keys import TAB
from routine_app.ui.player.session_controller import SessionController
from routine_app.ui.settings.controller import SettingsController
from routine_app.ui.sharing.controller import SharingController
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.navigator import Navigator, Scene
from routine_app.ui.shell.page_services import PageServices, show_file
from routine_app.ui.shell.page_settings import PageSettings
from routine_app.ui.shell.routes import HISTORY, LIST, SETTINGS

DESKTOPS = {ft.PagePlatform.LINUX, ft.PagePlatform.MACOS, ft.PagePlatform.WINDOWS}
"""Where a window can have a folder opened beside it."""


class App:
    """The app on one page: the screens, where one is among them, and the session that runs."""

    def __init__(self, page: ft.Page, dependencies: Dependencies) -> None:
        self._page, self._dependencies = page, dependencies
        self._calls = ClientCalls()
        self._navigator = Navigator(page, self._enter)
        messenger = Messenger(page)
        self._coach = Coach(
            self._calls,
            (dependencies.sounds, dependencies.voice),
            dependencies.clock,
            messenger.show,
            is_web=page.web,
        )
        self._settings = PageSettings(dependencies.settings, self._use, messenger)
        self._services = PageServices(
            navigation=self._navigator,
            messenger=messenger,
            settings=self._settings,
            clock=dependencies.clock,
            coach=self._coach,
            find_picture=self.find_picture,
            show_file=partial(show_file, dependencies.library, self._navigator),
            ways=dependencies.ways,
        )
        self._exchange = HistoryExchangeController(self._services, page, dependencies.history)
        self._pain = PainAdviceController(self._services, dependencies.history)
        self._sessions = SessionController(
            self._services, dependencies.history, dependencies.library, dependencies.owners, self._new_form()
        )
        self._controllers = self._make_controllers()
        self._text_probe = TextProbe(self._fit)
        self._watcher = LibraryWatcher(self._look_outside)
        self._is_drawn_dark = False

    def _new_form(self) -> FeedbackController:
        """Make a form: the summary and the page of a past session each have their own."""
        return FeedbackController(self._services, self._dependencies.history, self._pain)

    def _make_controllers(self) -> tuple[Controller, ...]:
        services, given, new_card = self._services, self._dependencies, self._exchange.new_card
        routines = given.library, given.files
        today = TodayController(services, given.history, *routines)
        editor = Editor(services, given.files, given.drafts, given.texts, self._sessions.begin)
        sharing = SharingController(services, self._page, *routines, given.texts)
        can_open = not self._page.web and self._page.platform in DESKTOPS
        open_folder = self._open_folder if can_open else None
        return (
            self._sessions,
            EditorController(services, editor, given.help, given.pictures.names),
            sharing,
            HistoryController(services, given.history, self._new_form(), new_card(HISTORY)),
            BalanceController(today, self._pain),
            SettingsController(services, given.find_places, open_folder, new_card(SETTINGS)),
            LibraryController(
                services,
                *routines,
                given.drafts,
                sessions=self._sessions,
                today=today,
                recorder=RoutineRecorder(
                    services, self._page, Shelf(given.sounds, given.voice), given.find_icon
                ),
                import_routine=sharing.import_routine,
            ),
        )

    def start(self) -> None:
        """Give the page its theme, listen to it, and show what its address asks for."""
        page = self._page
        theme.apply_theme(page)
        page.window.min_width, page.window.min_height = theme.SMALLEST_WINDOW
        page.on_resize = quietly(self._fit)
        page.on_platform_brightness_change = quietly(self._redraw)
        page.on_keyboard_event = guarded(self._on_key)
        page.on_connect = quietly(self._on_connect)
        page.on_disconnect = quietly(self._on_disconnect)
        page.on_app_lifecycle_state_change = quietly(self._on_lifecycle)
        page.on_close = guarded(self._close)
        self._settings.load()
        self._is_drawn_dark = self._is_dark
        page.overlay.append(self._text_probe.control)
        self._navigator.viewport = self._viewport
        self._navigator.go(page.route or LIST)
        self._calls.ask("tell whether it wants little motion", self._learn_of_motion)
        self._watcher.start()

    def _enter(self, route: str) -> Scene:
        """Leave what is shown, if that may be left, and enter a route; one that leads nowhere is the list's."""
        for controller in self._controllers:
            if not controller.may_leave(route):
                return controller.scene(route)
        for controller in self._controllers:
            if controller.matches(route) and controller.enter(route):
                return controller.scene(route)
        return self._enter(LIST)

    @property
    def _shown(self) -> Controller | None:
        """The controller of the screen on top."""
        route = self._navigator.route
        return next((controller for controller in self._controllers if controller.matches(route)), None)

    def _look_outside(self) -> None:
        self._sessions.look_around()
        if self._navigator.is_away:
            return
        self._settings.load()
        if self._shown is not None:
            self._shown.look_outside()

    async def _learn_of_motion(self) -> None:
        features = await self._calls.semantics.get_accessibility_features()
        wants_little = features.reduce_motion or features.disable_animations
        if wants_little is not self._settings.has_little_motion:
            self._settings.has_little_motion = wants_little
            self._fit()

    def _use(self, settings: Settings) -> None:
        """Sound, look and behave as these settings say."""
        self._coach.use(settings)
        self._page.theme_mode = theme.MODES[settings.theme]
        if self._navigator.route:
            self._show_again()

    def _open_folder(self, path: str) -> None:
        address = Path(path).as_uri()
        self._calls.ask("open the folder", lambda: ft.UrlLauncher().launch_url(address))

    def find_picture(self, name: str | None) -> Picture | None:
        """The figure of that name, in the colours of the day or the night."""
        picture = self._dependencies.pictures.find(name) if name else None
        return None if picture is None else coloured(picture, is_dark=self._is_dark)

    @property
    def _is_dark(self) -> bool:
        return theme.is_dark(self._settings.settings.theme, self._page.platform_brightness)

    @property
    def _viewport(self) -> Viewport:
        page = self._page
        return Viewport(
            page.width or 390,
            page.height or 844,
            self._text_probe.scale,
            has_little_motion=self._settings.has_little_motion,
        )

    def _fit(self) -> None:
        self._navigator.resize(self._viewport)

    def _redraw(self) -> None:
        """Colour the figures anew if it became dark or light."""
        if self._is_dark is not self._is_drawn_dark:
            self._show_again()

    def _show_again(self) -> None:
        """Show what is on the screen in the colours and by the settings of now."""
        self._is_drawn_dark = self._is_dark
        if self._sessions.playing is not None:
            self._sessions.playing.redraw()
            self._navigator.update()
        else:
            self._navigator.show_again()

    def _on_key(self, event: ft.KeyboardEvent) -> None:
        # Another key may be typed into a field, which loses the keyboard as colours change.
        if event.key == TAB:
            theme.show_focus(self._page)
        if self._shown is not None:
            self._shown.press(event)

    def _on_connect(self) -> None:
        self._navigator.client_came()
        self._calls.ask("tell whether it wants little motion", self._learn_of_motion)
        self._on_show()

    def _on_show(self) -> None:
        if self._sessions.player is not None:
            self._sessions.player.client_came()

    def _on_disconnect(self) -> None:
        self._navigator.client_went()
        if self._sessions.player is not None:
            self._sessions.player.client_went()

    def _on_lifecycle(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in {ft.AppLifecycleState.SHOW, ft.AppLifecycleState.RESUME}:
            self._on_show()

    def _close(self) -> None:
        for controller in self._controllers:
            controller.close()
        for part in (self._watcher, self._exchange, self._coach, self._calls, self._navigator):
            part.close()
        self._dependencies.close_log()
