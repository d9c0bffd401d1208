"""The app on one page: its screens, and the way from one to the next."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import flet as ft

from routine_app.core.settings.settings import Settings
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.dependencies import Dependencies
from routine_app.ui.kit import theme
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.figure import Picture, coloured
from routine_app.ui.kit.safe_handler import guarded, quietly
from routine_app.ui.kit.text_scale import TextProbe
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.library.controller import LibraryController
from routine_app.ui.player.keys import TAB
from routine_app.ui.player.session_controller import SessionController
from routine_app.ui.shell.controller import Controller, Room
from routine_app.ui.shell.messenger import Messenger
from routine_app.ui.shell.navigator import Navigator, Scene
from routine_app.ui.shell.page_services import PageServices, show_file
from routine_app.ui.shell.page_settings import PageSettings
from routine_app.ui.shell.routes import (
    BALANCE,
    DONE,
    EDIT,
    HELP,
    HISTORY,
    IMPORT,
    IMPORT_CODE,
    LIST,
    NEW,
    PLAY,
    ROUTINE,
    SESSION,
    SETTINGS,
    SHARE,
)

if TYPE_CHECKING:
    from routine_app.ui.cues.coach import Coach
    from routine_app.ui.feedback.controller import FeedbackController
    from routine_app.ui.feedback.pain_advice import PainAdviceController
    from routine_app.ui.history.exchange_controller import HistoryExchangeController
    from routine_app.ui.library.recorder import RoutineRecorder
    from routine_app.ui.sharing.controller import SharingController

DESKTOPS = {ft.PagePlatform.LINUX, ft.PagePlatform.MACOS, ft.PagePlatform.WINDOWS}
"""Where a window can have a folder opened beside it."""

NEEDED_FIRST = (
    ft.Theme,
    ft.SemanticsService,
    ft.TransparentPointer,
    ft.SafeArea,
    ft.NavigationRail,
    ft.Column,
    ft.Row,
    ft.ResponsiveRow,
    ft.Container,
    ft.Stack,
    ft.Semantics,
    ft.MergeSemantics,
    ft.Icon,
    ft.Image,
)
"""What Flet loads as it is first named, and the first screen needs: a page that waits would wait for it too."""

REST_AFTER_SECONDS, REST_AT_LATEST_SECONDS = 0.05, 2.0
"""So long after the first screen is drawn the rest of it follows, or after it is sent to a client that does not tell when it
has drawn it: what comes before takes a tenth of a phone's first start."""


