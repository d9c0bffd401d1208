"""What a screen reader is told of a page, and what is wrong with it."""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has no types
from playwright.sync_api import Page

PATIENCE_SECONDS = 8.0
TARGET = 48
SLACK = 2.0
"""Rounding of rectangles, in pixels."""

# What Flet's code editor draws beside its text is a table of line numbers, which cannot be left out.
READ = """
() => [...document.querySelectorAll("flt-semantics-host *")].flatMap((element) => {
  if (element.tagName !== "TEXTAREA" && element.closest('[role=group][aria-label="Text of the routine"]')) return [];
  const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join("").trim();
  const inner = element.tagName === "FLT-SEMANTICS" && element.querySelector(":scope > span");
  const role = element.getAttribute("role") || (/^H[1-6]$/.test(element.tagName) ? "heading" : "")
    || (/^(INPUT|TEXTAREA|IMG|A)$/.test(element.tagName) ? element.tagName.toLowerCase() : "");
  const name = element.getAttribute("aria-label") || (inner ? inner.textContent : text);
  if (element.tagName === "SPAN" || (!name && (!role || role === "group" || role === "tablist"))) return [];
  const at = element.getBoundingClientRect();
  const scroller = element.parentElement.closest("flt-semantics[role=group]");
  const edges = scroller ? scroller.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  return [{ role, name: name || element.parentElement.getAttribute("aria-label") || "",
    left: at.left, top: at.top, width: at.width, height: at.height, top_edge: edges.top,
    bottom_edge: edges.bottom, is_live: element.closest("[aria-live]") !== null }];
})
"""

CONTROLS = {"button", "tab", "switch", "checkbox", "radio", "slider", "link", "textbox", "input", "textarea"}
FLUTTERS_OWN = {
    "meta-viewport": "Flutter writes this element; text grows with the browser's own setting",
    "region": "Flutter has no landmarks",
    "scrollable-region-focusable": "the arrow keys scroll the player, wherever the focus is: test_large_text",
    "color-contrast": "the words are drawn on a canvas: tests/ui and test_player_pictures measure them",
}
"""Rules of axe-core that say nothing of this app, with the reason."""

ICON_CODE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@dataclass(frozen=True)
class Node:
    """One thing that is read out, with its place in pixels and the edges between which it scrolls."""

    role: str
    name: str
    left: float
    top: float
    width: float
    height: float
    top_edge: float
    bottom_edge: float
    is_live: bool

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    @property
    def is_control(self) -> bool:
        """Whether one can do something with it."""
        return self.role in CONTROLS

    @property
    def is_whole(self) -> bool:
        """Whether no edge of what it scrolls in cuts it, so that its place is all of it."""
        return self.top > self.top_edge + SLACK and self.bottom < self.bottom_edge - SLACK

    @property
    def in_view(self) -> "Node":
        """What of it the edges leave to see."""
        top, bottom = max(self.top, self.top_edge), min(self.bottom, self.bottom_edge)
        return replace(self, top=top, height=max(bottom - top, 0))

    def overlaps(self, other: "Node") -> bool:
        """Whether one lies over the other."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > SLACK and min(self.bottom, other.bottom) - max(self.top, other.top) > SLACK


def read(page: Page) -> list[Node]:
    """Everything that is read out, in the order of reading."""
    return [Node(**found) for found in page.evaluate(READ)]


def faults(page: Page) -> list[str]:
    """What is wrong with the page at this moment; each fault in one line."""
    nodes = read(page)
    width = page.viewport_size["width"] if page.viewport_size else 0
    seen = [node.in_view for node in nodes if node.in_view.height]
    return [*_of_page(page, nodes), *_of_names(nodes), *_of_places(seen, width)]


def without_faults(page: Page, look: Callable[[Page], list[str]] = faults) -> list[str]:
    """Wait until nothing is wrong with the page, by that look at it; gives what is still wrong at the end."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    found = look(page)
    while found and time.monotonic() < deadline:
        found = look(page)
    return found


def told(page: Page) -> list[str]:
    """What screen readers are told at this moment, without being asked."""
    live = "[...document.querySelectorAll('[aria-live]')].map((element) => element.textContent.trim())"
    return [words for words in page.evaluate(live) if words]


def _of_page(page: Page, nodes: list[Node]) -> Iterator[str]:
    if not page.evaluate("document.documentElement.lang").startswith("en"):
        yield "the page does not say its language"
    if page.title() != "Routine App":
        yield f"the page's title is {page.title()!r}"
    headings = [node.name for node in nodes if node.role == "heading"]
    if len(headings) != 1:
        yield f"there is not one heading but {headings}"


def _of_names(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if not node.name:
            yield f"a {node.role} at {node.left:.0f}, {node.top:.0f} has no name"
        if ICON_CODE.search(node.name):
            yield f"a {node.role} is named by the code of its icon: {node.name!r}"
        if node.is_live:
            yield f"{node.name!r} is told each time it changes"
    named = Counter((node.role, node.name) for node in nodes if node.is_control)
    yield from (
        f"{count} of role {role} are named {name!r}" for (role, name), count in named.items() if count > 1
    )


def _of_places(nodes: list[Node], width: int) -> Iterator[str]:
    for node in nodes:
        if node.left < -SLACK or node.right > width + SLACK:
            yield f"{node.name!r} is beyond the edge: {node.left:.0f} to {node.right:.0f}"
        if node.is_control and node.is_whole and min(node.width, node.height) < TARGET - 0.5:
            yield f"{node.name!r} is too small to hit: {node.width:.0f} by {node.height:.0f}"
    for one, following in pairwise(nodes):
        is_below = following.bottom <= one.top + SLACK
        if is_below and min(one.right, following.right) - max(one.left, following.left) > SLACK:
            yield f"{following.name!r} is read after {one.name!r} but stands above it"
    for place, one in enumerate(nodes):
        overlapping = (other for other in nodes[place + 1 :] if one.overlaps(other))
        yield from (f"{one.name!r} and {other.name!r} overlap" for other in overlapping)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page, each in one line."""
    options = {"rules": {rule: {"enabled": False} for rule in FLUTTERS_OWN}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html'][:200]}" for one in found]
