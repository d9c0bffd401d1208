"""The published phone app, as a phone's browser has it: offline, updated, killed, and twice at once."""

import os
import re
import shutil
import signal
import time
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Playwright, Response, expect

from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.serve.publish.publisher import publish
from tests.e2e.phone import BETWEEN_LOOKS_SECONDS, PATIENCE_MILLISECONDS, Phone, newest_session
from tests.e2e.phone_app import opened, phone_browser, wait_for_picture, wait_until_kept
from tests.e2e.static_site import StaticSite
from tests.phone_app_builds import parts_of

pytestmark = pytest.mark.browser

WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)"
HALF_OF_IT_BYTES = 7_000_000
"""Of the 15 MB that a device fetches; two versions share the engines, which are more than half."""

RIVE = "https://cdn.jsdelivr.net/npm/@rive-app/"
"""What Flutter's client asks for as it starts; the page's policy refuses it before anything is sent."""


def wait_for_newer(phone: Phone) -> None:
    """Wait until the device has a newer version, whole, for its next start."""
    deadline = time.monotonic() + PATIENCE_MILLISECONDS / 1000
    while not phone.page.evaluate(WAITS):
        assert time.monotonic() < deadline, "no newer version came"
        phone.page.wait_for_timeout(BETWEEN_LOOKS_SECONDS * 1000)


def wait_for_log(phone: Phone, statuses: list[str]) -> dict[str, Any]:
    """Give the newest session on the device's disk once its holds stand so."""
    return newest_session(phone.sessions, lambda s: [hold["status"] for hold in s["holds"]] == statuses)


def test_a_session_in_a_subfolder_and_no_request_elsewhere(device: BrowserContext, phone_app: Path) -> None:
    """Two holds from the list to the history, below a path of a host that has other things; it can be installed there."""
    asked: list[str] = []
    answers: list[Response] = []
    device.on("request", lambda request: asked.append(request.url))
    device.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - Playwright marks its handlers
    with StaticSite(phone_app, "/health/routines/") as site:
        phone = opened(device, site.url, "/health/routines")
        phone.start("Two holds")
        phone.sees("Butterfly")
        phone.sees("Pigeon pose")
        phone.sees("Done")
        phone.tap("Hard")
        phone.tap("Finish")
        phone.tab("Balance").click()
        phone.sees(re.compile("^Shortest rope: IT band"))
        phone.tab("History").click()
        phone.sees(re.compile("^This week: 1 of 3 days"))
        phone.sees("Minutes a week")
        phone.tap(re.compile("^Two holds Today.*Hard$"))
        phone.sees(re.compile("^Butterfly"))
        session = wait_for_log(phone, ["done", "done"])
        assert (session["status"], session["feeling"]) == ("completed", "hard")
        own = f"http://localhost:{site.port}/health/routines/"
        assert [url for url in asked if not url.startswith((own, "blob:", "data:", RIVE))] == []
        assert [answer.url for answer in answers if answer.status >= HTTPStatus.BAD_REQUEST] == []
        parts = f"{own}{parts_of(phone_app).name}/"
        assert {parts + "canvaskit/skwasm.wasm", parts + "pyodide/pyodide.asm.wasm"} <= set(asked)
        check_that_it_can_be_installed(device, phone, own)


def check_that_it_can_be_installed(device: BrowserContext, phone: Phone, own: str) -> None:
    """Chromium finds nothing wrong with the manifest, nor with the page."""
    wait_until_kept(phone)
    chromium = device.new_cdp_session(phone.page)
    manifest = chromium.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["url"] == f"{own}manifest.json"
    assert chromium.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_a_browser_that_cannot_run_flutter_as_webassembly_has_it_as_a_script(
    device: BrowserContext, site: StaticSite
) -> None:
    """It keeps that engine alone, and starts with it when the host is gone."""
    device.add_init_script("delete Intl.v8BreakIterator;")
    phone = opened(device, site.url)
    wait_until_kept(phone)
    kept = phone.page.evaluate(
        """async () => {
          const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
          return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
        }"""
    )
    parts = f"{site.url}{parts_of(site.folder).name}/"
    assert f"{parts}main.dart.js" in kept
    assert f"{parts}main.dart.wasm" not in kept
    device.set_offline(offline=True)
    phone.open("")
    phone.button(re.compile("^Two holds")).wait_for()
    assert phone.page.evaluate("Boolean(window.flutterCanvasKit)")