class App:
    """The app on one page: the screens, where one is among them, and the session that runs."""

    def __init__(self, page: ft.Page, dependencies: Dependencies) -> None:
        self._page, self._dependencies = page, dependencies
        self._calls = ClientCalls()
        self._navigator = Navigator(page, self._enter)
        messenger = Messenger(page)
        self._settings = PageSettings(dependencies.settings, self._use, messenger)
        self._services = PageServices(
            navigation=self._navigator,
            messenger=messenger,
            settings=self._settings,
            clock=dependencies.clock,
            find_coach=self._find_coach,
            find_picture=self.find_picture,
            show_file=partial(show_file, dependencies.library, self._navigator),
            ways=dependencies.ways,
            missing_scripts=dependencies.missing_scripts,
        )
        self._sessions = SessionController(
            self._services, dependencies.history, dependencies.library, dependencies.owners, self._new_form
        )
        self._rooms = self._make_rooms()
        self._coach: Coach | None = None
        self._exchange: HistoryExchangeController | None = None
        self._text_probe = TextProbe(self._fit, self._drawn)
        self._rest = DeferredCall()
        self._is_drawn_dark = False

    def _make_rooms(self) -> tuple[Room, ...]:
        """Which addresses belong together; who may ask the user before a screen is left comes first."""
        sessions = Room((PLAY, DONE), lambda: self._sessions)
        sessions.opened()  # a session begins without its address being entered
        return (
            sessions,
            Room((EDIT, NEW, HELP), self._new_editor),
            Room((SHARE, IMPORT, IMPORT_CODE), lambda: self._sharing),
            Room((HISTORY, SESSION), self._new_history),
            Room((BALANCE,), self._new_balance),
            Room((SETTINGS,), self._new_settings),
            Room((LIST, ROUTINE), self._new_library),
        )

    def _new_library(self) -> Controller:
        given = self._dependencies
        return LibraryController(
            self._services,
            given.library,
            given.files,
            given.drafts,
            find_texts=given.find_texts,
            sessions=self._sessions,
            today=self._today,
            new_recorder=self._new_recorder,
            import_routine=self._import_routine,
        )

    def _import_routine(self) -> None:
        self._sharing.import_routine()

    def _new_recorder(self) -> "RoutineRecorder":
        from routine_app.core.cues.soundtrack import Shelf  # noqa: PLC0415 - loaded as it is first needed
        from routine_app.ui.library.recorder import RoutineRecorder  # noqa: PLC0415 - the same

        given = self._dependencies
        shelf = Shelf(*given.find_shelves())
        return RoutineRecorder(self._services, self._page, shelf, given.find_icon)

    def _new_editor(self) -> Controller:
        from routine_app.ui.editor.controller import EditorController  # noqa: PLC0415 - the same
        from routine_app.ui.editor.editor import Editor  # noqa: PLC0415 - the same

        given = self._dependencies
        self._sessions.expect()  # what is written can be tried at once
        editor = Editor(self._services, given.files, given.drafts, given.find_texts(), self._sessions.begin)
        return EditorController(self._services, editor, given.find_help(), given.pictures.names)

    def _new_history(self) -> Controller:
        from routine_app.ui.history.controller import HistoryController  # noqa: PLC0415 - the same

        card = self._new_exchange_card(HISTORY)
        return HistoryController(
            self._services,
            self._dependencies.history,
            self._new_form(),
            card,
            start=self._today.start_anew,
            expect_start=self._today.expect_start,
        )

    def _new_balance(self) -> Controller:
        from routine_app.ui.balance.controller import BalanceController  # noqa: PLC0415 - the same

        return BalanceController(self._today, self._pain)

    def _new_settings(self) -> Controller:
        from routine_app.ui.settings.browser_voices import BrowserVoices  # noqa: PLC0415 - the same
        from routine_app.ui.settings.controller import SettingsController  # noqa: PLC0415 - the same

        can_open = not self._page.web and self._page.platform in DESKTOPS
        open_folder = self._open_folder if can_open else None
        card = self._new_exchange_card(SETTINGS)
        voices = BrowserVoices(self._calls) if self._page.web else None
        return SettingsController(self._services, self._dependencies.find_places, open_folder, card, voices)

    def _new_form(self) -> "FeedbackController":
        """Make a form: the summary and the page of a past session each have their own."""
        from routine_app.ui.feedback.controller import FeedbackController  # noqa: PLC0415 - the same

        return FeedbackController(self._services, self._dependencies.history, self._pain)

    def _new_exchange_card(self, route: str) -> ft.Control:
        """Make the card with the export and the import, of which one at a time is under way on a page."""
        if self._exchange is None:
            from routine_app.ui.history.exchange_controller import HistoryExchangeController  # noqa: PLC0415 - the same

            self._exchange = HistoryExchangeController(self._services, self._page, self._dependencies.history)
        return self._exchange.new_card(route)

    def _find_coach(self) -> "Coach":
        """The one coach of the page."""
        if self._coach is None:
            from routine_app.core.sharing.page_address import is_unencrypted  # noqa: PLC0415 - the same
            from routine_app.ui.cues.coach import Coach  # noqa: PLC0415 - the same

            given = self._dependencies
            self._coach = Coach(
                self._calls,
                given.find_shelves(),
                given.clock,
                self._services.messenger.show,
                is_web=self._page.web,
                is_iphone=self._page.platform is ft.PagePlatform.IOS,
                is_unencrypted=is_unencrypted(self._page.url),
            )
            self._coach.use(self._settings.settings)
        return self._coach

    @cached_property
    def _pain(self) -> "PainAdviceController":
        from routine_app.ui.feedback.pain_advice import PainAdviceController  # noqa: PLC0415 - the same

        return PainAdviceController(self._services, self._dependencies.history)

    @cached_property
    def _today(self) -> TodayController:
        given = self._dependencies
        return TodayController(self._services, given.history, given.library, given.files, self._sessions)

    @cached_property
    def _sharing(self) -> "SharingController":
        from routine_app.ui.sharing.controller import SharingController  # noqa: PLC0415 - the same

        given = self._dependencies
        return SharingController(self._services, self._page, given.library, given.files, given.find_texts())

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
        self._dependencies.watcher.add(self._look_outside)
        self._rest.start(REST_AT_LATEST_SECONDS, guarded(self._complete))

    def _drawn(self) -> None:
        if self._rest.is_waiting:
            self._rest.start(REST_AFTER_SECONDS, guarded(self._complete))

    def _complete(self) -> None:
        """Send what the first screen did without, unless another has taken its place."""
        theme.add_fonts(self._page)
        if self._shown is not None:
            self._shown.complete()
        self._navigator.update()

    def _enter(self, route: str) -> Scene:
        """Leave what is shown, if that may be left, and enter a route; one that leads nowhere is the list's."""
        for controller in self._controllers:
            if not controller.may_leave(route):
                return controller.scene(route)
        for room in self._rooms:
            if room.matches(route) and room.opened().enter(route):
                return room.opened().scene(route)
        return self._enter(LIST)

    @property
    def _controllers(self) -> list[Controller]:
        """Those that were made by now."""
        return [room.controller for room in self._rooms if room.controller is not None]

    @property
    def _shown(self) -> Controller | None:
        """The controller of the screen on top."""
        route = self._navigator.route
        return next((room.controller for room in self._rooms if room.matches(route)), None)

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
        if self._coach is not None:
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
        self._rest.cancel()
        for controller in self._controllers:
            controller.close()
        for part in (self._exchange, self._coach, self._calls, self._navigator):
            if part is not None:
                part.close()
        self._dependencies.watcher.remove(self._look_outside)
        self._dependencies.close_log()
