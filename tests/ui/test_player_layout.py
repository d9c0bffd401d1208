"""Whether the player's parts fit the screen, whatever its size."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.ui.player_layout import (
    MARGIN,
    NEXT_HEIGHT,
    SEGMENTS_HEIGHT,
    TOP_BAR_HEIGHT,
    WIDEST,
    PlayerLayout,
    player_layout,
)
from routine_app.ui.player_words import DIGIT_SHARES
from routine_app.ui.sleep_question import BUTTON_HEIGHT
from routine_app.ui.theme import SMALLEST_WINDOW, TOUCH_TARGET

LINE = 1.2
"""The height of a line of text as a share of its size (Roboto: 1.17)."""

PHONES = [(320, 568), (360, 640), (360, 780), (375, 667), (390, 844), (412, 915), (430, 932)]
PHONES_ON_THEIR_SIDES = [(height, width) for width, height in PHONES]
WINDOWS = [
    SMALLEST_WINDOW,
    (360, 500),
    (480, 700),
    (600, 600),
    (600, 800),
    (640, 480),
    (768, 1024),
    (800, 500),
    (1024, 576),
    (1024, 768),
    (1280, 600),
    (1280, 720),
    (1366, 768),
    (1440, 900),
    (1920, 1080),
    (1080, 1920),
    (2560, 1440),
]

screens = st.tuples(st.integers(320, 2560), st.integers(480, 1440))
heading_gap = 4
"""Between the name and the side."""


def heading_height(layout: PlayerLayout) -> float:
    """The figure, or the name on one line with the side below it."""
    return max(layout.figure, layout.name_size * LINE + heading_gap + layout.side_size * LINE)


def height_needed(layout: PlayerLayout) -> float:
    """The heights of all the parts and of what is between them, to the lower edge."""
    lower = layout.cue_height + NEXT_HEIGHT + layout.main_button
    top = TOP_BAR_HEIGHT + layout.gap + SEGMENTS_HEIGHT + layout.gap
    if layout.is_two_columns:
        left = heading_height(layout) + lower + 3 * layout.gap
        return top + max(left, layout.ring) + layout.gap
    return top + heading_height(layout) + layout.ring + lower + 4 * layout.gap + layout.gap


def width_needed(layout: PlayerLayout) -> float:
    """The width of the row of buttons, and of the two columns where there are two."""
    buttons = 2 * layout.button + 96 + 96 + 3 * 8  # a word with its padding is at most 96 wide
    if not layout.is_two_columns:
        return max(buttons, layout.ring)
    return 2 * max(buttons, layout.ring) + 2 * layout.gap


@pytest.mark.parametrize(("width", "height"), PHONES + PHONES_ON_THEIR_SIDES + WINDOWS)
def test_the_parts_fit_common_screens(width: int, height: int) -> None:
    """From the top bar to the lower edge, nothing is cut off."""
    layout = player_layout(width, height)
    assert height_needed(layout) <= height + 1e-6
    assert layout.width + 2 * MARGIN <= width


def test_the_parts_fit_every_screen() -> None:
    """A grid over all that a window can be."""
    grid = product(range(320, 2561, 40), range(480, 1441, 20))
    too_high = [size for size in grid if height_needed(player_layout(*size)) > size[1] + 1e-6]
    assert too_high == []


@given(screens)
def test_the_parts_fit_odd_screens(size: tuple[int, int]) -> None:
    """Sizes between those of the grid."""
    assert height_needed(player_layout(*size)) <= size[1] + 1e-6


@given(screens)
def test_the_columns_fit_beside_each_other(size: tuple[int, int]) -> None:
    """Each column has half of the width, and the ring is no wider."""
    layout = player_layout(*size)
    columns = 2 if layout.is_two_columns else 1
    assert layout.ring <= (layout.width - 2 * layout.gap * (columns - 1)) / columns


@given(screens)
def test_everything_can_be_hit(size: tuple[int, int]) -> None:
    """Touch targets are at least 48 pixels both ways."""
    layout = player_layout(*size)
    assert min(layout.button, layout.main_button, TOP_BAR_HEIGHT, BUTTON_HEIGHT) >= TOUCH_TARGET


@given(screens)
def test_it_is_never_wider_than_can_be_seen_at_once(size: tuple[int, int]) -> None:
    """On a large desktop the player stays in the middle."""
    assert player_layout(*size).width <= WIDEST - 2 * MARGIN


@pytest.mark.parametrize(("width", "height"), PHONES + PHONES_ON_THEIR_SIDES)
def test_the_digits_are_large_on_phones(width: int, height: int) -> None:
    """At least three tenths of the shorter side, to be read from two metres."""
    assert player_layout(width, height).ring * DIGIT_SHARES[2] >= 0.3 * min(width, height)


def test_digits_on_a_phone_are_as_large_as_was_drawn() -> None:
    """At least 138 pixels on 390 by 844."""
    assert player_layout(390, 844).ring * DIGIT_SHARES[2] >= 138


@pytest.mark.parametrize(("width", "height"), [*PHONES_ON_THEIR_SIDES, (640, 480), (1024, 768), (2560, 1440)])
def test_two_columns_where_the_screen_is_wide(width: int, height: int) -> None:
    """Desktops, and phones on their sides."""
    assert player_layout(width, height).is_two_columns


@pytest.mark.parametrize(("width", "height"), [*PHONES, (600, 600), (560, 520), (768, 1024), (1080, 1920)])
def test_one_column_where_it_is_not(width: int, height: int) -> None:
    """Phones and tablets upright, and a square window."""
    assert not player_layout(width, height).is_two_columns


def test_the_ring_grows_with_the_screen() -> None:
    """A higher phone has no smaller ring, from where the larger words begin."""
    rings = [player_layout(390, height).ring for height in range(760, 1000, 10)]
    assert rings == sorted(rings)
