"""Whether the player's parts fit the screen, whatever its size and however large its text."""

from dataclasses import astuple
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.theme import SMALLEST_WINDOW, TOUCH_TARGET
from routine_app.ui.player.layout.arrange import FULL_COLUMN, player_layout
from routine_app.ui.player.layout.sizes import (
    CUE_LINE,
    HEADING_LINE,
    MARGIN,
    READABLE_SHARE,
    SEGMENTS_HEIGHT,
    SWITCH_EMS,
    TOP_BAR_HEIGHT,
    PlayerLayout,
)

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
    (900, 900),
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
SCALES = [1.0, 1.15, 1.25, 1.3, 1.5, 2.0, 3.0]
"""What systems let one choose; beyond twice the player's words grow no more."""

screens = st.tuples(st.integers(320, 2560), st.integers(480, 1440))
"""Windows, and phones upright."""
low_screens = st.tuples(st.integers(568, 2560), st.integers(320, 480))
"""Phones on their sides."""
scales = st.floats(0.8, 3.5).map(lambda scale: TextScale(scale, scale))
HEADING_GAP = 4
"""Between the name and the side."""


def roomy_height(layout: PlayerLayout) -> float:
    """The heights of all the parts and of what is between them, to the lower edge; the name takes a line."""
    name_and_side = (layout.words.name + layout.words.side) * HEADING_LINE + HEADING_GAP
    heading = max(layout.figure, layout.heading, name_and_side)
    lower = layout.cue_height + layout.line_height + layout.buttons_height
    top = TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + 2 * layout.gap
    if layout.is_two_columns:
        return top + max(heading + lower + 3 * layout.gap, layout.ring) + layout.gap
    return top + heading + layout.ring + lower + 4 * layout.gap + layout.gap


def compact_height(layout: PlayerLayout) -> float:
    """The same of what does not scroll, with a name of two lines and a line of the cue."""
    name = max(layout.words.name * HEADING_LINE * 2, 0 if layout.figure_scrolls else layout.figure)
    lower = layout.words.cue * CUE_LINE + layout.buttons_height
    top = TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + 2 * layout.gap
    if layout.is_two_columns:
        right = layout.ring + 2 * layout.words.side * HEADING_LINE
        return top + max(name + lower + 2 * layout.gap, right) + layout.gap
    return top + name + layout.ring + lower + 3 * layout.gap + layout.gap


def height_needed(layout: PlayerLayout) -> float:
    """How high the screen must be, in logical pixels."""
    return compact_height(layout) if layout.is_compact else roomy_height(layout)


def digits(layout: PlayerLayout) -> float:
    """How high two digits are, in logical pixels."""
    return layout.ring * layout.digits_share


def test_the_parts_fit_common_screens() -> None:
    """With text of each size, from the top bar to the lower edge and from side to side, nothing is cut off."""
    cases = [(*size, scale) for size, scale in product(PHONES + PHONES_ON_THEIR_SIDES + WINDOWS, SCALES)]
    needed = {case: size_needed(*case) for case in cases}
    assert {
        (width, height, scale): (wide, high)
        for (width, height, scale), (wide, high) in needed.items()
        if wide > width + 1e-6 or high > height + 1e-6
    } == {}


def size_needed(width: int, height: int, scale: float) -> tuple[float, float]:
    """How wide and how high the screen of that size must be for its layout, in logical pixels."""
    layout = player_layout(width, height, TextScale(scale, scale))
    return layout.width + 2 * MARGIN, height_needed(layout)


def test_the_parts_fit_every_screen() -> None:
    """A grid over all that a window can be."""
    grid = product(range(320, 2561, 40), range(480, 1441, 20))
    too_high = [size for size in grid if height_needed(player_layout(*size)) > size[1] + 1e-6]
    assert too_high == []


@given(size=screens | low_screens, scale=scales, has_figure=st.booleans())
@example(size=(670, 320), scale=TextScale(1.25, 1.25), has_figure=True)
def test_the_parts_fit_odd_screens(size: tuple[int, int], scale: TextScale, *, has_figure: bool) -> None:
    """Sizes between those of the grid, text of any size, and stretches without a figure."""
    assert height_needed(player_layout(*size, scale, has_figure=has_figure)) <= size[1] + 1e-6


@given(size=screens | low_screens, scale=scales, has_figure=st.booleans())
def test_no_words_are_smaller_than_can_be_read(
    size: tuple[int, int], scale: TextScale, *, has_figure: bool
) -> None:
    """At least 14 pixels as they are seen; and the name has room for a line."""
    layout = player_layout(*size, scale, has_figure=has_figure)
    assert min(astuple(layout.words)) >= min(14, 15 * scale.words) - 1e-6
    assert layout.name_height >= layout.words.name * HEADING_LINE - 1e-6


