"""What a browser fetches for the first screen, and at the next visit; `docs/benchmarks.md` lists it."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from routine_app.serve.publish.archives import ENDING
from tests.e2e.phone import Phone, Served, ServedPhone
from tests.e2e.phone_app import PublishedPhone, wait_for_picture
from tests.e2e.static_site import StaticSite

pytestmark = pytest.mark.browser

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"


def listed(heading: str) -> set[str]:
    """The files of the list below a heading of the document, each at the end of its line."""
    text = DOCUMENT.read_text(encoding="utf-8")
    (lines,) = re.findall(rf"^#+ {heading}\n.*?```\n(.*?)```", text, re.MULTILINE | re.DOTALL)
    return {line.split()[-1] for line in lines.splitlines()}


def watch(page: Page) -> list[Request]:
    """All requests of a page that leave for a server, in a list that grows."""
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if request.url.startswith("http") else None)
    return asked


def visit(phone: Phone) -> set[str]:
    """Open the app, wait until its first screen stands and nothing is on its way, and tell what was fetched."""
    asked = watch(phone.page)
    phone.open()
    phone.tab("Routines").wait_for(state="attached")
    phone.page.locator("#loading").wait_for(state="detached")
    phone.page.wait_for_load_state("networkidle")
    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(phone.url).netloc}
    return names(asked)


def names(asked: list[Request]) -> set[str]:
    """What was asked for, without the version's folder."""
    return {
        re.sub(r"^/build-[0-9a-f]{16}", "", urlsplit(request.url).path).lstrip("/") or "index.html"
        for request in asked
    }


def test_what_is_fetched_is_listed(context: BrowserContext, served: Served) -> None:
    """A file that is not on the list was forgotten; nothing is asked of other servers."""
    fetched = visit(ServedPhone(context.new_page(), served))
    assert fetched == listed("A first visit to the server")


def test_what_the_phone_app_fetches_is_listed(context: BrowserContext, phone_app: Path) -> None:
    """Before the first screen and after it; what the service worker keeps it fetches by itself.

    An archive that is asked for twice was waited for: something opened a file of it before it came.
    """
    with StaticSite(phone_app) as site:
        phone = PublishedPhone(context.new_page(), site.url)
        asked = watch(phone.page)
        phone.open("")
        wait_for_picture(phone)
        assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(phone.url).netloc}
        assert names(asked) == listed("A first start of the phone app") | listed("After its first screen")
        archives = [request.url for request in asked if request.url.endswith(ENDING)]
        assert len(archives) == len(set(archives)) > 1


def test_a_second_visit_fetches_nothing_that_it_has(context: BrowserContext, served: Served) -> None:
    """The page itself and the files beside it are asked for, and are as they were; all of a version is there."""
    visit(ServedPhone(context.new_page(), served))
    page = context.new_page()
    sent: dict[str, int] = {}
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.loadingFinished", lambda told: sent.update({told["requestId"]: told["encodedDataLength"]})
    )
    visit(ServedPhone(page, served))
    assert sum(sent.values()) < MOST_BYTES_OF_A_SECOND_VISIT


MOST_BYTES_OF_A_SECOND_VISIT = 5_000
