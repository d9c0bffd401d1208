"""A whole session with the keyboard alone, in a desktop's browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect

from tests.e2e import pixels
from tests.e2e.keyboard import MOST_TABS, tab_to
from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser

RING_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: the outline of what has the focus."""


@pytest.fixture
def desk(browser: Browser, served: Served) -> Iterator[Phone]:
    """Open the app on a desktop without a touch screen."""
    with browser.new_context(viewport={"width": 1000, "height": 700}) as context:
        desk = Phone(context.new_page(), served.url)
        desk.open()
        yield desk


def press(desk: Phone, name: str, key: str = "Enter") -> None:
    """Go to a button by Tab, and press it."""
    desk.page.locator("flt-semantics", has_text=name).first.wait_for(state="attached")
    tab_to(desk, name)
    desk.page.keyboard.press(key)


def test_a_whole_session_by_keyboard(desk: Phone, served: Served) -> None:
    """From the list to the log: with Tab and Enter to each button, and with the player's own keys."""
    keys = desk.page.keyboard
    press(desk, "Two holds")
    press(desk, "Start")
    desk.sees("Pigeon pose")
    desk.sees("Hold")
    keys.press("Space")
    desk.button("Resume").wait_for()
    standing = desk.digits()
    keys.press("+")
    desk.sees(str(standing + 10))
    press(desk, "+10 s")
    desk.sees(str(standing + 20))
    press(desk, "Resume", "Space")
    desk.button("Pause").wait_for()
    keys.press("ArrowLeft")
    press(desk, "Back")
    desk.sees("Butterfly")
    keys.press("ArrowRight")
    desk.sees("Pigeon pose")
    desk.sees("Hold")
    press(desk, "Skip")
    press(desk, "Finish")
    desk.page.wait_for_url(served.url + "/")
    (session,) = served.sessions()
    assert (session["status"], [hold["stretch"] for hold in session["holds"]]) == (
        "completed",
        ["Butterfly", "Pigeon pose"],
    )
    assert session["held_seconds"] > 0


def test_one_sees_where_the_keyboard_is(desk: Phone) -> None:
    """What has the focus gets an outline that stands out from the page."""
    press(desk, "Two holds")
    desk.button("Start").wait_for()
    tab_to(desk, "Back")
    box = desk.button("Start").bounding_box()
    assert box is not None
    edge = FloatRect(x=box["x"] + box["width"] / 2 - 2, y=box["y"] - 4, width=4, height=12)
    tab_to(desk, "Start")
    assert outline_contrast(desk, edge) >= RING_CONTRAST


def outline_contrast(desk: Phone, edge: FloatRect) -> float:
    """The contrast of an outline that appears on the edge of a button, against the page around it."""
    for _ in range(MOST_TABS):
        rows = pixels.draw(desk.page, desk.page.screenshot(clip=edge), "image/png").rows
        page, outline, inside = rows[0][0], rows[5][0], rows[-1][0]
        if outline != inside:
            return pixels.contrast(page, outline)
    raise AssertionError("the button has no outline")
