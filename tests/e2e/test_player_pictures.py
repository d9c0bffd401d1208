"""The player as a browser draws it: its digits can be read from two metres, by day and by night."""

import re
import time

import pytest
from playwright.sync_api import Browser, FloatRect

from tests.e2e import pixels, semantics
from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser

DIGITS_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6."""
NEARLY = 2.2
"""How far from white or black the ground of the digits is at most: in a pause there are the bars behind them."""
SHORTER_SIDE = 390
READABLE_SHARE = 0.3
"""What the drawn digits, without the room above and below them, are of the screen's shorter side."""


def test_the_digits_can_be_read(browser: Browser, served: Served) -> None:
    """Measured on the points of a picture, by day and when night falls: their contrast, and how high they are."""
    with browser.new_context(
        viewport={"width": SHORTER_SIDE, "height": 844}, is_mobile=True, has_touch=True, color_scheme="light"
    ) as context:
        phone = Phone(context.new_page(), served.url)
        phone.open()
        phone.start("Short hips")
        phone.tap("Pause")
        phone.button("Resume").wait_for()
        phone.tap("+10 s")
        phone.sees(re.compile(r"^1\d$"))
        check_digits(phone, "#FFFFFF")
        phone.page.emulate_media(color_scheme="dark")
        check_digits(phone, "#000000")


def check_digits(phone: Phone, extreme: str) -> None:
    """Measure the digits, on a ground that is near white or black."""
    digits = drawn_digits(phone, extreme)
    ground, ink = ground_and_ink(digits)
    assert pixels.contrast(ground, pixels.colour(extreme)) <= NEARLY
    assert pixels.contrast(ink, ground) >= DIGITS_CONTRAST
    rows = [y for _, y in digits.places({ink})]
    assert max(rows) - min(rows) + 1 >= READABLE_SHARE * SHORTER_SIDE


def drawn_digits(phone: Phone, extreme: str) -> pixels.Drawn:
    """The picture of the digits, once they are drawn and the ground is near white or black."""
    (place,) = (node for node in semantics.read(phone.page) if node.name.isdigit())
    edges = FloatRect(x=place.left, y=place.top, width=place.width, height=place.height)
    deadline = time.monotonic() + semantics.PATIENCE_SECONDS
    while True:
        drawn = pixels.draw(phone.page, phone.page.screenshot(clip=edges), "image/png")
        ground, ink = ground_and_ink(drawn)
        is_ground_right = pixels.contrast(ground, pixels.colour(extreme)) <= NEARLY
        if (
            is_ground_right and pixels.contrast(ground, ink) >= DIGITS_CONTRAST
        ) or time.monotonic() > deadline:
            return drawn


def ground_and_ink(drawn: pixels.Drawn) -> tuple[pixels.Colour, pixels.Colour]:
    """What most of a picture is, and what stands out from that most."""
    counts = drawn.counts()
    ground = max(counts, key=lambda colour: counts[colour])
    return ground, max(counts, key=lambda colour: pixels.contrast(colour, ground))
