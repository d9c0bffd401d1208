"""The published phone app in Firefox and WebKit: offline, updated, and twice at once."""

import re
from pathlib import Path

import pytest

from tests.e2e.static_site import StaticSite
from tests.e2e.test_phone_app import WAITS, newer_version
from tests.engines.app_page import AppPage
from tests.engines.conftest import Device

pytestmark = [pytest.mark.engines, pytest.mark.parametrize("place", ["published"], indirect=True)]

KEPT = "async () => Boolean(await navigator.serviceWorker.ready)"
LOOK_FOR_NEWER = "async () => Boolean(await (await navigator.serviceWorker.ready).update())"
"""What a browser does by itself at each start."""
WITHOUT_ITS_WORKER = re.compile(
    "(error|warn): (TypeError: |Starting without the picture of the memory: TypeError: )?NetworkError when"
    "|warn: (wasm instantiation failed|Failed to load font|Flutter Web engine failed to complete HTTP request"
    "|Could not find a set of Noto fonts)"
)
"""What a page says that Firefox begins without its worker now and then: it is begun anew, and has all."""
STARTS = 3
"""A newer version is there the next time, or once more where a slow device was busy."""


def test_an_update_comes_and_the_network_goes(device: Device, site: StaticSite, tmp_path: Path) -> None:
    """The start after the one that found the newer version has it, and needs no network any more."""
    page = device.start()
    page.open()
    page.sees(re.compile("^Two holds"))
    assert page.browser.script(KEPT)
    site.folder = newer_version(tmp_path)
    page.browser.script(LOOK_FOR_NEWER)
    page.until(lambda: page.browser.script(WAITS), "a newer version that waits")
    page = started_as_newer(device, page)
    site.stop()
    page.reload()
    page.sees(re.compile("^Two better holds"))
    assert [trouble for trouble in page.troubles() if not WITHOUT_ITS_WORKER.match(trouble)] == []


def started_as_newer(device: Device, page: AppPage) -> AppPage:
    """End the browser and start it again, until the newer version is there."""
    for _ in range(STARTS):
        page.browser.close()
        page = device.start()
        page.open()
        if any(name.startswith("Two better holds") for name in page.names()):
            return page
    raise AssertionError("the newer version never took over")


def test_two_tabs_never_share_the_data(device: Device) -> None:
    """The second says where the data is, and takes over by itself when the first closes."""
    page = device.start()
    page.open()
    first = page.browser.tab()
    page.press(re.compile("^Long hold"))
    page.press("Start")
    page.sees("Pause")
    second = page.browser.open_tab()
    page.browser.open(page.address)
    page.sees("Open in another tab", 60)
    page.browser.go_to_tab(first)
    page.browser.close_tab()
    page.browser.go_to_tab(second)
    page.press(re.compile("^Continue Long hold"))
    page.sees("Pause")
    assert page.troubles() == []
