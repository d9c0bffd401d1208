"""Names in ten scripts: their letters come from the app's own origin when they are first drawn, and are kept."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Request

from routine_app.core.sharing.code import share_code
from tests.e2e import console
from tests.e2e.page_scripts import go, page_of, script_text
from tests.e2e.phone import Phone
from tests.e2e.phone_app import opened, wait_until_kept
from tests.e2e.static_site import StaticSite

pytestmark = pytest.mark.browser

TEN_SCRIPTS = """\
title: 柔軟体操 🧘
stretches:
  - {name: 蝶のポーズ, hold: 5s}
  - {name: פרפר, hold: 5s}
  - {name: فراشة, hold: 5s}
  - {name: Бабочка, hold: 5s}
  - {name: 나비 자세, hold: 5s}
  - {name: ท่าผีเสื้อ, hold: 5s}
  - {name: तितली आसन, hold: 5s}
  - {name: Kelebek duruşu, hold: 5s}
  - {name: Bướm, hold: 5s}
"""
CODE = share_code("ten-scripts.yaml", TEN_SCRIPTS)
FAMILIES = {"notocoloremoji", "notosanshebrew", "notosansarabic", "notosansthai"}
"""Those that no choice of the engine's may leave out; it chooses among several for the others."""

OWN_FONT = "/build-1/assets/fonts/roboto.woff2"

FOUND = """
const match = Cache.prototype.match;
window.found = [];
Cache.prototype.match = async function (...asked) {
  const answer = await match.apply(this, asked);
  if (answer) { window.found.push(new URL(answer.url).pathname); }
  return answer;
};
"""
"""Tells what a page finds in what the browser keeps."""


def watch(context: BrowserContext) -> list[Request]:
    """All requests that leave for a server and are for a font, in a list that grows."""
    asked: list[Request] = []
    context.on(
        "request", lambda request: asked.append(request) if "oto" in request.url.split("/")[-1] else None
    )
    return asked


def letters(asked: list[Request]) -> set[str]:
    """The families of which letters were asked for; all were there, and came from the app's own origin."""
    fonts = [request for request in asked if urlsplit(request.url).path.startswith("/letters/")]
    assert [request.url for request in asked if request not in fonts and "roboto" not in request.url] == []
    return families([request.url for request in fonts])


def families(addresses: list[str]) -> set[str]:
    """The families of fonts from these addresses."""
    names = [urlsplit(address).path.rpartition("/letters/")[2] for address in addresses]
    return {name.split("-")[0] for name in names}


STUBS = """
const flet = { pyodide: false, assetBase: '/build-1/' }, asked = [], told = [];
window.fetch = async (address) => {
  asked.push(new URL(address, location.href).pathname);
  return new Response('', { status: String(address).includes('thai') ? 404 : 200 });
};
"""
ASK = """async (name) => {
  const channel = new BroadcastChannel('routine-app letters');
  const hear = new Promise((resolve) => { channel.onmessage = ({ data }) => resolve(data); setTimeout(resolve, 500, ''); });
  await fetch(flet.fontFallbackBaseUrl + name);
  return [asked.splice(0), await hear];
}"""


@pytest.mark.parametrize(
    ("name", "asked", "missing"),
    [
        ("notosanshebrew/v46/or3HQ7v33.woff2", ["/letters/notosanshebrew-v46.woff2"], ""),
        ("notosansjp/v53/-F6jfjtqL.12.woff2", ["/letters/notosansjp-v53-12.woff2"], ""),
        ("notosansjp/v53/-F6jfjtqL.woff2", ["/letters/notosans-v37.woff2"], ""),
        ("notosansthai/v25/iJWnB.woff2", ["/letters/notosansthai-v25.woff2", OWN_FONT], "notosansthai"),
        ("notosansrunic/v17/H4c_.woff2", [OWN_FONT], "notosansrunic"),
    ],
)
def test_the_page_answers_with_letters_or_tells(
    context: BrowserContext, name: str, asked: list[str], missing: str
) -> None:
    """What cannot be had, or is not among what ships, is told; the engine has the app's own font for it."""
    page = go(context.new_page(), page_of(STUBS, script_text("letters.js")))
    assert page.evaluate(ASK, name) == [asked, missing]


FULL_DEVICE = """
flet.pyodide = true;
const cache = { match: async () => undefined, put: async () => { throw new Error('it is full'); } };
Object.defineProperty(window, 'caches', { value: { open: async () => cache } });
"""


def test_letters_that_cannot_be_kept_are_seen(context: BrowserContext) -> None:
    """A device that is full draws what came, and nothing is told to be missing."""
    page = go(context.new_page(), page_of(STUBS, FULL_DEVICE, script_text("letters.js")))
    asked, missing = page.evaluate(ASK, "notosanshebrew/v46/or3HQ7v33.woff2")
    assert (asked, missing) == (["/letters/notosanshebrew-v46.woff2"], "")


def add(phone: Phone) -> None:
    """Follow a link to the routine, and keep it."""
    phone.page.goto(f"{phone.url.rstrip('/')}/#/import/{CODE}")
    phone.turn_on_semantics()
    phone.tap("Keep")
    phone.button("Start").wait_for()


def test_letters_come_when_they_are_needed(anywhere: Phone, context: BrowserContext) -> None:
    """And never before, from nowhere else; nothing is looked for in vain."""
    said = console.listen(context)
    asked = watch(context)
    anywhere.tab("Routines").wait_for(state="attached")
    anywhere.tap(re.compile("^Short hips"))
    anywhere.button("Start").wait_for()
    assert letters(asked) == set()
    add(anywhere)
    anywhere.wait_until(lambda: letters(asked) >= FAMILIES, "the letters")
    anywhere.page.wait_for_load_state("networkidle")
    assert {request.url for request in asked if (answer := request.response()) and not answer.ok} == set()
    assert console.unknown(said) == []


def test_letters_are_kept_for_a_start_without_the_network(device: BrowserContext, site: StaticSite) -> None:
    """Of each script that was seen once; the list is as it was."""
    phone = opened(device, site.url)
    wait_until_kept(phone)
    add(phone)
    phone.page.wait_for_load_state("networkidle")
    phone.wait_for_file("routines/ten-scripts.yaml")
    site.stop()
    device.set_offline(offline=True)
    device.add_init_script(FOUND)
    said = console.listen(device)
    phone.open("")
    phone.tap(re.compile("^柔軟体操 🧘"))
    phone.sees("פרפר")
    phone.wait_until(lambda: families(phone.page.evaluate("found")) >= FAMILIES, "the letters")
    assert [line for line in said if "No letters of" in line] == []


def test_without_the_network_a_script_is_named(device: BrowserContext, site: StaticSite) -> None:
    """A device that has the app, and never had such letters: boxes would say nothing."""
    phone = opened(device, site.url)
    wait_until_kept(phone)
    site.stop()
    device.set_offline(offline=True)
    add(phone)
    phone.sees("(Hebrew letters)")
    phone.sees("(Japanese letters)")
    phone.sees("Бабочка")
    phone.tap("Back")
    phone.button(re.compile(r"^\(Chinese letters\) \(emoji\)")).wait_for()
