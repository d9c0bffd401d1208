"""The frame around the screens: the navigation, below or at the side."""

import flet as ft
import pytest

from routine_app.ui.kit import theme
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.routes import HISTORY, LIST
from routine_app.ui.shell.tabs import TABS, Tab, TabsFrame
from tests.ui import control_tree
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time


class Framed:
    """A frame around a text for each tab, as wide as a phone, and the screens that were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.home = TabsFrame(self.asked.append)
        self.home.fit(Viewport(390))
        self.show(TABS[0])

    def show(self, tab: Tab) -> None:
        """Show the text of a tab."""
        self.home.show(tab.route, ft.Text(f"the {tab.words}"))

    def fit(self, width: int) -> ft.NavigationBar | ft.NavigationRail:
        """Make it so wide; gives the navigation that is shown then, the only one."""
        self.home.fit(Viewport(width))
        view = self.home.view
        bars, rails = control_tree.shown(view, ft.NavigationBar), control_tree.shown(view, ft.NavigationRail)
        assert len(bars) + len(rails) == 1
        return bars[0] if bars else rails[0]


@pytest.mark.parametrize(
    ("width", "is_wide"), [(320, False), (theme.WIDE_FROM - 1, False), (theme.WIDE_FROM, True), (2560, True)]
)
def test_the_navigation_is_where_there_is_room(width: int, *, is_wide: bool) -> None:
    """A bar below on narrow screens, a rail at the side on wide ones, and never both."""
    assert isinstance(Framed().fit(width), ft.NavigationRail) is is_wide


def test_it_comes_back_when_the_window_is_made_narrow_again() -> None:
    """A window can be dragged to and fro."""
    framed = Framed()
    narrow = framed.fit(400)
    assert isinstance(framed.fit(1000), ft.NavigationRail)
    assert framed.fit(400) is narrow


@pytest.mark.parametrize("width", [390, 1000])
def test_the_same_screens_in_the_same_words_on_both(width: int) -> None:
    """Every tab has a picture and a word."""
    destinations = Framed().fit(width).destinations
    assert [(one.label, one.icon) for one in destinations] == [(tab.words, tab.icon) for tab in TABS]


@pytest.mark.parametrize("tab", TABS)
def test_one_screen_is_shown_and_chosen_on_both(tab: Tab) -> None:
    """Whichever of the two is in sight."""
    framed = Framed()
    framed.show(tab)
    assert control_tree.words(framed.home.view) == [f"the {tab.words}"]
    chosen = [framed.fit(width).selected_index for width in (390, 1000)]
    assert chosen == [TABS.index(tab)] * 2


@pytest.mark.parametrize("width", [390, 1000])
@in_virtual_time
async def test_choosing_a_screen_asks_for_it(width: int) -> None:
    """From the bar and from the rail; the client tells which, and then that it changed."""
    client, framed = StandInClient(), Framed()
    navigation = framed.fit(width)
    client.page.views = [framed.home.view]
    client.page.update()
    client.enter(navigation, selected_index=2)
    await client.tell(navigation, "change", "2")
    assert framed.asked == [HISTORY]


@in_virtual_time
async def test_the_systems_back_leads_to_the_first_screen_and_only_then_out() -> None:
    """On Android: the app is left from the routines alone."""
    client, framed = StandInClient(), Framed()
    client.page.views = [framed.home.view]
    client.page.update()
    leaves = []
    for tab in TABS:
        framed.show(tab)
        leaves.append(framed.home.view.can_pop)
    assert leaves == [True, False, False, False]
    await client.tell(framed.home.view, "confirm_pop")
    assert framed.asked == [LIST]


def test_below_a_session_there_is_nothing() -> None:
    """Until a screen is shown again."""
    framed = Framed()
    framed.home.hide()
    assert control_tree.words(framed.home.view) == []
    framed.show(TABS[2])
    assert control_tree.words(framed.home.view) == ["the History"]
