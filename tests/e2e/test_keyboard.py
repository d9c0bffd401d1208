"""A whole session with the keyboard alone, in a desktop's browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FloatRect

from routine_app.ui.kit.second_tap import SECOND_TAP_SECONDS
from tests.e2e import pixels
from tests.e2e.keyboard import MOST_TABS, tab_to
from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser

RING_CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: the outline of what has the focus."""


@pytest.fixture
def desktop(browser: Browser, served: Served) -> Iterator[Phone]:
    """Open the app on a desktop without a touch screen."""
    with browser.new_context(viewport={"width": 1000, "height": 700}) as context:
        desktop = Phone(context.new_page(), served.url)
        desktop.open()
        yield desktop


def press(desktop: Phone, name: str, key: str = "Enter") -> None:
    """Go to a button by Tab, and press it."""
    desktop.page.locator("flt-semantics", has_text=name).first.wait_for(state="attached")
    desktop.page.wait_for_timeout(SECOND_TAP_SECONDS * 1000)
    tab_to(desktop, name)
    desktop.page.keyboard.press(key)


def test_a_whole_session_by_keyboard(desktop: Phone, served: Served) -> None:
    """From the list to the log: with Tab and Enter to each button, and with the player's own keys."""
    keys = desktop.page.keyboard
    press(desktop, "Two holds")
    press(desktop, "Start")
    desktop.sees("Pigeon pose")
    desktop.sees("Hold")
    keys.press("Space")
    desktop.button("Resume").wait_for()
    standing = desktop.digits()
    keys.press("+")
    desktop.sees(str(standing + 10))
    press(desktop, "+10 s")
    desktop.sees(str(standing + 20))
    press(desktop, "Resume", "Space")
    desktop.button("Pause").wait_for()
    keys.press("ArrowLeft")
    press(desktop, "Back")
    desktop.sees("Butterfly")
    keys.press("ArrowRight")
    desktop.sees("Pigeon pose")
    desktop.sees("Hold")
    press(desktop, "Skip")
    press(desktop, "Finish")
    desktop.page.wait_for_url(served.url + "/")
    (session,) = served.sessions()
    assert (session["status"], [hold["stretch"] for hold in session["holds"]]) == (
        "completed",
        ["Butterfly", "Pigeon pose"],
    )
    assert session["held_seconds"] > 0


def test_space_pauses_after_a_click(desktop: Phone) -> None:
    """As the page says, and not what was clicked once more."""
    desktop.start("Short hips")
    desktop.sees("Get ready")
    desktop.tap("Skip")
    desktop.sees("Hold")
    desktop.page.keyboard.press("Space")
    desktop.button("Resume").wait_for()
    desktop.sees("Paused")
    standing = desktop.digits()
    desktop.tap("+10 s")
    desktop.sees(str(standing + 10))
    desktop.page.keyboard.press("Space")
    desktop.button("Pause").wait_for()
    assert desktop.digits() <= standing + 10


def test_one_sees_where_the_keyboard_is(desktop: Phone) -> None:
    """What has the focus gets an outline that stands out from the page."""
    press(desktop, "Two holds")
    desktop.button("Start").wait_for()
    tab_to(desktop, "Back")
    box = desktop.button("Start").bounding_box()
    assert box is not None
    edge = FloatRect(x=box["x"] + box["width"] / 2 - 2, y=box["y"] - 4, width=4, height=12)
    tab_to(desktop, "Start")
    assert outline_contrast(desktop, edge) >= RING_CONTRAST


def outline_contrast(desktop: Phone, edge: FloatRect) -> float:
    """The contrast of an outline that appears on the edge of a button, against the page around it."""
    for _ in range(MOST_TABS):
        rows = pixels.draw(desktop.page, desktop.page.screenshot(clip=edge), "image/png").rows
        page, outline, inside = rows[0][0], rows[5][0], rows[-1][0]
        if outline != inside:
            return pixels.contrast(page, outline)
    raise AssertionError("the button has no outline")
