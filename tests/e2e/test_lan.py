"""A phone that scanned the code, a desktop beside it, and a stranger."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.phone import Phone, Served
from tests.e2e.pixels import colour, draw
from tests.e2e.quick_routines import LONG_HOLD, fill_home
from tests.e2e.server import server
from tests.serve.lan.lan_host import lan_host

pytestmark = pytest.mark.browser

PATIENCE_SECONDS = 20.0

A_THIRD = 1 / 3
"""At least so much of a code that is drawn is not white; nothing is of one that is not."""


@dataclass
class Lan(Served):
    """A server for phones, with the link that it printed."""

    link: str


PHOTO_INK = "#123456"
"""A colour that nothing else on the page has."""

OWN_PHOTO = """\
title: Own photo
get_ready: 0
stretches:
  - {name: Lean, hold: 5m, figure: lean}
"""


@pytest.fixture
def lan(tmp_path: Path) -> Iterator[Lan]:
    """Serve the app to phones, with two routines of the user's own, one of which has a photo."""
    fill_home(tmp_path, {"long-hold.yaml": LONG_HOLD, "own-photo.yaml": OWN_PHOTO})
    Image.new("RGB", (240, 240), PHOTO_INK).save(tmp_path / "routines" / "lean.png")
    with server(tmp_path, "--lan", "--host", lan_host()) as (running, _):
        url = urlsplit(running.url)
        yield Lan(f"http://{url.netloc}", tmp_path, running.url)


@pytest.fixture
def scanned(context: BrowserContext, lan: Lan) -> Phone:
    """Open the printed link on the phone."""
    phone = Phone(context.new_page(), lan.url)
    phone.page.goto(lan.link)
    phone.turn_on_semantics()
    return phone


def test_the_phone_is_in_and_starts_a_routine(scanned: Phone, lan: Lan) -> None:
    """The token is gone from the page, scripts see no cookie, and a reload finds the session again."""
    token = lan.link.rpartition("/")[2]
    page = scanned.page
    assert urlsplit(page.url).path == "/"
    assert page.evaluate("[document.cookie, document.referrer]") == ["", ""]
    (cookie,) = page.context.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert token not in page.content() + cookie["value"]
    scanned.start("Long hold")
    scanned.reload()
    scanned.sees("Hold")
    assert scanned.digits() > 200


def test_a_stranger_sees_how_to_get_in_and_nothing_else(browser: Browser, scanned: Phone, lan: Lan) -> None:
    """At the address of the page where the phone is."""
    scanned.start("Long hold")
    with browser.new_context() as context:
        page = context.new_page()
        answer = page.goto(f"{lan.url}/play")
        assert answer is not None
        assert answer.status == 403
        assert page.get_by_role("heading").inner_text() == "Not yet in"
        assert page.get_by_text("Scan the code").is_visible()


def test_a_routine_is_shared_with_a_second_device(browser: Browser, scanned: Phone, lan: Lan) -> None:
    """By a link to the computer, drawn and copied, though a page without https decodes no picture and has no clipboard."""
    scanned.tap(re.compile("^Long hold"))
    scanned.tap("Share")
    link = scanned.words(re.compile(f"^{re.escape(lan.url)}/#/import/1")).inner_text()
    picture = scanned.page.get_by_role("img", name="QR code").screenshot()
    drawn = draw(scanned.page, picture, "image/png")
    assert drawn.share((0.1, 0.1, 0.9, 0.9), colour("#FFFFFF")) > A_THIRD
    scanned.tap("Copy link")
    scanned.sees("Link copied.")
    scanned.tap("Back")
    scanned.button("Start").wait_for()
    scanned.tap("Back")
    scanned.tap("Import")
    field = scanned.page.get_by_role("textbox")
    field.click()
    field.press("Control+v")
    expect(field).to_have_value(link)
    with browser.new_context() as context:
        other = Phone(context.new_page(), lan.url)
        other.page.goto(lan.link)
        other.turn_on_semantics()
        other.page.goto(link)
        other.sees(re.compile("^A routine of this name is there already: long-hold.yaml"))


def test_the_page_with_the_code_lets_a_second_device_in(
    browser: Browser, scanned: Phone, lan: Lan, tmp_path: Path
) -> None:
    """What the phone did is in the desktop's history: one person, one log."""
    scanned.start("Long hold")
    scanned.end_session()
    scanned.sees("Stopped")
    scanned.page.goto(f"{lan.url}/phone")
    assert scanned.page.locator("svg title").inner_html() == "QR code of the link"
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        desktop = Phone(context.new_page(), lan.url)
        desktop.page.goto(scanned.page.locator("code").inner_text())
        desktop.turn_on_semantics()
        desktop.tap(re.compile("^History"))
        desktop.button(re.compile("^Long hold Today")).wait_for()
    assert [session["routine"] for session in lan.sessions()] == ["long-hold"]
    assert lan.link.rpartition("/")[2] not in "".join(
        log.read_text(encoding="utf-8") for log in tmp_path.glob("*.log")
    )


def test_a_photo_is_drawn_without_a_larger_engine(context: BrowserContext, lan: Lan) -> None:
    """Where no https is, the browser keeps its way to read pictures to itself: the page brings one."""
    phone = Phone(context.new_page(), lan.url)
    fetched: list[str] = []
    phone.page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    phone.page.goto(lan.link)
    phone.turn_on_semantics()
    assert phone.page.evaluate("isSecureContext") is lan.url.startswith("http://127.")
    phone.start("Own photo")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not draw(phone.page, phone.page.screenshot(), "image/png").places({colour(PHOTO_INK)}):
        assert time.monotonic() < deadline, "the photo is not drawn"
    assert "skwasm.wasm" in fetched
    assert [name for name in fetched if "heavy" in name or name == "main.dart.js"] == []
