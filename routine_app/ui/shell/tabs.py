"""The frame around the screens that one moves between freely: a bar below, or a rail on wide windows."""

from collections.abc import Callable
from enum import StrEnum

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.full_page import whole_page
from routine_app.ui.kit.safe_handler import guarded


class Tab(StrEnum):
    """The screens of the frame, by the words on their buttons."""

    ROUTINES = "Routines"
    BALANCE = "Balance"
    HISTORY = "History"
    SETTINGS = "Settings"


ICONS = {
    Tab.ROUTINES: ft.Icons.FORMAT_LIST_BULLETED_ROUNDED,
    Tab.BALANCE: ft.Icons.FILTER_TILT_SHIFT_ROUNDED,
    Tab.HISTORY: ft.Icons.CALENDAR_TODAY_ROUNDED,
    Tab.SETTINGS: ft.Icons.SETTINGS_ROUNDED,
}


class TabsFrame:
    """Shows one screen with the navigation; `view` is what the page shows."""

    def __init__(self, screens: dict[Tab, ft.Control], on_tab: Callable[[Tab], None]) -> None:
        self._screens = screens
        self._on_tab = on_tab
        self._body = ft.Container(expand=True)
        # A tooltip leaves the button pointing at words that are gone, and lies over what is read.
        self._bar = ft.NavigationBar(
            destinations=[
                ft.NavigationBarDestination(icon=ICONS[tab], label=tab.value, tooltip="") for tab in Tab
            ],
            bgcolor=theme.SURFACE,
            indicator_color=theme.RAISED,
            on_change=guarded(self._bar_chosen),
        )
        self._rail = ft.NavigationRail(
            destinations=[ft.NavigationRailDestination(icon=ICONS[tab], label=tab.value) for tab in Tab],
            label_type=ft.NavigationRailLabelType.ALL,
            bgcolor=theme.SURFACE,
            indicator_color=theme.RAISED,
            group_alignment=-0.9,
            on_change=guarded(self._rail_chosen),
        )
        side_by_side = ft.Row(
            [self._rail, self._body],
            spacing=0,
            expand=True,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        self.view = whole_page("/", ft.SafeArea(content=side_by_side, expand=True))
        self.view.on_confirm_pop = guarded(self._go_to_first)

    def show(self, tab: Tab) -> None:
        """Show one of the screens; the system's Back leaves the app only from the first."""
        self.view.can_pop = tab is Tab.ROUTINES
        self._body.content = self._screens[tab]
        self._bar.selected_index = self._rail.selected_index = list(Tab).index(tab)

    def hide(self) -> None:
        """Show nothing, below a view that covers all: with a long list below it, a session took twice as long to begin."""
        self._body.content = None

    def fit(self, width: float) -> None:
        """Put the navigation where a screen of that width has room for it."""
        is_wide = width >= theme.WIDE_FROM
        self._rail.visible = is_wide
        self.view.navigation_bar = None if is_wide else self._bar

    def _go_to_first(self) -> None:
        self._on_tab(Tab.ROUTINES)

    def _bar_chosen(self) -> None:
        self._on_tab(list(Tab)[int(self._bar.selected_index)])

    def _rail_chosen(self) -> None:
        self._on_tab(list(Tab)[int(self._rail.selected_index or 0)])
