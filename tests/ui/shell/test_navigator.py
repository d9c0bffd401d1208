"""Screens and addresses: what is shown for a route, and what the browser is told."""

import asyncio
import logging

import flet as ft
import pytest

from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.navigator import ANSWER_SECONDS, DRAWN_SECONDS, Navigator, Scene
from tests.ui import control_tree
from tests.ui.client_tree import outline
from tests.ui.control_tree import control_id
from tests.ui.stand_in_client import StandInClient
from tests.ui.virtual_time import in_virtual_time, settle, virtual_loop

ALIASES = {"/old": "/one"}
"""A route that another one stands for."""


class Site:
    """A page with a home and a view on top of it for each other route."""

    def __init__(self) -> None:
        self.client = StandInClient()
        self.asked: list[str] = []
        self.fitted: list[tuple[str, float]] = []
        self.screens: dict[str, ft.Control] = {}
        self.navigator = Navigator(self.client.page, self._scene)

    def _scene(self, route: str) -> Scene:
        self.asked.append(route)
        route = ALIASES.get(route, route)
        return Scene(
            route, self._content(route), lambda viewport: self.fitted.append((route, viewport.width))
        )

    def _content(self, route: str) -> ft.Control:
        return self.screens.setdefault(route, ft.Column([ft.Text(f"at {route}")]))

    @property
    def seen(self) -> list[str | None]:
        """The views on the page, from below."""
        return [view.route for view in self.client.page.views]


async def site_at(route: str) -> Site:
    """Make a site that shows a route, whose address stands."""
    site = Site()
    site.navigator.go(route)
    await settle()
    return site


@in_virtual_time
async def test_going_shows_the_scene_and_writes_the_address() -> None:
    """The scene of the route is made once, though the browser tells of the new address."""
    site = Site()
    site.navigator.go("/one")
    assert (site.seen, site.navigator.route) == (["/", "/one"], "/one")
    await settle()
    assert site.client.routes == ["/one"]
    assert site.asked == ["/one"]


@in_virtual_time
async def test_the_client_is_sent_what_is_shown() -> None:
    """The page is updated; nobody has to ask for it."""
    site = Site()
    site.client.patched.clear()
    site.navigator.go("/one")
    assert site.client.patched == [control_id(site.client.page)]
    await settle()


@in_virtual_time
async def test_an_address_that_was_typed_is_shown_and_stays() -> None:
    """It is written nowhere, for it stands there already."""
    site = await site_at("/")
    await site.client.go_to("/two")
    assert (site.seen, site.client.routes) == (["/", "/two"], ["/"])


@in_virtual_time
async def test_the_browsers_back_shows_what_was_before() -> None:
    """The route changes without a new address."""
    site = Site()
    for route in ("/", "/one"):
        site.navigator.go(route)
        await settle()
    await site.client.go_to("/")
    assert (site.seen, site.client.routes) == (["/"], ["/", "/one"])


@in_virtual_time
async def test_an_address_that_means_another_is_put_right() -> None:
    """As a link to a routine that is gone, or Back out of a session."""
    site = Site()
    site.navigator.show("/old")
    assert (site.seen, site.navigator.route) == (["/", "/one"], "/one")
    await settle()
    assert site.client.routes == ["/one"]


@in_virtual_time
async def test_the_same_route_again_is_not_made_anew() -> None:
    """The browser's echo of an address that the app wrote."""
    site = await site_at("/one")
    site.asked.clear()
    await site.client.tell_page("route_change", {"route": "/one"})
    assert site.asked == []


@in_virtual_time
async def test_a_scene_of_ones_own_is_shown() -> None:
    """Made by hand, as for a session that has just been started."""
    site = Site()
    site.navigator.show_scene(Scene("/play", ft.Text("Hold")))
    await settle()
    assert (site.seen, site.client.routes, site.asked) == (["/", "/play"], ["/play"], [])


