"""The real browser that pages are measured in."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.e2e.chromium import CHROMIUM_FLAGS, chromium_path
from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone

PHONE = ViewportSize(width=390, height=844)


class BarePhone(Phone):
    """A phone in front of a page of Flet's own, which waits to be asked for the tree of roles and names."""

    def turn_on_semantics(self) -> None:
        """Press the button that a screen reader finds; the app's page presses it itself."""
        placeholder = self.page.locator("flt-semantics-placeholder")
        placeholder.dispatch_event("click", timeout=PATIENCE_MILLISECONDS)
        super().turn_on_semantics()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium without a window; raises FileNotFoundError where there is none."""
    path = chromium_path()
    if path is None:
        raise FileNotFoundError("Chromium is missing; install it, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    """Open a page the size of a phone, with nothing cached."""
    context = browser.new_context(viewport=PHONE)
    try:
        yield context.new_page()
    finally:
        context.close()
