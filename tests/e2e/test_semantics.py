"""Each screen as a screen reader gets it: names, roles, sizes, order, and what axe-core finds."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.e2e import semantics
from tests.e2e.every_screen import every_screen, fill
from tests.e2e.phone import Phone, Served
from tests.e2e.server import server

pytestmark = pytest.mark.browser

WITH_DIGITS = {"get ready", "paused hold", "switch"}
FORMS = [("phone", 390, 844), ("desktop", 1280, 800)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the walk's routines for all of the walks."""
    home = tmp_path_factory.mktemp("walk") / "home"
    fill(home)
    with server(home) as (served, _):
        yield served


@pytest.mark.parametrize(("form", "width", "height"), FORMS, ids=[form for form, *_ in FORMS])
def test_every_screen_can_be_used_without_seeing_it(
    browser: Browser, kept: Served, form: str, width: int, height: int
) -> None:
    """Controls have a role, a name and a size; texts come in order; axe-core has nothing to say.

    The seconds stand alone in their element, and are never told.
    """
    is_phone = form == "phone"
    found: dict[str, list[str]] = {}
    seconds: dict[str, list[str]] = {}
    told: list[str] = []
    with browser.new_context(
        viewport={"width": width, "height": height}, is_mobile=is_phone, has_touch=is_phone
    ) as context:
        phone = Phone(context.new_page(), kept.url)
        phone.open()
        for screen in every_screen(phone):
            found[screen] = semantics.without_faults(phone.page) + semantics.violations(phone.page)
            seconds[screen] = [node.role for node in semantics.read(phone.page) if node.name.isdigit()]
            told += semantics.told(phone.page)
    assert {screen: faults for screen, faults in found.items() if faults} == {}
    assert {screen for screen, roles in seconds.items() if roles == [""]} == WITH_DIGITS
    assert [words for words in told if words.isdigit()] == []