@in_virtual_time
async def test_only_what_is_on_top_is_fitted() -> None:
    """As it comes there, and when the page changes; what was hidden meanwhile is fitted when it is back."""
    site = await site_at("/")
    site.navigator.go("/one")
    site.navigator.resize(Viewport(1280, 800))
    assert site.fitted == [("/", 390), ("/one", 390), ("/one", 1280)]
    (frame, _) = site.client.page.views
    assert frame.navigation_bar is not None
    site.navigator.go("/")
    assert site.fitted[3:] == [("/", 1280)]
    assert frame.navigation_bar is None
    await settle()


@in_virtual_time
async def test_nothing_stays_below_a_scene_that_covers_all() -> None:
    """With a long list below it, a session took twice as long to begin."""
    site = await site_at("/")
    site.navigator.show_scene(Scene("/play", ft.Text("Hold"), covers_all=True))
    assert control_tree.words(site.client.page.views[0]) == []
    site.navigator.go("/one")
    site.navigator.go("/")
    assert "at /" in control_tree.words(site.client.top)
    await settle()


@in_virtual_time
async def test_back_on_the_top_view_goes_home() -> None:
    """A phone's own Back, or a swipe."""
    site = await site_at("/one")
    await site.client.tell_page("view_pop", {"route": "/one"})
    assert (site.seen, site.client.routes) == (["/"], ["/one", "/"])


@in_virtual_time
async def test_a_scene_may_do_something_else_on_back() -> None:
    """As a session that asks whether it shall end: nobody leaves it by the system's Back."""
    site, asked = await site_at("/"), []
    site.navigator.show_scene(Scene("/play", ft.Text("Hold"), on_back=lambda: asked.append(True)))
    assert site.client.top.can_pop is False
    await site.client.tell(site.client.top, "confirm_pop")
    assert (asked, site.seen) == ([True], ["/", "/play"])


@in_virtual_time
async def test_what_changed_off_the_page_is_sent_once() -> None:
    """Whole, as it is when it is shown: Flet would send the changes once more behind it."""
    site = await site_at("/one")
    screen = site.screens["/one"]
    assert isinstance(screen, ft.Column)
    for away in ("/", "/two"):
        site.navigator.go(away)
        screen.controls = [*screen.controls[-1:], *(ft.Text(f"new {away} {n}") for n in range(3))]
        site.navigator.go("/one")
        assert site.client.sent.count(f"new {away} 2".encode()) == 1
        await settle()
        assert site.client.tree.outline() == outline(site.client.page)


@in_virtual_time
async def test_the_same_screen_again_keeps_its_view() -> None:
    """A new view would glide in, and take the keyboard focus."""
    site = await site_at("/one")
    view = site.client.top
    site.navigator.show_again()
    assert site.client.top is view
    await settle()


@pytest.mark.parametrize(("at", "popped"), [("/one", "/"), ("/one", "/two"), ("/", "/")])
@in_virtual_time
async def test_back_on_any_other_view_does_nothing(at: str, popped: str) -> None:
    """A late message about a view that is not on top; home has nothing to go back to."""
    site = await site_at(at)
    await site.client.tell_page("view_pop", {"route": popped})
    assert site.client.routes == [at]


@in_virtual_time
async def test_a_client_that_went_leaves_an_empty_page_and_finds_it_filled() -> None:
    """The empty page has nothing to compare; the same views come back once it was drawn.

    A browser that goes from views to equal ones without a picture between shows no change of them any more.
    """
    site = await site_at("/one")
    await site.client.leave()
    site.navigator.client_went()
    assert (site.seen, control_tree.words(site.client.top)) == (["/away"], [])
    site.client.reconnect()
    site.client.patched.clear()
    site.navigator.client_came()
    assert (site.seen, site.client.patched) == (["/away"], [])
    await site.client.draw()
    assert site.client.words == ["at /one"]
    assert site.client.patched == [control_id(site.client.page)]
    assert not site.navigator.is_away


@in_virtual_time
async def test_each_return_has_an_empty_page_of_its_own() -> None:
    """One that was drawn already tells nothing when it is drawn again; a drawing without a return fills nothing."""
    site = Site()
    site.navigator.go("/one")
    seen = []
    for _ in range(2):
        site.navigator.client_went()
        seen.append(site.client.top)
        await site.client.draw()
        assert site.seen == ["/away"]
    assert control_id(seen[0].controls[0]) != control_id(seen[1].controls[0])


