"""How the phone app starts: from a picture of its memory where it has one, and with files that come later."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route

from routine_app.core.session.engine import SLEEP_SECONDS
from tests.e2e.heard_sounds import wait_for_sound
from tests.e2e.page_spy import SPY
from tests.e2e.phone import BETWEEN_LOOKS_SECONDS, Phone
from tests.e2e.phone_app import opened, wait_for_picture, wait_until_kept
from tests.e2e.static_site import StaticSite

pytestmark = pytest.mark.browser

PICTURE = """
const name = (await caches.keys()).find((name) => name.endsWith(' picture'));
const cache = await caches.open(name);
const address = (await cache.keys()).map(({ url }) => url).find((url) => url.endsWith('/picture'));
const bytes = new Uint8Array(await (await cache.match(address)).arrayBuffer());
const places = (words) => {
  const [first, ...others] = new TextEncoder().encode(words);
  const found = [];
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (others.every((byte, i) => bytes[at + 1 + i] === byte)) {
      found.push(at);
    }
  }
  return found;
};
const put = (content) => cache.put(address, new Response(content));
"""
"""The picture that the page's device keeps: where words are in it, and how another is put in its place."""


def of_picture(phone: Phone, script: str) -> Any:  # noqa: ANN401 - a JavaScript value
    """What a script makes of the picture."""
    return phone.page.evaluate(f"async () => {{ {PICTURE} {script} }}")


def test_a_later_start_goes_on_from_the_picture(device: BrowserContext, site: StaticSite) -> None:
    """What was changed in it is on the screen; without a picture it would not be."""
    first = opened(device, site.url)
    wait_until_kept(first)
    of_picture(
        first,
        """
        places('Balance\\0').forEach((at) => { bytes[at + 3] = 'x'.charCodeAt(0); });
        await put(bytes);
        """,
    )
    first.page.close()
    later = opened(device, site.url)
    later.tab("Balxnce").wait_for()
    later.start("Two holds")
    later.sees("Pigeon pose")


def test_nothing_of_the_user_is_in_the_picture(device: BrowserContext, site: StaticSite) -> None:
    """Though their history is there when it is made, and is read in the same start."""
    phone = opened(device, site.url)
    wait_until_kept(phone)
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    phone.end_session()
    phone.sees("Stopped")
    (session,) = phone.sessions()
    of_picture(phone, "await caches.delete(name);")
    phone.page.close()
    phone = opened(device, f"{site.url}#/history")
    phone.button(re.compile("^Two holds Today")).wait_for()
    wait_for_picture(phone)
    words = ["routine_app.ui.app", session["id"], str(site.port)]
    found = of_picture(phone, f"return {json.dumps(words)}.map((words) => places(words).length > 0);")
    assert found == [True, False, False]


DAMAGES = {
    "of another version": "bytes[0] = 1; await put(bytes);",
    "half of it": "await put(bytes.slice(0, bytes.length / 2));",
    "empty in the middle": "bytes.fill(0, bytes.length / 4, bytes.length / 2); await put(bytes);",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_picture_that_is_damaged_is_thrown_away(
    device: BrowserContext, site: StaticSite, damage: str
) -> None:
    """The start goes on without it, says so, and no other is made."""
    first = opened(device, site.url)
    wait_until_kept(first)
    of_picture(first, damage)
    first.page.close()
    said: list[str] = []
    device.on("console", lambda message: said.append(message.text))
    later = opened(device, site.url)
    later.button(re.compile("^Two holds")).wait_for()
    wait_for_picture(later)
    assert [line for line in said if line.startswith("Starting without the picture of the memory: ")]
    assert of_picture(later, "return bytes.length") == 0
    said.clear()
    later.open("")
    later.button(re.compile("^Two holds")).wait_for()
    wait_for_picture(later)
    assert of_picture(later, "return bytes.length") == 0
    assert [line for line in said if "picture" in line] == []


@pytest.mark.parametrize(("unfinished", "is_thrown_away"), [(1, False), (2, True)])
def test_a_picture_with_which_starts_end_is_thrown_away(
    device: BrowserContext, site: StaticSite, unfinished: int, *, is_thrown_away: bool
) -> None:
    """As where it takes more memory than the device has, which nobody hears of; a page that is closed early is none yet."""
    first = opened(device, site.url)
    wait_until_kept(first)
    of_picture(
        first, f"await cache.put(address.replace('picture', 'unfinished'), new Response('{unfinished}'));"
    )
    first.page.close()
    later = opened(device, site.url)
    later.button(re.compile("^Two holds")).wait_for()
    wait_for_picture(later)
    assert (of_picture(later, "return bytes.length") == 0) == is_thrown_away


FULL = "Cache.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def test_a_device_without_room_for_the_picture_starts_without(
    context: BrowserContext, phone_app: Path
) -> None:
    """It says so, and the app goes on."""
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text))

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{FULL}")

    context.route("**/python-worker.js*", changed)
    with StaticSite(phone_app) as site:
        phone = opened(context, site.url)
        while not any(line.startswith("After the first screen: QuotaExceededError") for line in said):
            phone.page.wait_for_timeout(BETWEEN_LOOKS_SECONDS * 1000)
        phone.start("Two holds")
        phone.sees("Pigeon pose")


