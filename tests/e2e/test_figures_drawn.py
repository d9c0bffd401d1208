"""The figures as a browser draws them: small and large, by day and by night, for both sides."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from routine_app.data.figures import FolderFigures
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.data.routines.library import FolderRoutines
from routine_app.ui.kit import theme
from routine_app.ui.kit.figure import coloured
from tests.e2e.pixels import Colour, Drawn, colour, contrast, distance, draw

pytestmark = pytest.mark.browser

FIGURES = assets_folder() / "figures"
NEAR, FAR, WORKED, GROUND = theme.FIGURE_COLOURS_DARK
SMALL, LARGE = 48, 480
BODY = (NEAR, FAR, WORKED)
NEARLY = 32
"""So far may a point on a soft edge be from its colour, of 255."""
FILLED = ((0, 0.5, 0.5, 1), (0.5, 0.5, 1, 1), (0.25, 0.25, 0.75, 1))
"""Both lower quarters and the middle: left, top, right and bottom as shares of the card."""


@dataclass(frozen=True)
class Shown:
    """A figure on its card, for the side that it was drawn for and for the other."""

    drawn: Drawn
    mirrored: Drawn
    counts: Counter[Colour]
    card: Colour
    is_dark: bool

    def colour(self, light: str) -> Colour:
        """What one of the four colours is on this card."""
        return colour(theme.FIGURE_COLOURS_DARK[light] if self.is_dark else light)


Pictures = dict[str, Shown]
"""What the browser drew, by figure, time of day and size."""


@pytest.fixture(scope="module")
def pictures(browser: Browser) -> Pictures:
    """Draw every figure small and large, by day and by night, once for all the tests."""
    cases = product(shipped_figures(), (False, True), (SMALL, LARGE))
    with browser.new_page() as page:
        return {
            f"{name} by {'night' if is_dark else 'day'} in {side} points": show(
                page, name, side, is_dark=is_dark
            )
            for name, is_dark, side in cases
        }


def shipped_figures() -> list[str]:
    """What the stretches of the shipped routines name, and what lies in the folder."""
    nowhere = Path("no folder of a user")
    routines = [entry.routine for entry in FolderRoutines(shipped_routines_folder(), nowhere).entries()]
    named = {str(stretch.figure) for routine in routines if routine for stretch in routine.stretches}
    return sorted(named | {path.stem for path in FIGURES.iterdir()})


def show(page: Page, name: str, side: int, *, is_dark: bool) -> Shown:
    """What the browser makes of a figure, in the colours that the app gives it."""
    picture = FolderFigures(FIGURES, FIGURES).find(name)
    assert isinstance(picture, str), f"there is no figure {name}"
    svg, card = str(coloured(picture, is_dark=is_dark)).encode(), card_colour(is_dark=is_dark)
    drawn, mirrored = (
        draw(page, svg, "image/svg+xml", side, card, is_mirrored=is_mirrored) for is_mirrored in (False, True)
    )
    return Shown(drawn, mirrored, drawn.counts(), colour(card), is_dark)


def card_colour(*, is_dark: bool) -> str:
    """What the card of a figure is painted with."""
    scheme = (theme.dark_theme() if is_dark else theme.light_theme()).color_scheme
    assert scheme is not None
    assert isinstance(scheme.surface_container_lowest, str)
    return scheme.surface_container_lowest


def faults(pictures: Pictures, rule: Callable[[Shown], Iterator[str]]) -> dict[str, list[str]]:
    """What breaks a rule, by picture: nothing for one that keeps it."""
    assert pictures, "nothing was drawn"
    return {name: found for name, shown in pictures.items() if (found := list(rule(shown)))}


def test_it_fills_its_card_and_keeps_off_the_edge(pictures: Pictures) -> None:
    """Both lower quarters and the middle have something of it, the outermost fiftieth nothing."""
    assert faults(pictures, what_is_misplaced) == {}


def what_is_misplaced(shown: Shown) -> Iterator[str]:
    """What is empty but should not be, what lies at an edge, and a body that is too small."""
    drawn = shown.drawn
    for part in FILLED:
        if (share := drawn.share(part, shown.card)) <= 0.06:
            yield f"{share:.3f} of {part} is filled"
    margin = max(1 / len(drawn.rows), 0.02)
    for edge in ((0, 0, 1, margin), (0, 1 - margin, 1, 1), (0, 0, margin, 1), (1 - margin, 0, 1, 1)):
        if share := drawn.share(edge, shown.card):
            yield f"{share:.3f} of {edge} is filled"
    body = {shown.colour(light) for light in BODY}
    length = max(extent(drawn.rows, body), extent(list(zip(*drawn.rows, strict=True)), body))
    if length < 0.55 * len(drawn.rows):
        yield f"the body is {length} points long"


def extent(lines: Sequence[Sequence[Colour]], colours: set[Colour]) -> int:
    """How far the last line that has one of the colours is from the first."""
    found = [at for at, line in enumerate(lines) if not colours.isdisjoint(line)]
    return found[-1] - found[0] if found else 0


def test_the_body_stands_out(pictures: Pictures) -> None:
    """What was drawn most after the card is the near body; each colour has 3:1 (WCAG 2.2, 1.4.11)."""
    assert faults(pictures, what_is_faint) == {}


def what_is_faint(shown: Shown) -> Iterator[str]:
    """What is more than card and body, and the colours that have too little contrast."""
    near, far = shown.colour(NEAR), shown.colour(FAR)
    most = [colour for colour, _ in shown.counts.most_common(2)]
    if most != [shown.card, near]:
        yield f"most is {[f'{colour:x}' for colour in most]}"
    yield from (light for light in BODY if contrast(shown.colour(light), shown.card) < 3)
    if contrast(near, far) < 3:
        yield "near against far"


def test_the_worked_muscle_is_seen(pictures: Pictures) -> None:
    """A good part of the body, neither a speck nor all of it; on the smallest card 12 points at least."""
    assert faults(pictures, what_muscle_is_odd) == {}


def what_muscle_is_odd(shown: Shown) -> Iterator[str]:
    """How many points of how many the muscle has, if these are too few or too many."""
    muscle, near, far = (points_like(shown, light) for light in (WORKED, NEAR, FAR))
    body = muscle + near + far
    if not (0.06 * body <= muscle <= 0.35 * body and muscle >= 12):
        yield f"{muscle} points of {body}"


def points_like(shown: Shown, light: str) -> int:
    """How many points have one of the four colours, or are nearly all of it."""
    wanted = shown.colour(light)
    return sum(count for of, count in shown.counts.items() if distance(of, wanted) <= NEARLY)


def test_the_other_side_is_its_mirror_image(pictures: Pictures) -> None:
    """Point for point, but for how a browser rounds the softness of an edge."""
    assert faults(pictures, what_is_no_mirror_image) == {}


def what_is_no_mirror_image(shown: Shown) -> Iterator[str]:
    """How far a point is from the one in the mirror, if it is another."""
    pairs: set[tuple[Colour, Colour]] = set()
    for row, other in zip(shown.drawn.mirrored().rows, shown.mirrored.rows, strict=True):
        if row != other:
            pairs.update(zip(row, other, strict=True))
    farthest = max((distance(*pair) for pair in pairs), default=0)
    if farthest >= NEARLY:
        yield f"{farthest} of 255 from the mirror image"
