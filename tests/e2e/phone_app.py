"""The published phone app on a static host, and a browser whose data outlives it."""

import base64
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page, Playwright, ViewportSize

from tests.e2e.chromium import CHROMIUM_FLAGS, chromium_path
from tests.e2e.phone import Phone, kept_sessions

PHONE = ViewportSize(width=390, height=844)

READ_KEPT_FILE = """
([folder, file]) => new Promise((resolve, reject) => {
  const opening = indexedDB.open(folder);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const database = opening.result;
    if (!database.objectStoreNames.contains('FILE_DATA')) { database.close(); resolve(null); return; }
    const asked = database.transaction('FILE_DATA').objectStore('FILE_DATA').get(`${folder}/${file}`);
    asked.onsuccess = () => {
      database.close();
      const bytes = asked.result?.contents;
      resolve(bytes ? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte & 255)).join('')) : null);
    };
  };
})
"""
"""Where Pyodide's IDBFS keeps a file: IndexedDB, a database for each mounted folder."""


def file_in_browser(page: Page, folder: str, file: str) -> bytes | None:
    """What the page's browser has of a file on its disk at this moment."""
    kept: str | None = page.evaluate(READ_KEPT_FILE, [folder, file])
    return None if kept is None else base64.b64decode(kept)


def sessions_in_browser(page: Page, folder: str) -> list[dict[str, Any]]:
    """The log that the page's browser has on its disk at this moment, as `history --json` tells it."""
    kept = file_in_browser(page, folder, "history.db")
    if kept is None:
        return []
    with tempfile.TemporaryDirectory() as work:
        file = Path(work, "history.db")
        file.write_bytes(kept)
        return kept_sessions(file)


@contextmanager
def phone_browser(playwright: Playwright, profile: Path) -> Iterator[BrowserContext]:
    """Start a Chromium with a phone's screen, whose data is in the folder `profile`, and end it."""
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=chromium_path(),
        args=CHROMIUM_FLAGS,
        viewport=PHONE,
        is_mobile=True,
        has_touch=True,
    )
    try:
        yield context
    finally:
        with suppress(Error):  # a browser that was killed is closed already
            context.close()


class PublishedPhone(Phone):
    """A phone with the phone app on it, from a host's folder of that path."""

    def __init__(self, page: Page, url: str, path: str = "") -> None:
        super().__init__(page, url)
        self._folder = f"/kept{path}"

    def come_to_rest(self) -> None:
        """Wait until all of the app is on the device: a first visit fetches and checks it, with both cores."""
        self.page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    def sessions(self) -> list[dict[str, Any]]:
        """Give the log as it is on the device's disk."""
        return sessions_in_browser(self.page, self._folder)

    def wait_for_file(self, file: str) -> None:
        """Wait until a file is on the device's disk: while the app is kept there, that takes its turn."""
        self.wait_until(lambda: file_in_browser(self.page, self._folder, file) is not None, file)


def opened(context: BrowserContext, url: str, path: str = "") -> Phone:
    """Open the app in a new tab."""
    phone = PublishedPhone(context.new_page(), url, path)
    phone.open("")
    return phone


def wait_until_kept(phone: Phone) -> None:
    """Wait until the device has the whole app."""
    phone.page.evaluate("async () => { await navigator.serviceWorker.ready; }")


SETTLED = """async () => {
  const name = (await caches.keys()).find((name) => name.endsWith(' picture'));
  const kept = name ? (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').at(-1)) : [];
  return kept.length === 1 && kept[0] === 'picture';
}"""


def wait_for_picture(phone: Phone) -> None:
    """Wait until the device has a picture, or the word that it shall have none, and the start with it is over."""
    phone.wait_until(lambda: bool(phone.page.evaluate(SETTLED)), "a picture")