LONGER_THAN_SLEEP_MILLISECONDS = (SLEEP_SECONDS + 1) * 1000


@contextmanager
def held(context: BrowserContext, phone_app: Path, archive: str) -> Iterator[tuple[Phone, list[Route]]]:
    """Open the app from a host that keeps an archive back: each request for it waits to be answered."""
    waiting: list[Route] = []
    context.add_init_script(SPY)
    context.route(f"**/{archive}.zz", lambda route: waiting.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    with StaticSite(phone_app) as site:
        yield opened(context, site.url), waiting


def let_go(phone: Phone, waiting: list[Route]) -> None:
    """Answer what was asked for by now, once something was."""
    while not waiting:
        phone.page.wait_for_timeout(BETWEEN_LOOKS_SECONDS * 1000)
    for route in waiting:
        route.continue_()


def test_a_session_that_begins_before_its_sounds_have_come_waits_for_them(
    context: BrowserContext, phone_app: Path
) -> None:
    """No time of it runs, however long that takes; then it has its beginning sounded, and goes on to its end."""
    with held(context, phone_app, "sounds") as (phone, waiting):
        phone.tap(re.compile("^Two holds"))
        phone.tap("Start")
        phone.button("Pause").wait_for()
        phone.page.wait_for_timeout(LONGER_THAN_SLEEP_MILLISECONDS)
        let_go(phone, waiting)
        wait_for_sound(phone.page, "start")
        phone.sees("Done")
        session = phone.ended_session()
        assert [hold["status"] for hold in session["holds"]] == ["done", "done"]
        assert [hold["held_seconds"] for hold in session["holds"]] == [2.0, 8.0]


def test_a_screen_whose_modules_have_not_come_waits_for_them(
    context: BrowserContext, phone_app: Path
) -> None:
    """It shows once they are there."""
    with held(context, phone_app, "later") as (phone, waiting):
        phone.tab("Settings").click()
        let_go(phone, waiting)
        phone.page.get_by_role("switch", name="Voice", exact=True).wait_for()


def test_a_later_start_draws_in_threads(device: BrowserContext, site: StaticSite) -> None:
    """The page and its workers are apart from all others then, by what the service worker adds to a host's answers."""
    first = opened(device, site.url)
    assert not first.page.evaluate("crossOriginIsolated")
    wait_until_kept(first)
    first.page.close()
    later = opened(device, site.url)
    later.button(re.compile("^Two holds")).wait_for()
    assert later.page.evaluate("crossOriginIsolated")
    assert [worker.evaluate("crossOriginIsolated") for worker in later.page.workers].count(False) == 0
    device.set_offline(offline=True)
    later.open("")
    later.button(re.compile("^Two holds")).wait_for()
    assert later.page.evaluate("crossOriginIsolated")
