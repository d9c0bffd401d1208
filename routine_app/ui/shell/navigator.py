"""Moves between screens, and keeps the browser's address and Back button in step."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.full_page import full_view
from routine_app.ui.kit.safe_handler import guarded, quietly
from routine_app.ui.kit.second_tap import note_change
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.routes import LIST
from routine_app.ui.shell.tabs import TabsFrame

logger = logging.getLogger(__name__)

ANSWER_SECONDS = 10.0
"""How long a browser may take to set its address; one that has gone never does."""

DRAWN_SECONDS = 3.0
"""How long a browser that is back may take to draw an empty page."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What an address shows: within the tabs if it is the address of one, else in a view of its own above them.

    `fit` fits it to a viewport. Back leads to `back`, or does what `on_back` does and nothing else. Nothing stays
    below one that `covers_all`.
    """

    route: str
    content: ft.Control
    fit: Callable[[Viewport], None] | None = None
    back: str = LIST
    on_back: Callable[[], None] | None = None
    covers_all: bool = False

    def new_view(self) -> ft.View:
        """Make a view of it."""
        view = full_view(self.route, self.content)
        if self.on_back is not None:
            view.can_pop, view.on_confirm_pop = False, guarded(self.on_back)
        return view


class Navigator:
    """Shows one scene at a time, fitted to the `viewport`; `enter` makes one of any route at all."""

    def __init__(self, page: ft.Page, enter: Callable[[str], Scene]) -> None:
        self._page = page
        self._enter = enter
        self._tabs = TabsFrame(self._open_tab)
        self._address: asyncio.Task[None] | None = None
        self._address_route = self._asked_route
        self._scene = Scene("", ft.Container())
        self._view: ft.View | None = None
        self._is_away = False
        self._fill_later = DeferredCall()
        self.viewport = Viewport()
        page.on_route_change = quietly(self._on_route_change)
        page.on_view_pop = quietly(self._on_view_pop)

    @property
    def route(self) -> str:
        """The address of what is shown; empty before the first scene."""
        return self._scene.route

    def go(self, route: str) -> None:
        """Show the scene of a route, and put it into the browser's address."""
        self.show_scene(self._enter(route))

    def show(self, route: str) -> None:
        """Show the scene of a route whose address stands already."""
        scene = self._enter(route)
        self._put_on(scene)
        if scene.route != route:
            self._write_address()

    def show_again(self) -> None:
        """Show anew what is on the screen."""
        self.show(self.route)

    def show_scene(self, scene: Scene) -> None:
        """Show a scene, and put its route into the browser's address."""
        if self.route:
            self.note_change()
        self._put_on(scene)
        self._write_address()

    def _open_tab(self, route: str) -> None:
        """Go to a tab: below the finger there is the same navigation as before."""
        self._put_on(self._enter(route))
        self._write_address()

    def note_change(self) -> None:
        """Note that something else stands below the finger from now on, which a second tap is not meant for."""
        note_change(self._page)

    def resize(self, viewport: Viewport) -> None:
        """Fit what is shown to a page that has changed."""
        if viewport != self.viewport:
            self.viewport = viewport
            self._fit()
            self._page.update()

    def update(self) -> None:
        """Send what was changed on the page."""
        self._page.update()

    def _put_on(self, scene: Scene) -> None:
        if scene.covers_all:
            self._tabs.hide()
        if self._tabs.has(scene.route):
            self._tabs.show(scene.route, scene.content)
            self._view = None
        elif self._view is None or scene.content is not self._scene.content:
            self._view = scene.new_view()
        else:
            self._view.route = scene.route
        self._scene = scene
        self._fit()
        if not self._is_away:
            self._send_views()

    def _send_views(self) -> None:
        self._page.views = [self._tabs.view] if self._view is None else [self._tabs.view, self._view]
        self._page.update()

    def _fit(self) -> None:
        if self._view is None:
            self._tabs.fit(self.viewport)
        if self._scene.fit is not None:
            self._scene.fit(self.viewport)

    @property
    def is_away(self) -> bool:
        """Whether no browser shows the page."""
        return self._is_away

    def client_went(self) -> None:
        """Take the views off the page while no browser shows it.

        A browser that comes back is sent the whole page, and Flet 1.0.5 compares it with what the
        browser had in a time that doubles with each level of equal controls: 15 s of a frozen page
        were measured. A page with nothing on it is compared at once, and then filled anew.
        """
        self._is_away = True
        self._fill_later.cancel()
        self._page.views = [self._empty_view()]
        self._page.update()

    def client_came(self) -> None:
        """Put the views back once the browser has drawn a page without them, and the address, which may have changed.

        A browser that goes from the old views to equal new ones in one go listens to the old ones, and shows nothing
        that changes any more. An address that is another than it had is a link that was opened in it.
        """
        if not self._is_away:
            self.client_went()
        self._fill_later.start(DRAWN_SECONDS, self._fill)
        if self._asked_route != self._address_route:
            self.show(self._asked_route)
        else:
            self._write_address()

    @property
    def _asked_route(self) -> str:
        """The browser's address, as it told it last."""
        return self._page.route or LIST

    def close(self) -> None:
        """Wait for no browser any more."""
        self._fill_later.cancel()

    def _empty_view(self) -> ft.View:
        """Make a view that tells when it is drawn; anew each time, for one that is drawn already tells nothing."""
        drawn = ft.Container(width=1, height=1, on_size_change=quietly(self._on_empty_drawn))
        return ft.View(route="/away", bgcolor=theme.BACKGROUND, controls=[drawn])

    def _on_empty_drawn(self) -> None:
        if self._fill_later.is_waiting:
            self._fill()

    def _fill(self) -> None:
        self._fill_later.cancel()
        self._is_away = False
        self._tabs.renew_view()
        if self._view is not None:
            self._view = self._scene.new_view()
        self._fit()
        self._send_views()

    def _on_route_change(self, event: ft.RouteChangeEvent) -> None:
        self._address_route = event.route
        if event.route != self.route:
            self.show(event.route)

    def _on_view_pop(self, event: ft.ViewPopEvent) -> None:
        if self._view is not None and event.route == self._view.route:
            self.go(self._scene.back)

    def _write_address(self) -> None:
        if self._address is not None:
            self._address.cancel()
        self._address = asyncio.create_task(self._push(self.route))

    async def _push(self, route: str) -> None:
        try:
            await asyncio.wait_for(self._page.push_route(route), ANSWER_SECONDS)
        except (RuntimeError, TimeoutError):
            logger.info("The address could not be set to %s; no client is connected", route)
