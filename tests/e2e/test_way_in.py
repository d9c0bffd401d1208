"""Between the browser's empty page and the first screen nothing is seen but the app: its icon on its own ground."""

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, CDPSession

from tests.e2e.phone import Served
from tests.e2e.static_site import StaticSite

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

GROUNDS: dict[Scheme, tuple[int, int, int]] = {"light": (0xF6, 0xF4, 0xEF), "dark": (0x10, 0x14, 0x16)}
TIMES_SLOWER = 3
FEWEST_PICTURES = 4
PATIENCE_MILLISECONDS = 60_000


@pytest.fixture(params=["served", "published"])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give the address of the app, once of a server and once of a static host."""
    if request.param == "served":
        served: Served = request.getfixturevalue("served")
        yield served.url
    else:
        folder: Path = request.getfixturevalue("phone_app")
        with StaticSite(folder) as site:
            yield site.url


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Give what the system is set to."""
    chosen: Scheme = request.param
    return chosen


@pytest.fixture
def slow_phone(browser: Browser, scheme: Scheme) -> Iterator[BrowserContext]:
    """Hold a phone by day or by night."""
    with browser.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme) as context:
        yield context


def watch(session: CDPSession) -> list[Image.Image]:
    """Keep each picture that a page shows from now on, in a list that grows."""
    seen: list[Image.Image] = []

    def keep(frame: dict[str, Any]) -> None:
        seen.append(Image.open(io.BytesIO(base64.b64decode(frame["data"]))).convert("RGB"))
        session.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]})

    session.on("Page.screencastFrame", keep)
    session.send("Page.startScreencast", {"format": "png", "maxWidth": 195, "maxHeight": 422})
    return seen


def test_no_other_colour_is_seen(slow_phone: BrowserContext, url: str, scheme: Scheme) -> None:
    """Nor Flet's "Working…", which stands on a ground of its own."""
    page = slow_phone.new_page()
    session = slow_phone.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    seen = watch(session)
    page.goto(url, wait_until="commit")
    page.locator("#loading").wait_for(state="attached")
    page.locator("#loading").wait_for(state="detached", timeout=PATIENCE_MILLISECONDS)
    page.get_by_role("heading", name="Routines").wait_for(state="attached")
    page.wait_for_timeout(500)
    corners = [picture.getpixel((2, 2)) for picture in seen]
    from_the_page = corners[corners.index(GROUNDS[scheme]) :]
    assert set(from_the_page) == {GROUNDS[scheme]}
    assert len(from_the_page) >= FEWEST_PICTURES
