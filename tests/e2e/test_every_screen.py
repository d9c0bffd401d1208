"""Each screen as a screen reader and a person with large text get it.

Names, roles, sizes, order, and what axe-core finds; at twice the size of the text, on the smallest phones, nothing is
clipped, covered or out of reach.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.e2e import semantics
from tests.e2e.console import listen, unknown
from tests.e2e.every_screen import every_screen, fill
from tests.e2e.phone import Phone, Served
from tests.e2e.semantics import Node
from tests.e2e.server import server

pytestmark = pytest.mark.browser

TWICE = "() => { document.documentElement.style.fontSize = '32px'; }"
"""What a browser does whose user chooses 32 pixels where 16 are usual."""
FROM_THE_START = f"addEventListener('DOMContentLoaded', {TWICE}, {{ once: true }})"

LEAST_LINE = 33.0
"""The height of a line of the smallest text, 15 pixels, at twice its size."""
TITLE = re.compile("^Slow hips in the morning(, paused)?$")
"""The player's title grows less: it only repeats what was chosen."""
TIME_LEFT = re.compile(" left$")
FIRST_WORDS = re.compile("^Bend the standing knee")
PLAYER = {"get ready", "paused hold", "switch"}
"""The screens with digits, which stand alone in their element, and are never told."""
SEEN_AT_ONCE = [
    re.compile(r"^\d+$"),
    re.compile("^Hamstring reach$"),
    re.compile("^(Left|Right) side$"),
    re.compile("^(Pause|Resume)$"),
]
"""What the player shows without scrolling."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, BaseProcess]]:
    """Serve the walk's routines for all of the walks."""
    home = tmp_path_factory.mktemp("walk") / "home"
    fill(home)
    with server(home) as running:
        yield running


def squeezed(nodes: list[Node]) -> list[str]:
    """Texts that have less than a line's height."""
    texts = [node for node in nodes if node.is_whole and not node.is_control and not TITLE.match(node.name)]
    return [f"{node.name!r} is {node.height:.0f} high" for node in texts if node.height < LEAST_LINE]


def missed(nodes: list[Node], height: int) -> list[str]:
    """What the player should show, and does not without scrolling."""
    seen = [node.name for node in nodes if node.top >= 0 and node.bottom <= height and node.is_whole]
    return [words.pattern for words in SEEN_AT_ONCE if not any(words.match(name) for name in seen)]


def comes_into_view(phone: Phone, key: str, words: re.Pattern[str]) -> bool:
    """Press a key until the far edge of a text is seen; tells whether it ever is."""
    deadline = time.monotonic() + semantics.PATIENCE_SECONDS
    while time.monotonic() < deadline:
        phone.page.keyboard.press(key)
        found = [node for node in semantics.read(phone.page) if words.search(node.name) and node.height]
        if any(
            node.bottom <= node.bottom_edge if key == "ArrowDown" else node.top >= node.top_edge
            for node in found
        ):
            return True
    return False


@dataclass(frozen=True)
class Form:
    """A device: the size of its screen, and when its text grows to twice the size, if it does."""

    name: str
    width: int
    height: int
    is_large: bool = False
    is_large_from_the_start: bool = False
    has_touch: bool = True


FORMS = [
    Form("small phone", 320, 568, is_large=True, is_large_from_the_start=True),
    Form("phone on its side", 640, 360, is_large=True),
    Form("desktop", 1280, 800, has_touch=False),
]


@dataclass
class Found:
    """What is wrong with each screen, on which of them digits stand alone, and what was told unasked."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    with_digits: set[str] = field(default_factory=set)
    told: list[str] = field(default_factory=list)

    def look_at(self, phone: Phone, screen: str, form: Form) -> None:
        """Note what is found on a screen, once it is arranged."""
        found = semantics.without_faults(phone.page, lambda page: lost(page, screen, form))
        if faults := found + semantics.violations(phone.page):
            self.faults[screen] = faults
        if [node.role for node in semantics.read(phone.page) if node.name.isdigit()] == [""]:
            self.with_digits.add(screen)
        self.told += semantics.told(phone.page)


def lost(page: Page, screen: str, form: Form) -> list[str]:
    """What is wrong with a screen at this moment."""
    found = semantics.faults(page)
    if not form.is_large:
        return found
    nodes = semantics.read(page)
    return [*found, *squeezed(nodes), *(missed(nodes, form.height) if screen in PLAYER else [])]


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_every_screen_can_be_used_by_everybody(
    browser: Browser, kept: tuple[Served, BaseProcess], form: Form
) -> None:
    """Upright with large text from the start, on its side with text that grows while the app is open, on a desk.

    The walk upright sleeps on its way, and looks into another tab.
    """
    served, process = kept
    found = Found()
    viewport = ViewportSize(width=form.width, height=form.height)
    with browser.new_context(
        viewport=viewport, is_mobile=form.has_touch, has_touch=form.has_touch
    ) as context:
        said = listen(context)
        if form.is_large_from_the_start:
            context.add_init_script(FROM_THE_START)
        phone = Phone(context.new_page(), served.url)
        phone.open()
        if form.is_large:
            phone.page.evaluate(TWICE)
        for screen in every_screen(phone, process if form.is_large_from_the_start else None):
            found.look_at(phone, screen, form)
            if form.is_large and screen == "get ready":
                assert comes_into_view(phone, "ArrowDown", TIME_LEFT)
                assert comes_into_view(phone, "ArrowUp", FIRST_WORDS)
    assert found.faults == {}
    assert unknown(said) == []
    assert found.with_digits == PLAYER
    assert [words for words in found.told if words.isdigit()] == []
