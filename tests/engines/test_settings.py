"""What a person sets holds in Firefox and WebKit: the colours, the size of the text; and another tab takes a session over."""

import base64
import re

import pytest

from tests.e2e.test_every_screen import TWICE
from tests.engines.app_page import AppPage
from tests.engines.conftest import ACROSS, Device

pytestmark = pytest.mark.engines

BRIGHTNESS = """
async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const drawn = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  brush.drawImage(drawn, -4, -drawn.height / 2);
  return Math.max(...brush.getImageData(0, 0, 1, 1).data.slice(0, 3));
}
"""
"""How bright the edge of a picture is, from 0 to 255."""

DARK, LIGHT = 60, 200


def brightness(page: AppPage) -> int:
    """How bright the page's ground is, from 0 to 255."""
    return int(page.browser.script(BRIGHTNESS, base64.b64encode(page.browser.picture()).decode()))


@ACROSS
def test_dark_light_and_large(device: Device) -> None:
    """Each choice is seen at once and holds after a reload; the text follows the browser's own size."""
    page = device.start()
    page.open()
    page.go_to("Settings")
    page.press("Dark")
    page.until(lambda: brightness(page) < DARK, "the night's colours")
    page.reload()
    page.until(lambda: brightness(page) < DARK, "the night's colours after a reload")
    page.press("Light")
    page.until(lambda: brightness(page) > LIGHT, "the day's colours")
    height = page.place("Settings", "heading").height
    page.browser.script(TWICE)
    page.until(lambda: page.place("Settings", "heading").height > 1.5 * height, "the large text")
    page.go_to("Balance")
    page.go_to("Routines")
    page.press(re.compile("^Two holds"))
    page.sees("Start")
    assert page.troubles() == []


@pytest.mark.parametrize(("engine", "place"), [("webkit", "served")], indirect=True)
def test_another_tab_takes_a_session_over(device: Device) -> None:
    """Its routine was found by a search; it goes on there, and the first tab goes home and says so.

    In one engine: for two tabs on one server a browser does no more than for two devices.
    """
    page = device.start()
    page.open()
    first = page.browser.tab()
    page.press_field()
    page.browser.type("long-hold")
    page.sees(re.compile("^1 of "))
    page.press(re.compile("^Long hold"))
    page.press("Start")
    page.sees("Pause")
    page.browser.open_tab()
    page.open()
    page.press(re.compile("^Continue Long hold"))
    page.sees("Pause")
    page.browser.go_to_tab(first)
    page.sees(re.compile("This session went on elsewhere"))
    page.sees(re.compile("^Long hold"))
    assert page.troubles() == []
