"""The app as a person works it in any browser, by the names that a screen reader is told."""

import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from routine_app.ui.kit.second_tap import SECOND_TAP_SECONDS
from tests.e2e.console import unknown
from tests.e2e.heard_sounds import heard_of
from tests.e2e.page_spy import Spied
from tests.engines.browser import Browser

PATIENCE_SECONDS = 30.0
START_PATIENCE_SECONDS = 120.0
BETWEEN_LOOKS_SECONDS = 0.05
REST_LOOKS = 4
"""How often in a row a page looks the same once it is at rest."""
OFFER_SECONDS = 2.0

NAMES = """
() => [...document.querySelectorAll('flt-semantics, flt-semantics *')].flatMap((element) => {
  const words = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim();
  const name = (element.getAttribute('aria-label') || words).replaceAll(/\\s+/g, ' ');
  if (!name) return [];
  const { x, y, width, height } = element.getBoundingClientRect();
  const middle = [x + width / 2, y + height / 2];
  const top = document.elementFromPoint(...middle);
  const isReached = (element.closest('[role]') ?? element).contains(top);
  const isHeading = element.closest('h1, h2, h3, h4, h5, h6, [role=heading]');
  const role = isHeading ? 'heading' : element.closest('[role]')?.getAttribute('role') ?? '';
  return [[name, role, ...middle, height, isReached]];
})
"""
"""All that has a name: the name, its role, where its middle is, how high it is, and whether a finger reaches it there."""

FIELD = """
() => {
  const field = document.querySelector('textarea, input[type=text], input:not([type])');
  const place = field?.getBoundingClientRect();
  return place ? [place.x + place.width / 2, place.y + place.height / 2] : null;
}
"""

PASTE = "(text) => document.execCommand('insertText', false, text)"

LETTERS_MISSED = """
() => performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('/letters/'))
"""
"""The fonts that Flutter asked for because one lacks a letter."""

Words = str | re.Pattern[str]
"""A whole name, or what a name begins with."""


@dataclass(frozen=True)
class Named:
    """A thing on the screen that has a name."""

    name: str
    role: str
    x: float
    y: float
    height: float
    is_reached: bool


class AppPage:
    """A page of the app in one browser."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser, self.address = browser, address

    def open(self, path: str = "") -> None:
        """Go to the app."""
        self.browser.open(self.address + path)
        self._come_to_rest("the first screen")

    def reload(self) -> None:
        """Load the page anew."""
        self.browser.reload()
        self._come_to_rest("the screen after a reload")

    def _come_to_rest(self, what: str) -> None:
        """Wait until names are there, and until they stand still."""
        self.wait(lambda named: len(named) > 3, what, START_PATIENCE_SECONDS)
        earlier: list[list[Named]] = []

        def stand_still(named: list[Named]) -> bool:
            earlier.append(named)
            return earlier[-REST_LOOKS:] == REST_LOOKS * [named]

        self.wait(stand_still, f"{what} at rest")

    def named(self) -> list[Named]:
        """All that has a name at this moment."""
        return [Named(*one) for one in self.browser.look(NAMES)]

    def names(self) -> list[str]:
        """All names at this moment."""
        return [one.name for one in self.named()]

    def wait(
        self, is_so: Callable[[list[Named]], bool], what: str, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        """Wait until what has a name is so."""
        deadline = time.monotonic() + patience_seconds
        while time.monotonic() < deadline:
            asked_at = time.monotonic()
            try:
                named = self.named()
            except RuntimeError:  # between two pages there is none
                named = []
            try:
                if is_so(named):
                    return
            except TimeoutError:  # of WebKit's driver, which loses an answer now and then
                deadline += time.monotonic() - asked_at
            time.sleep(BETWEEN_LOOKS_SECONDS)
        raise AssertionError(f"{what} did not come; there is {self.names()}")

    def sees(self, words: Words, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait for a name."""
        self.wait(lambda named: any(fits(one, words) for one in named), repr(words), patience_seconds)

    def sees_not(self, words: Words, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until a name is gone."""
        self.wait(
            lambda named: not any(fits(one, words) for one in named),
            f"the end of {words!r}",
            patience_seconds,
        )

    def place(self, words: Words, role: str, still_seconds: float = 2 * BETWEEN_LOOKS_SECONDS) -> Named:
        """Scroll until a finger reaches what has that name and role, and stands still for so long; gives it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        before, since = None, 0.0
        while time.monotonic() < deadline:
            one = next((one for one in self.named() if one.role == role and fits(one, words)), None)
            if one is None or one != before:
                before, since = one, time.monotonic()
            elif not one.is_reached:
                self.browser.roll(one.y - self.browser.rolled_at[1])
            elif time.monotonic() - since >= still_seconds:
                return one
            time.sleep(BETWEEN_LOOKS_SECONDS)
        raise AssertionError(f"nobody can press {words!r}; there is {self.named()}")

    def press(self, words: Words, role: str = "button") -> None:
        """Press what has that name, once the app takes a press for one that is meant for it."""
        one = self.place(words, role, SECOND_TAP_SECONDS)
        self.browser.press_at(one.x, one.y)

    def go_to(self, screen: str) -> None:
        """Go to a screen of the navigation."""
        self.press(re.compile(screen), "tab")
        self.wait(lambda named: any(one.role == "heading" and one.name == screen for one in named), screen)

    def press_field(self) -> None:
        """Put the caret into the only field of the page."""
        self.until(lambda: self.browser.script(FIELD) is not None, "a field")
        time.sleep(SECOND_TAP_SECONDS)
        self.browser.press_at(*self.browser.script(FIELD))
        time.sleep(SECOND_TAP_SECONDS)

    def write(self, text: str) -> None:
        """Write into the only field of the page, in place of what stands there."""
        self.press_field()
        self.browser.key("Control", "a")
        self.browser.script(PASTE, text)

    def type_until_offered(self, word: str) -> None:
        """Type a word until the editor offers it whole, and take it."""
        for letter in word:
            self.browser.type(letter)
            with suppress(AssertionError):
                self.sees(word, OFFER_SECONDS)
                self.browser.key("Enter")
                return
        raise AssertionError(f"{word} was not offered")

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        self.wait(lambda _: is_so(), what)

    def digits(self) -> int:
        """The countdown: the highest of the whole numbers that stand alone."""
        return int(max((one for one in self.named() if one.name.isdigit()), key=lambda one: one.height).name)

    def spied(self, *kinds: str) -> list[list[Any]]:
        """What the page did to its device so far, of these kinds: moment, kind, what."""
        return [call for call in self.browser.script("() => spied") if not kinds or call[1] in kinds]

    def heard(self) -> list[Spied]:
        """What the page has sounded so far: sounds by their names, sentences by their words."""
        return heard_of(self.browser.script("() => tracks"))

    def troubles(self) -> list[str]:
        """What stands in the console that has no reason to, and which fonts were looked for."""
        return unknown(self.browser.console()) + list(self.browser.script(LETTERS_MISSED))


def fits(one: Named, words: Words) -> bool:
    """Whether a name is the wanted one, or begins so."""
    return one.name == words if isinstance(words, str) else bool(words.match(one.name))
