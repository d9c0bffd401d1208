"""The player as a browser draws it: its digits can be read from two metres, by day and by night."""

import re
import time
from typing import Literal

import pytest
from playwright.sync_api import Browser, FloatRect

from tests.e2e import pixels, semantics
from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser

DIGITS_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6."""
SHORTER_SIDE = 390
READABLE_SHARE = 0.3
"""What the drawn digits, without the room above and below them, are of the screen's shorter side."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_digits_can_be_read(browser: Browser, served: Served, scheme: Literal["light", "dark"]) -> None:
    """Measured on the points of a picture: their contrast, and how high they are."""
    with browser.new_context(
        viewport={"width": SHORTER_SIDE, "height": 844}, is_mobile=True, has_touch=True, color_scheme=scheme
    ) as context:
        phone = Phone(context.new_page(), served.url)
        phone.open()
        phone.start("Short hips")
        phone.tap("Pause")
        phone.button("Resume").wait_for()
        phone.tap("+10 s")
        phone.sees(re.compile(r"^1\d$"))
        digits = drawn_digits(phone)
    ground, ink = ground_and_ink(digits)
    assert pixels.contrast(ink, ground) >= DIGITS_CONTRAST
    rows = [y for _, y in digits.places({ink})]
    assert max(rows) - min(rows) + 1 >= READABLE_SHARE * SHORTER_SIDE


def drawn_digits(phone: Phone) -> pixels.Drawn:
    """The picture of the digits, once they are drawn."""
    (place,) = (node for node in semantics.read(phone.page) if node.name.isdigit())
    edges = FloatRect(x=place.left, y=place.top, width=place.width, height=place.height)
    deadline = time.monotonic() + semantics.PATIENCE_SECONDS
    drawn = pixels.draw(phone.page, phone.page.screenshot(clip=edges), "image/png")
    while pixels.contrast(*ground_and_ink(drawn)) < DIGITS_CONTRAST and time.monotonic() < deadline:
        drawn = pixels.draw(phone.page, phone.page.screenshot(clip=edges), "image/png")
    return drawn


def ground_and_ink(drawn: pixels.Drawn) -> tuple[pixels.Colour, pixels.Colour]:
    """What most of a picture is, and what stands out from that most."""
    counts = drawn.counts()
    ground = max(counts, key=lambda colour: counts[colour])
    return ground, max(counts, key=lambda colour: pixels.contrast(colour, ground))