def test_killed_in_a_hold_and_started_with_nothing_but_the_device(
    playwright: Playwright, phone_app: Path, tmp_path: Path
) -> None:
    """The server gone, the network off: the app starts, offers to continue, and has every finished hold."""
    profile = tmp_path / "profile"
    with StaticSite(phone_app) as site, phone_browser(playwright, profile) as device:
        phone = opened(device, site.url)
        wait_until_kept(phone)
        phone.start("Two holds")
        phone.sees("Pigeon pose")
        phone.sees("Hold")
        wait_for_log(phone, ["done"])
        kill_browser(profile)
    with phone_browser(playwright, profile) as device:
        device.set_offline(offline=True)
        phone = opened(device, site.url)
        phone.sees(re.compile("1 of 2 holds done"))
        phone.tap(re.compile("^Continue"))
        phone.sees("Pigeon pose")
        phone.sees("Done")
        session = wait_for_log(phone, ["done", "done"])
        assert session["status"] == "completed"
        assert [hold["stretch"] for hold in session["holds"]] == ["Butterfly", "Pigeon pose"]


def kill_browser(profile: Path) -> None:
    """End every process of the browser that has this profile, as the system does when memory is short."""
    for process in Path("/proc").iterdir():
        with suppress(OSError):
            if process.name.isdigit() and str(profile).encode() in (process / "cmdline").read_bytes():
                os.kill(int(process.name), signal.SIGKILL)


def test_an_update_arrives_whole_at_the_second_start(
    device: BrowserContext, site: StaticSite, phone_app: Path, tmp_path: Path
) -> None:
    """A deploy that is half done changes nothing; of a whole one the second start is new, with its history."""
    phone = opened(device, site.url)
    wait_until_kept(phone)
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    phone.end_session()
    phone.sees("Stopped")
    newest_session(phone.sessions, lambda session: session["status"] == "stopped")
    old_version = phone.page.evaluate("flet.version")

    newer = newer_version(tmp_path)
    site.folder = half_done(phone_app, newer, tmp_path / "mixed")
    give_up_on(phone)
    starts_as(phone, old_version)

    before = site.sent_bytes
    site.folder = newer
    starts_as(phone, old_version)
    wait_for_newer(phone)
    assert site.sent_bytes - before < HALF_OF_IT_BYTES
    phone = opened_newer(phone, device, site, old_version)
    phone.button(re.compile("^Two better holds")).wait_for()
    wait_for_picture(phone)
    kept = phone.page.evaluate("async () => (await caches.keys()).map(name => name.includes(flet.version))")
    assert kept == [True, True]
    phone.tab("History").click()
    phone.sees(re.compile("^Two holds"))


ANOTHER_VERSION = """async () => {
  const name = (await caches.keys()).find((name) => !name.endsWith(' picture'));
  const [kept, other] = await Promise.all([name, name.replace(flet.version, '0'.repeat(16))].map((name) => caches.open(name)));
  for (const request of await kept.keys()) {
    await other.put(request, await kept.match(request));
  }
  await caches.delete(name);
}"""


def test_a_page_of_another_version_than_the_device_keeps_begins_anew(
    device: BrowserContext, site: StaticSite
) -> None:
    """As where the browser let the newer one take over before the page could hear of it; if that is no cure, not again."""
    phone = opened(device, site.url)
    wait_until_kept(phone)
    phone.page.close()
    phone = opened(device, site.url)
    phone.page.evaluate(ANOTHER_VERSION)
    began: list[str] = []
    phone.page.on(
        "request", lambda request: began.append(request.url) if request.is_navigation_request() else None
    )
    phone.open("")
    phone.button(re.compile("^Two holds")).wait_for()
    assert began == [site.url, site.url]


