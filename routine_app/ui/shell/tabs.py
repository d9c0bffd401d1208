"""The frame around the screens that one moves between freely: a bar below, or a rail on wide windows."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.full_page import Place, full_view
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.routes import BALANCE, HISTORY, LIST, SETTINGS


class Tab(NamedTuple):
    """A screen of the frame: its address, and the word and picture on its button."""

    route: str
    words: str
    icon: ft.IconData


TABS = (
    Tab(LIST, "Routines", ft.Icons.FORMAT_LIST_BULLETED_ROUNDED),
    Tab(BALANCE, "Balance", ft.Icons.FILTER_TILT_SHIFT_ROUNDED),
    Tab(HISTORY, "History", ft.Icons.CALENDAR_TODAY_ROUNDED),
    Tab(SETTINGS, "Settings", ft.Icons.SETTINGS_ROUNDED),
)


class TabsFrame:
    """Shows one screen with the navigation; `view` is what the page shows. `on_tab` gets the route of a button."""

    def __init__(self, on_tab: Callable[[str], None]) -> None:
        self._on_tab = on_tab
        self._body = Place()
        # A tooltip leaves the button pointing at words that are gone, and lies over what is read.
        self._bar = ft.NavigationBar(
            destinations=[ft.NavigationBarDestination(icon=t.icon, label=t.words, tooltip="") for t in TABS],
            bgcolor=theme.SURFACE,
            indicator_color=theme.RAISED,
            on_change=guarded(self._chosen),
        )
        self._rail = ft.NavigationRail(
            destinations=[ft.NavigationRailDestination(icon=t.icon, label=t.words) for t in TABS],
            label_type=ft.NavigationRailLabelType.ALL,
            bgcolor=theme.SURFACE,
            indicator_color=theme.RAISED,
            group_alignment=-0.9,
            on_change=guarded(self._chosen),
        )
        self._beside: list[ft.Control] = [self._body.control]
        self.renew_view()

    def renew_view(self) -> None:
        """Make the view anew, around the same screen."""
        self._side_by_side = ft.Row(
            [*self._beside],
            spacing=0,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        self.view = full_view(LIST, ft.SafeArea(content=self._side_by_side, expand=True))
        self.view.on_confirm_pop = guarded(partial(self._on_tab, LIST))
        self.view.can_pop = self._bar.selected_index == 0

    def has(self, route: str) -> bool:
        """Whether a tab has this address."""
        return any(tab.route == route for tab in TABS)

    def show(self, route: str, screen: ft.Control) -> None:
        """Show the screen of a tab; the system's Back leaves the app only from the first."""
        self.view.can_pop = route == LIST
        self._body.hold(screen)
        self._bar.selected_index = self._rail.selected_index = [tab.route for tab in TABS].index(route)

    def hide(self) -> None:
        """Show nothing, below a view that covers all: with a long list below it, a session took twice as long to begin."""
        self._body.hold(None)

    def fit(self, viewport: Viewport) -> None:
        """Put the navigation where there is room for it."""
        self._rail.visible = viewport.is_wide
        if viewport.is_wide and self._rail not in self._beside:
            self._beside.insert(0, self._rail)
            self._side_by_side.controls = [*self._beside]
        self.view.navigation_bar = None if viewport.is_wide else self._bar

    def _chosen(self, event: ft.Event[ft.NavigationBar] | ft.Event[ft.NavigationRail]) -> None:
        self._on_tab(TABS[int(event.control.selected_index or 0)].route)
