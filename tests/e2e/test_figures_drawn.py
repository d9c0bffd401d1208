"""The figures as a browser draws them: small and large, by day and by night, for both sides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routine_app.data.library import FolderLibrary
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.pictures import FolderPictures
from routine_app.ui import theme
from routine_app.ui.figure import coloured
from tests.e2e.pixels import Colour, Drawn, colour, contrast, distance, draw

pytestmark = pytest.mark.browser

FIGURES = assets_folder() / "figures"
NEAR, FAR, WORKED, GROUND = theme.FIGURE_COLOURS_DARK
SMALL, LARGE = 48, 480
BODY = (NEAR, FAR, WORKED)
NEARLY = 32
"""So far may a point on a soft edge be from its colour, of 255."""


def shipped_figures() -> list[str]:
    """What the stretches of the shipped routines name, and what lies in the folder."""
    nowhere = Path("no folder of a user")
    routines = [entry.routine for entry in FolderLibrary(shipped_routines_folder(), nowhere).entries()]
    named = {str(stretch.figure) for routine in routines if routine for stretch in routine.stretches}
    return sorted(named | {path.stem for path in FIGURES.iterdir()})


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page for all drawings."""
    opened = browser.new_page()
    yield opened
    opened.close()


class Shown:
    """A figure on its card."""

    def __init__(self, page: Page, name: str, side: int, *, is_dark: bool) -> None:
        picture = FolderPictures(FIGURES, FIGURES).find(name)
        assert isinstance(picture, str), f"there is no figure {name}"
        scheme = (theme.dark_theme() if is_dark else theme.light_theme()).color_scheme
        assert scheme is not None
        assert isinstance(scheme.surface_container_lowest, str)
        self._page, self._side, self._card = page, side, scheme.surface_container_lowest
        self._svg = str(coloured(picture, is_dark=is_dark)).encode()
        self._is_dark = is_dark
        self.card = colour(self._card)

    def drawn(self, *, is_mirrored: bool = False) -> Drawn:
        """What the browser makes of it."""
        return draw(self._page, self._svg, "image/svg+xml", self._side, self._card, is_mirrored=is_mirrored)

    def shades(self, light: str) -> set[Colour]:
        """One of the four colours, and what a point is like that is nearly all of it."""
        return {of for of in self.drawn().counts() if distance(of, self.colour(light)) <= NEARLY}

    def colour(self, light: str) -> Colour:
        """What one of the four colours is on this card."""
        return colour(theme.FIGURE_COLOURS_DARK[light] if self._is_dark else light)


@pytest.fixture(params=shipped_figures())
def name(request: pytest.FixtureRequest) -> str:
    """Name a figure."""
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["day", "night"])
def is_dark(request: pytest.FixtureRequest) -> bool:
    """Tell day from night."""
    return bool(request.param)


@pytest.fixture(params=[SMALL, LARGE])
def shown(request: pytest.FixtureRequest, page: Page, name: str, *, is_dark: bool) -> Shown:
    """Put a figure on its card."""
    return Shown(page, name, request.param, is_dark=is_dark)


def test_it_fills_its_card_and_keeps_off_the_edge(shown: Shown) -> None:
    """Both lower quarters and the middle have something of it, the outermost fiftieth nothing."""
    drawn, blank = shown.drawn(), shown.card
    for part in ((0, 0.5, 0.5, 1), (0.5, 0.5, 1, 1), (0.25, 0.25, 0.75, 1)):
        assert drawn.share(part, blank) > 0.06
    margin = max(1 / len(drawn.rows), 0.02)
    for edge in ((0, 0, 1, margin), (0, 1 - margin, 1, 1), (0, 0, margin, 1), (1 - margin, 0, 1, 1)):
        assert drawn.share(edge, blank) == 0
    body = drawn.places({shown.colour(light) for light in BODY})
    longest = max(max(axis) - min(axis) for axis in zip(*body, strict=True))
    assert longest >= 0.55 * len(drawn.rows)


def test_the_body_stands_out(shown: Shown) -> None:
    """What was drawn most after the card is the near body; each colour has 3:1 (WCAG 2.2, 1.4.11)."""
    (card, _), (most, _) = shown.drawn().counts().most_common(2)
    assert (card, most) == (shown.card, shown.colour(NEAR))
    assert [light for light in BODY if contrast(shown.colour(light), shown.card) < 3] == []
    assert contrast(shown.colour(NEAR), shown.colour(FAR)) >= 3


def test_the_worked_muscle_is_seen(shown: Shown) -> None:
    """A good part of the body, neither a speck nor all of it; on the smallest card 12 points at least."""
    drawn = shown.drawn()
    muscle, *rest = (len(drawn.places(shown.shades(light))) for light in (WORKED, NEAR, FAR))
    assert 0.06 <= muscle / (muscle + sum(rest)) <= 0.35
    assert muscle >= 12


def test_the_other_side_is_its_mirror_image(shown: Shown) -> None:
    """Point for point, but for how a browser rounds the softness of an edge."""
    mirror, mirrored = shown.drawn().mirrored(), shown.drawn(is_mirrored=True)
    pairs = {
        pair
        for in_mirror, drawn in zip(mirror.rows, mirrored.rows, strict=True)
        for pair in zip(in_mirror, drawn, strict=True)
    }
    assert max(distance(*pair) for pair in pairs) < NEARLY