def starts_as(phone: Phone, version: str) -> None:
    """Load the page anew: it is of that version still."""
    phone.open("")
    phone.button(re.compile("^Two holds")).wait_for()
    assert phone.page.evaluate("flet.version") == version


def half_done(older: Path, newer: Path, mixed: Path) -> Path:
    """Make what a host has in the middle of a deploy: of the newer version all but a half of one file."""
    shutil.copytree(older, mixed)
    for name in ("service-worker.js", "index.html"):
        shutil.copyfile(newer / name, mixed / name)
    parts = Path(shutil.copytree(parts_of(newer), mixed / parts_of(newer).name))
    modules = (parts / "modules.zz").read_bytes()
    (parts / "modules.zz").write_bytes(modules[: len(modules) // 2])
    return mixed


def test_a_first_visit_in_the_middle_of_a_deploy(
    device: BrowserContext, site: StaticSite, tmp_path: Path
) -> None:
    """The page is there, what it loads is not yet: it says so, and begins anew once it is."""
    whole, site.folder = site.folder, tmp_path
    shutil.copyfile(whole / "index.html", tmp_path / "index.html")
    page = device.new_page()
    page.goto(site.url)
    words = "Routine App could not load all its files. This page begins anew by itself once it can."
    expect(page.get_by_role("alert")).to_have_text(words)
    site.folder = whole
    expect(page.get_by_role("alert")).to_have_count(0)


def give_up_on(phone: Phone) -> None:
    """Let the device look for a newer version, which it cannot get whole."""
    with pytest.raises(Error, match="the service worker gave up"):
        phone.page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.ready;
              await registration.update();
              const { installing } = registration;
              await new Promise((resolve, reject) => installing.addEventListener('statechange', () =>
                installing.state === 'redundant' ? reject(new Error('the service worker gave up')) : resolve()));
            }"""
        )


NEWER = "old => Boolean(window.flet?.version) && flet.version !== old"


def opened_newer(phone: Phone, device: BrowserContext, site: StaticSite, old_version: str) -> Phone:
    """Start anew until the newer version is there: the next time, or once more where a slow device was busy."""
    for _ in range(3):
        phone.page.close()  # a page that goes to itself may still be there when the new one asks if it is alone
        phone = opened(device, site.url)
        with suppress(Error):
            phone.page.wait_for_function(NEWER, arg=old_version, timeout=15_000)
            return phone
    raise AssertionError("the newer version never took over")


def newer_version(work: Path) -> Path:
    """Publish the app with another routine in the place of one, and another page."""
    assets = work / "assets"
    shutil.copytree(assets_folder(), assets)
    page = assets / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</body>", "<!-- newer --></body>"), encoding="utf-8"
    )
    (work / "routines").mkdir()
    shutil.copy(shipped_routines_folder() / "routine.schema.json", work / "routines")
    (work / "routines" / "two-holds.yaml").write_text(
        "title: Two better holds\nstretches:\n  - {name: Sit, hold: 5s}\n", encoding="utf-8"
    )
    publish(work / "newer", assets, work / "routines", {})
    return work / "newer"


def test_two_tabs_never_share_the_data(device: BrowserContext, site: StaticSite) -> None:
    """The second says where the data is, and takes over by itself when the first closes."""
    first = opened(device, site.url)
    first.start("Two holds")
    wait_for_log(first, ["done"])
    first.tap("Pause")
    second = opened(device, site.url)
    second.sees("Open in another tab")
    first.page.bring_to_front()
    first.sees("Two holds, paused")
    first.page.close()
    second.tap(re.compile("^Continue"))
    second.sees("Done")
    assert wait_for_log(second, ["done", "done"])["status"] == "completed"
