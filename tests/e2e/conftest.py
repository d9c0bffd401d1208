"""The app as its own process, and a real Chromium with a phone's screen in front of it."""

import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright

from tests.e2e.chromium import CHROMIUM_FLAGS, chromium_path, require_chromium
from tests.e2e.last_seen import last_seen
from tests.e2e.phone import Phone, Served, ServedPhone
from tests.e2e.phone_app import PublishedPhone, phone_browser
from tests.e2e.quick_routines import QUIET_SETTINGS, fill_home
from tests.e2e.server import server
from tests.e2e.static_site import StaticSite
from tests.e2e.stuck import told_if_stuck


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Say in which call a test of this folder, or one of its fixtures, stands still: many of Playwright's have no limit."""
    capture = item.config.pluginmanager.getplugin("capturemanager")

    def tell(calls: str) -> None:
        with capture.global_and_fixture_disabled():
            print(f"{item.nodeid} stands still:\n{calls}", file=sys.stderr)

    with told_if_stuck(tell):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to a failure what its pages show."""
    report = yield
    if report.failed and "browser" in item.keywords:
        report.sections.append((f"Pages at the end of {call.when}", last_seen()))
    return report


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Start Playwright for a module: while it runs, no other test could run a loop of asyncio."""
    require_chromium()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Start one Chromium for a module."""
    chromium = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture
def settings_text() -> str:
    """Give the settings of a home."""
    return QUIET_SETTINGS


@pytest.fixture
def served(tmp_path: Path, settings_text: str) -> Iterator[Served]:
    """Serve the app with the quick routines as the user's own."""
    fill_home(tmp_path, settings=settings_text)
    with server(tmp_path) as (running, _):
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Hold a phone of 390 by 844 points, upright, in daylight."""
    held = browser.new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=1, is_mobile=True, has_touch=True
    )
    yield held
    held.close()


@pytest.fixture
def site(phone_app: Path) -> Iterator[StaticSite]:
    """Put the phone app on a host."""
    with StaticSite(phone_app) as serving:
        yield serving


@pytest.fixture
def device(playwright: Playwright, tmp_path: Path) -> Iterator[BrowserContext]:
    """Hold a phone that keeps its data."""
    with phone_browser(playwright, tmp_path / "profile") as context:
        yield context


@pytest.fixture
def published(context: BrowserContext, phone_app: Path) -> Iterator[Phone]:
    """Open the phone app on the phone, from a static host."""
    with StaticSite(phone_app) as site:
        phone = PublishedPhone(context.new_page(), site.url)
        phone.open("")
        yield phone


@pytest.fixture(params=["phone", "published"], ids=["served", "published"])
def anywhere(request: pytest.FixtureRequest) -> Phone:
    """Open the app on the phone, once from the server and once from a static host."""
    phone: Phone = request.getfixturevalue(request.param)
    return phone


@pytest.fixture
def phone(context: BrowserContext, served: Served) -> Phone:
    """Open the app on the phone."""
    phone = ServedPhone(context.new_page(), served)
    phone.open()
    return phone
