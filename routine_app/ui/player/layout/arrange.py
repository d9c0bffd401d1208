"""How large the parts of the player are on a screen of a given size, in logical pixels."""

from dataclasses import replace

from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale
from routine_app.ui.player.layout.compact import compact_layout
from routine_app.ui.player.layout.sizes import (
    CUE_LINE,
    DIGITS_SHARE,
    HEADING_LINE,
    MARGIN,
    READABLE_SHARE,
    ROOMY_TEXT,
    SEGMENTS_HEIGHT,
    TOP_BAR_HEIGHT,
    PlayerLayout,
    Screen,
    button_height,
    enlarged,
)

FULL_TWO_COLUMNS = (1100, 720)
FULL_COLUMN = (640, 900)
"""What is larger than this, both ways, is drawn larger as a whole."""
ROOM_FOR_ICON = 330
"""Narrower than this the main button has its word alone."""

LARGEST_TEXT = 2.0
"""Words grow with the system's setting up to this: WCAG 2.2, 1.4.4."""


def player_layout(width: float, height: float, text_scale: TextScale = AS_DESIGNED) -> PlayerLayout:
    """The layout for a screen, as large as its parts can be without one being clipped."""
    is_wide = width > height and (width >= 600 or height < 480)  # noqa: PLR2004 (a square desktop window reads best as one column)
    full_width, full_height = FULL_TWO_COLUMNS if is_wide else FULL_COLUMN
    zoom = max(1.0, min(width / full_width, height / full_height))
    growth = min(text_scale.words, LARGEST_TEXT)
    least_digits = READABLE_SHARE * min(width, height) / zoom
    screen = Screen(min(width / zoom, full_width), height / zoom, least_digits, growth, is_wide)
    return replace(enlarged(_arranged(screen), zoom), text_scale=text_scale)


def _arranged(screen: Screen) -> PlayerLayout:
    """The roomy layout, or where words or digits would suffer in it the compact one."""
    roomy = _two_columns(screen) if screen.is_wide else _one_column(screen)
    is_readable = roomy.ring * DIGITS_SHARE >= screen.least_digits
    buttons_column = roomy.width / 2 - roomy.gap if screen.is_wide else roomy.width
    has_room = roomy.buttons_width <= buttons_column and (
        not screen.is_wide or roomy.figure >= _words_height(roomy)
    )
    return roomy if screen.growth <= ROOMY_TEXT and is_readable and has_room else compact_layout(screen)


def _one_column(screen: Screen) -> PlayerLayout:
    height, growth, content = screen.height, screen.growth, screen.width - 2 * MARGIN
    is_small, words = screen.is_small, screen.words
    small_figure = 96 if height >= 640 else 76  # noqa: PLR2004 (lower than that the digits need the room)
    layout = PlayerLayout(
        is_two_columns=False,
        width=content,
        figure=small_figure if is_small else min(height * 0.185, content * 0.42, 200),
        words=words,
        cue_height=words.cue * CUE_LINE * 3,
        line_height=24 * max(growth, 1),
        ring_column=content,
        question_width=content,
        question_button=button_height(52, words.main_button),
        main_button=button_height(64 if is_small else 76, words.main_button),
        has_main_icon=content >= ROOM_FOR_ICON * growth,
        button=48 if is_small else 60,
        add_button=button_height(48 if is_small else 60, words.button),
        gap=8 if is_small else 16,
    )
    ring = min(height - _height_without_ring(layout), content * 0.9, 560)
    return _with_ring(layout, ring, growth)


def _height_without_ring(layout: PlayerLayout) -> float:
    heading = max(layout.figure, _words_height(layout))
    lower = layout.cue_height + layout.line_height + layout.buttons_height
    return TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + heading + lower + 7 * layout.gap


def _words_height(layout: PlayerLayout) -> float:
    """What stands beside the figure: the name, which takes one line, and the side."""
    return (layout.words.name + layout.words.side) * HEADING_LINE + 4


def _two_columns(screen: Screen) -> PlayerLayout:
    is_small, words = screen.is_small, screen.words
    content, growth = screen.width - 2 * MARGIN, screen.growth
    gap = 6 if is_small else 20
    column = content / 2 - gap
    layout = PlayerLayout(
        is_two_columns=True,
        width=content,
        figure=84 if is_small else 200,
        words=words,
        cue_height=words.cue * CUE_LINE * (3 if is_small else 4),
        line_height=24 * max(growth, 1),
        ring_column=column,
        question_width=content * 0.42,
        question_button=button_height(52, words.main_button),
        main_button=button_height(56 if is_small else 76, words.main_button),
        has_main_icon=True,
        button=48 if is_small else 60,
        add_button=button_height(48 if is_small else 60, words.button),
        gap=gap,
    )
    below_top = screen.height - TOP_BAR_HEIGHT - SEGMENTS_HEIGHT - 3 * gap
    lower = layout.cue_height + layout.line_height + layout.buttons_height + 3 * gap
    layout = replace(layout, figure=min(layout.figure, below_top - lower))
    ring = min(below_top, column)
    return _with_ring(layout, ring, growth)


def _with_ring(layout: PlayerLayout, ring: float, growth: float) -> PlayerLayout:
    """Give it a ring; the longest phase, "Switch sides", stays inside it."""
    ring = max(ring, 120)
    as_designed = 22 if ring >= 240 else 17  # noqa: PLR2004 (a roomy ring)
    phase = min(as_designed * growth, ring * 0.11)
    return replace(layout, ring=ring, words=replace(layout.words, phase=phase))
