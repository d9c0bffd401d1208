"""Pictures of the user's own in the player: mirrored or not, and such as cannot be drawn."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.e2e.phone import Phone
from tests.e2e.pixels import Drawn, colour, draw
from tests.e2e.server import server

pytestmark = pytest.mark.browser

PATIENCE_SECONDS = 20.0
INK = "#123456"
"""A colour that nothing else on the page has."""
OTHER_INK = "#654321"
QUIET = "#5D6B6E"
FLET_ERROR = "#F44336"
"""The ground of the box that Flet shows for what it cannot."""

ROUTINE = """\
title: Own pictures
get_ready: 0
stretches:
  - {name: Arrow, sides: each, hold: 5m, figure: arrow}
  - {name: Lean, sides: each, hold: 5m, figure: lean.svg}
  - {name: Broken, hold: 5m, figure: broken}
  - {name: Wrong, hold: 5m, figure: wrong}
  - {name: Script, hold: 5m, figure: script}
"""


def drawing(ink: str, path: str, more: str = "") -> str:
    """An SVG with one shape."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'{more}<path d="{path}" fill="{ink}"/></svg>'
    )


ARROW = "M10 50 L50 10 L50 40 L90 40 L90 60 L50 60 L50 90 Z"
FILES = {
    "own.yaml": ROUTINE,
    "arrow.svg": drawing(INK, ARROW),
    "lean-left.svg": drawing(INK, ARROW),
    "lean-right.svg": drawing(OTHER_INK, ARROW),
    "broken.svg": "<svg viewBox='0 0 1 1'><circle",
    "wrong.svg": drawing(INK, "M no numbers"),
    "script.svg": drawing(
        INK,
        ARROW,
        "<script>fetch('/told-by-script')</script><image href='/told-by-image.png' width='9' height='9'/>",
    ),
}


@pytest.fixture
def phone(context: BrowserContext, tmp_path: Path) -> Iterator[Phone]:
    """Open the app with these files beside the user's routine, and begin it."""
    folder = tmp_path / "routines"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with server(tmp_path) as (served, _):
        phone = Phone(context.new_page(), served.url)
        phone.open()
        phone.start("Own pictures")
        yield phone


def places(drawn: Drawn, *inks: str) -> set[tuple[int, int]]:
    """Where these colours are."""
    return drawn.places({colour(ink) for ink in inks})


def seen(phone: Phone, is_so: Callable[[Drawn], bool]) -> Drawn:
    """Look at the page until it is so: what is on it may be drawn a moment after it is told."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        drawn = draw(phone.page, phone.page.screenshot(), "image/png")
        if is_so(drawn):
            return drawn
    raise AssertionError("the page never looked like that")


def is_one_arrow(drawn: Drawn) -> bool:
    """Whether a single arrow is drawn, as wide as it is high; the page before the player has several."""
    ink = places(drawn, INK)
    width, height = (max(axis) - min(axis) for axis in zip(*ink, strict=True)) if ink else (0, 9)
    return -2 <= width - height <= 2


def mirror_image(points: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The points mirrored within the box that they fill."""
    ends = min(x for x, _ in points) + max(x for x, _ in points)
    return {(ends - x, y) for x, y in points}


def test_own_pictures_in_the_player(phone: Phone) -> None:
    """One picture is mirrored for the right, two are shown as they are, and a bad one spoils nothing."""
    errors: list[str] = []
    asked: list[str] = []
    phone.page.on("pageerror", lambda error: errors.append(str(error)))
    phone.page.on("request", lambda request: asked.append(request.url))

    phone.sees("Left side")
    left = places(seen(phone, is_one_arrow), INK)
    skip_to(phone, "Right side")
    in_mirror = mirror_image(left)
    seen(phone, lambda drawn: len(places(drawn, INK) ^ in_mirror) < 0.03 * len(left))

    skip_to(phone, "Lean")
    seen(phone, lambda drawn: len(places(drawn, INK) ^ left) < 0.03 * len(left))
    skip_to(phone, "Right side")
    seen(phone, lambda drawn: len(places(drawn, OTHER_INK) ^ left) < 0.03 * len(left))

    skip_to(phone, "Broken")
    seen(phone, lambda drawn: not places(drawn, INK, OTHER_INK, FLET_ERROR))
    skip_to(phone, "Wrong")
    seen(phone, lambda drawn: not places(drawn, INK, FLET_ERROR) and sign_is_seen(drawn, left))
    skip_to(phone, "Script")
    seen(phone, lambda drawn: len(places(drawn, INK)) > 500)
    assert errors == []
    assert [url for url in asked if "told-by" in url] == []


def skip_to(phone: Phone, words: str) -> None:
    """Skip the hold and the gap after it, to what these words tell."""
    phone.tap("Skip")
    phone.tap("Skip")
    phone.sees("Hold")
    phone.sees(words)


def sign_is_seen(drawn: Drawn, place: set[tuple[int, int]]) -> bool:
    """Whether something quiet stands where the picture would."""
    return len(places(drawn, QUIET) & place) > 30
