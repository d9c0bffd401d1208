"""Text at twice its size: on the smallest phones nothing is clipped, covered or out of reach."""

import re
import time
from collections.abc import Iterator
from subprocess import Popen

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.e2e import semantics
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
SEEN_AT_ONCE = [
    re.compile(r"^\d+$"),
    re.compile("^Hamstring reach$"),
    re.compile("^(Left|Right) side$"),
    re.compile("^(Pause|Resume)$"),
]
"""What the player shows without scrolling."""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Popen[str]]]:
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


def lost(phone: Phone, screen: str, height: int) -> list[str]:
    """What is wrong with a screen once it is arranged."""
    deadline = time.monotonic() + semantics.PATIENCE_SECONDS
    found = _lost(phone, screen, height)
    while found and time.monotonic() < deadline:
        found = _lost(phone, screen, height)
    return found


def _lost(phone: Phone, screen: str, height: int) -> list[str]:
    nodes = semantics.read(phone.page)
    unseen = missed(nodes, height) if screen in PLAYER else []
    return [*semantics.faults(phone.page), *squeezed(nodes), *unseen]


@pytest.mark.parametrize(("width", "height", "is_late"), [(320, 568, False), (640, 360, True)])
def test_nothing_is_lost_at_twice_the_size(
    browser: Browser, kept: tuple[Served, Popen[str]], width: int, height: int, *, is_late: bool
) -> None:
    """Upright with large text from the start, and on its side with text that grows while the app is open."""
    served, process = kept
    viewport = ViewportSize(width=width, height=height)
    with browser.new_context(viewport=viewport, is_mobile=True, has_touch=True) as context:
        if not is_late:
            context.add_init_script(FROM_THE_START)
        phone = Phone(context.new_page(), served.url)
        phone.open()
        phone.page.evaluate(TWICE)
        walk = every_screen(phone, None if is_late else process)
        found: dict[str, list[str]] = {}
        for screen in walk:
            found[screen] = lost(phone, screen, height) + semantics.violations(phone.page)
            if screen == "get ready":
                assert comes_into_view(phone, "ArrowDown", TIME_LEFT)
                assert comes_into_view(phone, "ArrowUp", FIRST_WORDS)
    assert {screen: faults for screen, faults in found.items() if faults} == {}
