"""Names in ten scripts in Firefox and WebKit."""

import re

import pytest

from tests.e2e.console import unknown
from tests.e2e.test_letters import CODE, FAMILIES, families
from tests.engines.app_page import LETTERS_MISSED
from tests.engines.conftest import ACROSS, Device, Place

pytestmark = pytest.mark.engines


@ACROSS
def test_letters_come_when_they_are_needed(device: Device, place: Place) -> None:
    """From the app's own origin, each found; and the list can be told from boxes by what its names are."""
    page = device.start()
    page.open(place.link(f"import/{CODE}"))
    page.press("Keep")
    page.sees("Start")
    page.until(lambda: families(page.browser.script(LETTERS_MISSED)) >= FAMILIES, "the letters")
    page.sees("פרפר")
    page.press("Back")
    page.sees(re.compile("^柔軟体操 🧘"))
    assert unknown(page.browser.console()) == []