@given(size=screens | low_screens, scale=scales, has_figure=st.booleans())
def test_the_columns_fit_beside_each_other(
    size: tuple[int, int], scale: TextScale, *, has_figure: bool
) -> None:
    """The ring is no wider than its column, and what stands beside it has its room."""
    layout = player_layout(*size, scale, has_figure=has_figure)
    assert layout.ring <= layout.ring_column
    assert layout.column + 1e-6 >= (0 if layout.is_two_columns else layout.ring)
    if layout.is_compact and not layout.is_two_columns:
        assert layout.ring + SWITCH_EMS * layout.words.side <= layout.width
    if not layout.has_button_rows:
        assert layout.buttons_width <= layout.column + 1e-6


@given(screens | low_screens, scales)
def test_the_digits_can_be_read_from_two_metres(size: tuple[int, int], scale: TextScale) -> None:
    """On every screen of 320 pixels and more both ways they are three tenths of its shorter side."""
    assert digits(player_layout(*size, scale)) >= READABLE_SHARE * min(size) - 1e-6


@given(screens | low_screens, scales)
def test_everything_can_be_hit(size: tuple[int, int], scale: TextScale) -> None:
    """Touch targets are at least 48 pixels both ways."""
    layout = player_layout(*size, scale)
    heights = (layout.button, layout.add_button, layout.main_button, layout.question_button)
    assert min(*heights, TOP_BAR_HEIGHT) >= TOUCH_TARGET


@given(st.sampled_from(PHONES + PHONES_ON_THEIR_SIDES + [(1280, 720), (1920, 1080)]), st.floats(1, 2))
def test_larger_text_is_larger_everywhere(size: tuple[int, int], scale: float) -> None:
    """What one reads up close grows in full; side, phase and name as far as they have room."""
    as_designed, grown = player_layout(*size), player_layout(*size, TextScale(scale, scale))
    assert grown.words.cue == pytest.approx(as_designed.words.cue * scale)
    assert grown.words.line == pytest.approx(as_designed.words.line * scale)
    assert grown.words.main_button == pytest.approx(as_designed.words.main_button * scale)
    assert grown.words.name >= as_designed.words.name - 1e-6
    assert grown.words.side >= as_designed.words.side - 1e-6


def test_in_a_squat_window_words_grow_less() -> None:
    """There the digits and the buttons need the room."""
    assert player_layout(430, 480, TextScale(2, 2)).words.cue < 2 * player_layout(430, 480).words.cue


def test_words_grow_to_twice_their_size() -> None:
    """What a system asks for beyond that would leave no room for the digits."""
    assert player_layout(320, 568, TextScale(3, 3)).words == player_layout(320, 568, TextScale(2, 2)).words


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844), (640, 360)])
def test_twice_the_size_needs_the_compact_layout(width: int, height: int) -> None:
    """And text as designed does not."""
    assert player_layout(width, height, TextScale(2, 2)).is_compact
    assert not player_layout(width, height).is_compact


@pytest.mark.parametrize("size", [(390, 844), (430, 932), (820, 1180)])
def test_the_room_of_a_missing_figure_is_the_rings_and_the_cues(size: tuple[int, int]) -> None:
    """Upright the digits and the cue grow, on a desk the name and the cue have the height."""
    has, lacks = player_layout(*size), player_layout(*size, has_figure=False)
    assert digits(lacks) > digits(has)
    assert lacks.words.cue > has.words.cue
    assert lacks.name_width == lacks.column > has.name_width


@pytest.mark.parametrize("size", [(844, 390), (1280, 800)])
def test_beside_the_ring_the_cue_has_all_the_height_that_is_left(size: tuple[int, int]) -> None:
    """Between the heading and what comes next; without a figure it has more."""
    layout = player_layout(*size)
    assert 0.97 * size[1] <= roomy_height(layout) <= size[1] + 1e-6
    assert player_layout(*size, has_figure=False).cue_height >= layout.cue_height


def test_digits_on_a_phone_are_as_large_as_was_drawn() -> None:
    """At least 138 pixels on 390 by 844."""
    assert digits(player_layout(390, 844)) >= 138


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


def test_a_large_window_is_a_smaller_one_drawn_larger() -> None:
    """All that is read grows alike; what is pressed grows by half of that."""
    width, height = FULL_COLUMN
    full, twice = player_layout(width, height), player_layout(2 * width, 2 * height)
    assert (twice.ring, twice.words.name, twice.figure) == (
        2 * full.ring,
        2 * full.words.name,
        2 * full.figure,
    )
    assert twice.main_button == 1.5 * full.main_button
    assert twice.is_compact is full.is_compact