@in_virtual_time
async def test_a_browser_that_came_back_unnoticed_is_shown_an_empty_page_first() -> None:
    """A reload is sometimes heard of before the end of the page that it replaces."""
    site = await site_at("/one")
    site.navigator.client_came()
    assert site.seen == ["/away"]
    await site.client.draw()
    assert site.seen == ["/", "/one"]


@in_virtual_time
async def test_a_browser_that_does_not_tell_of_its_drawing_is_filled_all_the_same() -> None:
    """After some seconds; nothing waits then."""
    site = await site_at("/one")
    site.navigator.client_went()
    site.navigator.client_came()
    await asyncio.sleep(DRAWN_SECONDS + 0.1)
    assert site.seen == ["/", "/one"]
    assert virtual_loop().pending_timers == []


@in_virtual_time
async def test_closing_waits_for_no_browser() -> None:
    """Nor does one that went again before it had drawn anything."""
    for leave in (Navigator.close, Navigator.client_went):
        site = Site()
        site.navigator.go("/one")
        site.navigator.client_came()
        leave(site.navigator)
        await settle()
        assert virtual_loop().pending_timers == []
        assert site.seen == ["/away"]


@in_virtual_time
async def test_what_changed_meanwhile_is_shown_on_return() -> None:
    """As when a session ends with nobody there: the page stays empty until then."""
    site = await site_at("/one")
    site.navigator.client_went()
    site.navigator.go("/two")
    assert site.seen == ["/away"]
    site.navigator.client_came()
    await site.client.draw()
    assert site.seen == ["/", "/two"]
    assert site.client.routes[-1] == "/two"


@in_virtual_time
async def test_a_link_that_was_opened_meanwhile_is_followed() -> None:
    """Its page comes with the browser; the address of the page before is not written over it."""
    site = await site_at("/one")
    await site.client.leave()
    site.navigator.client_went()
    site.client.session.apply_page_patch({"route": "/two"})
    site.client.reconnect()
    site.client.routes.clear()
    site.navigator.client_came()
    await site.client.draw()
    assert site.seen == ["/", "/two"]
    assert site.client.routes == []


@in_virtual_time
async def test_the_address_that_the_browser_had_is_no_link() -> None:
    """What is shown was another already when it came back: a session that had ended meanwhile."""
    site = await site_at("/one")
    await site.client.leave()
    site.navigator.client_went()
    site.navigator.go("/two")
    await asyncio.sleep(ANSWER_SECONDS + 0.1)
    site.client.reconnect()
    site.navigator.client_came()
    await site.client.draw()
    assert site.seen == ["/", "/two"]
    assert site.client.routes[-1] == "/two"


def test_an_address_that_cannot_be_set_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    """What is shown is right all the same; the log has a word about it."""

    @in_virtual_time
    async def go_without_a_router() -> None:
        site = Site()
        site.client.can_navigate = False
        site.navigator.go("/one")
        await settle()
        assert (site.seen, site.client.routes) == (["/", "/one"], [])

    with caplog.at_level(logging.INFO, "routine_app"):
        go_without_a_router()
    assert [record.levelname for record in caplog.records] == ["INFO"]
    assert "/one" in caplog.text


@in_virtual_time
async def test_a_browser_that_never_answers_is_not_waited_for() -> None:
    """It has gone before it could: after some seconds nothing waits for it any more."""
    site = Site()
    await site.client.leave()
    site.navigator.go("/one")
    await asyncio.sleep(ANSWER_SECONDS - 1)
    assert len(virtual_loop().pending_timers) == 1
    await asyncio.sleep(2)
    assert asyncio.all_tasks() == {asyncio.current_task()}


@in_virtual_time
async def test_only_the_last_of_several_addresses_is_waited_for() -> None:
    """Screens that change quickly leave no row of tasks."""
    site = Site()
    await site.client.leave()
    for route in ("/one", "/two", "/three"):
        site.navigator.go(route)
        await settle()
    assert len(virtual_loop().pending_timers) == 1
    await asyncio.sleep(ANSWER_SECONDS)
