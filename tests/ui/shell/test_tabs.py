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
    """A frame around a text for each tab, and the screens that were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.home = TabsFrame(self.asked.append)
        self.home.fit(Viewport(390))
        self.show(TABS[0])

    def show(self, tab: Tab) -> None:
        """Show the text of a tab."""
        self.home.show(tab.route, ft.Text(f"the {tab.words}"))


@pytest.mark.parametrize(
    ("width", "is_wide"), [(320, False), (theme.WIDE_FROM - 1, False), (theme.WIDE_FROM, True), (2560, True)]
)
def test_the_navigation_is_where_there_is_room(width: int, *, is_wide: bool) -> None:
    """A bar below on narrow screens, a rail at the side on wide ones, and never both."""
    home = Framed().home
    home.fit(Viewport(width))
    assert home._rail.visible is is_wide
    assert (home.view.navigation_bar is None) is is_wide


def test_it_comes_back_when_the_window_is_made_narrow_again() -> None:
    """A window can be dragged to and fro."""
    home = Framed().home
    home.fit(Viewport(1000))
    home.fit(Viewport(400))
    assert home.view.navigation_bar is home._bar
    assert home._rail.visible is False


def test_the_same_screens_in_the_same_words_on_both() -> None:
    """Every tab has a picture and a word."""
    home = Framed().home
    words = [tab.words for tab in TABS]
    assert [d.label for d in home._bar.destinations] == words
    assert [d.label for d in home._rail.destinations] == words
    assert [d.icon for d in home._bar.destinations] == [tab.icon for tab in TABS]


@pytest.mark.parametrize("tab", TABS)
def test_one_screen_is_shown_and_chosen_on_both(tab: Tab) -> None:
    """Whichever of the two is in sight."""
    framed = Framed()
    framed.show(tab)
    home, index = framed.home, TABS.index(tab)
    assert control_tree.words(home.view) == [f"the {tab.words}"]
    assert (home._bar.selected_index, home._rail.selected_index) == (index, index)


@pytest.mark.parametrize("width", [390, 1000])
@in_virtual_time
async def test_choosing_a_screen_asks_for_it(width: int) -> None:
    """From the bar and from the rail; the client tells which, and then that it changed."""
    client, framed = StandInClient(), Framed()
    framed.home.fit(Viewport(width))
    client.page.views = [framed.home.view]
    client.page.update()
    navigation = framed.home._rail if width >= theme.WIDE_FROM else framed.home._bar
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
    assert framed.home._body.content is None
    framed.show(TABS[2])
    assert framed.home._body.content is not None
