"""A phone with the app on it, and the server behind it, as the journeys use them."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Locator, Page, expect

from routine_app.core.history.exchange.history_json import history_document
from routine_app.data.history.repository import SqliteHistory
from routine_app.ui.kit.second_tap import SECOND_TAP_SECONDS

PATIENCE_MILLISECONDS = 30_000.0
"""As long as Playwright itself waits for an element that is to be pressed."""
BETWEEN_LOOKS_SECONDS = 0.05
"""What waits for a file leaves the processor to those who write it."""
ANOTHER_PRESS_SECONDS = 3.0
"""Whatever a press has changed, is changed by then."""
FROM_MIDDLE = """element => {
    const {left, top, width, height} = element.getBoundingClientRect()
    const x = left + width / 2, y = top + height / 2
    return element.contains(document.elementFromPoint(x, y)) ? 0 : y - innerHeight / 2
}"""
"""How far below the middle of the screen an element is; nothing where a finger reaches it."""


def kept_sessions(file: Path) -> list[dict[str, Any]]:
    """Give the sessions of a history file at this moment, as `history --json` tells them."""
    with closing(SqliteHistory(file)) as history:
        return cast("list[dict[str, Any]]", history_document(history.sessions())["sessions"])


def newest_session(
    read: Callable[[], list[dict[str, Any]]], is_so: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Give the newest session of a log once it is so."""
    deadline = time.monotonic() + PATIENCE_MILLISECONDS / 1000
    while time.monotonic() < deadline:
        sessions = read()
        if sessions and is_so(sessions[-1]):
            return sessions[-1]
        time.sleep(BETWEEN_LOOKS_SECONDS)
    raise AssertionError(f"the log never came to that: {read()}")


@dataclass
class Served:
    """A running server and the folder that it keeps the user's files in."""

    url: str
    home: Path

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on the same files."""
        return subprocess.run(
            [sys.executable, "-m", "routine_app", *arguments],
            env={**os.environ, "ROUTINE_APP_HOME": str(self.home)},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )

    def sessions(self) -> list[dict[str, Any]]:
        """Give the log as it is on the disk at this moment."""
        return kept_sessions(self.home / "history.db")

    def wait_for_session(self, is_so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Give the newest session once it is so."""
        return newest_session(self.sessions, is_so)


class Phone:
    """A page of the app, worked by its accessible names."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self._pressed_at, self._pressed_on = float("-inf"), ""

    def sessions(self) -> list[dict[str, Any]]:
        """Give the log as it is kept at this moment; where that is, the kind of phone knows."""
        raise NotImplementedError

    def ended_session(self) -> dict[str, Any]:
        """Give the only session of the log once it has ended."""
        return newest_session(self.sessions, lambda session: session["ended_at"] is not None)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        """Look until it is so; `what` names what never came."""
        deadline = time.monotonic() + PATIENCE_MILLISECONDS / 1000
        while not is_so():
            assert time.monotonic() < deadline, f"{what} never came"
            self.page.wait_for_timeout(BETWEEN_LOOKS_SECONDS * 1000)

    def wait_for_file(self, file: str) -> None:
        """Wait until a file that the app has written outlives the page; a server's does at once."""

    def open(self, path: str = "/") -> None:
        """Go to the app, as a person who uses a screen reader does."""
        self.page.goto(self.url + path, wait_until="commit")
        self.turn_on_semantics()

    def reload(self) -> None:
        """Load the page anew."""
        self.page.reload(wait_until="commit")
        self.turn_on_semantics()

    def turn_on_semantics(self) -> None:
        """Wait for the tree of roles and names, which the page itself asks Flutter for."""
        self.page.locator("flt-semantics").first.wait_for(state="attached")

    def come_to_rest(self) -> None:
        """Wait until the page does nothing more of its own accord."""

    def button(self, name: str | re.Pattern[str]) -> Locator:
        """Find a button by its name."""
        return self.page.get_by_role("button", name=name, exact=isinstance(name, str))

    def tab(self, name: str) -> Locator:
        """Find a button of the navigation."""
        return self.page.get_by_role("tab", name=re.compile(f"^{name}"))

    def words(self, words: str | re.Pattern[str]) -> Locator:
        """Find a text."""
        return self.page.locator("flt-semantics").get_by_text(words, exact=isinstance(words, str)).first

    def tap(self, name: str | re.Pattern[str]) -> None:
        """Press a button once it is there."""
        self.press(self.button(name))

    def press(self, button: Locator) -> None:
        """Scroll to a button or a field, and press it.

        Scrolled with the wheel: what the browser scrolls of its own, Flutter does not hear of within half a second of
        a finger, and the rows of a list that was left scrolled lie where the browser cannot scroll to. Where what is
        there now may just have come, it waits as long as the app takes a press for one that was meant for what went.
        """
        button.wait_for(state="attached")
        is_soon = time.monotonic() - self._pressed_at < ANOTHER_PRESS_SECONDS
        if is_soon or self.page.url != self._pressed_on:
            self.page.wait_for_timeout(SECOND_TAP_SECONDS * 1000)
        deadline = time.monotonic() + PATIENCE_MILLISECONDS / 1000
        while time.monotonic() < deadline:
            pixels = button.evaluate(FROM_MIDDLE)
            if not pixels:
                break
            beside = button.evaluate("element => element.getBoundingClientRect().left - 8")
            self.page.mouse.move(max(beside, 1), 200)
            self.page.mouse.wheel(0, pixels)
            self.page.wait_for_timeout(100)
        button.click()
        self._pressed_at, self._pressed_on = time.monotonic(), self.page.url

    def write(self, words: str) -> None:
        """Write into the only field of the page, in place of what stands there, once it takes what is typed.

        Again if all was selected before Flutter put the caret where the field was pressed.
        """
        field = self.page.get_by_role("textbox")
        self.press(field)
        expect(field).to_be_focused()

        def is_written() -> bool:
            self.page.keyboard.press("ControlOrMeta+a")
            self.page.keyboard.insert_text(words)
            return field.input_value() == words

        self.wait_until(is_written, f"the words {words!r} in the field")
        expect(field).to_have_value(words)

    def sees(self, words: str | re.Pattern[str]) -> None:
        """Wait until a text stands on the screen."""
        expect(self.words(words)).to_be_attached(timeout=PATIENCE_MILLISECONDS)

    def digits(self) -> int:
        """Read the countdown: the one whole number that stands alone."""
        return int(self.words(re.compile(r"^\d+$")).inner_text())

    def start(self, title: str) -> None:
        """Open a routine and begin it."""
        self.tap(re.compile(f"^{title}"))
        self.tap("Start")
        self.button("Pause").wait_for()

    def end_session(self) -> None:
        """End the session that runs, of which something is held."""
        self.tap("Stop")
        self.tap("End session")


class ServedPhone(Phone):
    """A phone in front of a server."""

    def __init__(self, page: Page, served: Served) -> None:
        super().__init__(page, served.url)
        self._served = served

    def sessions(self) -> list[dict[str, Any]]:
        """Give the log as it is on the server's disk."""
        return self._served.sessions()
