"""A browser that keeps nothing for the phone app, or that cannot load it: it says so."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.e2e.phone import PATIENCE_MILLISECONDS, Phone
from tests.e2e.phone_app import PublishedPhone
from tests.e2e.static_site import StaticSite

pytestmark = pytest.mark.browser

NOT_KEPT = r".*so nothing you do here is kept\. Export your history"
NEVER_ANSWERS = "IDBFactory.prototype.open = () => ({});"
REFUSED = "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); };"
NO_LOCKS = "Object.defineProperty(WorkerNavigator.prototype, 'locks', { get: () => undefined });"
FULL = "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def open_with(context: BrowserContext, url: str, change: str) -> Phone:
    """Open the app on a phone whose browser is changed, where Python runs."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{change}")

    context.route("**/python-worker.js*", changed)
    phone = PublishedPhone(context.new_page(), url)
    phone.open("")
    return phone


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            NEVER_ANSWERS, f"^The browser's storage does not answer, {NOT_KEPT}", id="never answers"
        ),
        pytest.param(REFUSED, f"^The browser's storage cannot be opened, {NOT_KEPT}", id="refused"),
        pytest.param(NO_LOCKS, f"^This browser keeps data safely only {NOT_KEPT}", id="no locks"),
    ],
)
def test_a_session_is_guided_without_any_storage(
    context: BrowserContext, phone_app: Path, change: str, said: str
) -> None:
    """The words come with the app, and stay in the settings."""
    with StaticSite(phone_app) as site:
        phone = open_with(context, site.url, change)
        phone.sees(re.compile(said))
        phone.tab("Settings").click()
        phone.sees(re.compile("^Nothing is kept: this browser does not give this page its storage"))
        phone.tab("Routines").click()
        phone.start("Two holds")
        phone.sees("Pigeon pose")


def test_a_session_is_guided_in_a_browser_that_is_full(context: BrowserContext, phone_app: Path) -> None:
    """The words come when something could not be kept."""
    with StaticSite(phone_app) as site:
        phone = open_with(context, site.url, FULL)
        phone.start("Two holds")
        phone.sees(re.compile("^The browser could not keep what was just logged; free some space"))
        phone.sees("Pigeon pose")


@pytest.mark.parametrize(
    ("file", "is_told"),
    [
        ("loading.js", True),
        ("main.dart.wasm", True),
        ("python-worker.js", True),
        ("pyodide/pyodide.asm.wasm", True),
        ("data.zz", False),
    ],
)
def test_a_first_start_that_loses_the_network(
    context: BrowserContext, phone_app: Path, file: str, *, is_told: bool
) -> None:
    """There is nothing on the device yet: the page says so, whether a file fails or never comes, and begins anew with it."""
    with StaticSite(phone_app) as site:
        page = context.new_page()

        def lose(route: Route) -> None:
            context.set_offline(offline=True)
            if is_told:
                route.abort("internetdisconnected")

        context.route(f"**/{file}*", lose)
        page.goto(site.url, wait_until="commit")
        words = re.compile("could not (start|load all its files)")
        expect(page.get_by_role("alert")).to_contain_text(words, timeout=PATIENCE_MILLISECONDS)
        context.unroute_all(behavior="ignoreErrors")
        context.set_offline(offline=False)
        phone = PublishedPhone(page, site.url)
        phone.turn_on_semantics()
        phone.button(re.compile("^Two holds")).wait_for()
        expect(page.get_by_role("alert")).not_to_be_attached()
