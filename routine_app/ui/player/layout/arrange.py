"""How large the parts of the player are on a screen of a given size, in logical pixels."""

from dataclasses import replace

from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale
from routine_app.ui.player.layout.compact import compact_layout
from routine_app.ui.player.layout.sizes import (
    BELOW_NAME,
    CUE_LINE,
    DIGITS_SHARE,
    HEADING_LINE,
    LEAST_LINE,
    MARGIN,
    READABLE_SHARE,
    ROOMY_TEXT,
    SEGMENTS_HEIGHT,
    TOP_BAR_HEIGHT,
    WITHOUT_FIGURE,
    PlayerLayout,
    Screen,
    WordSizes,
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


def player_layout(
    width: float, height: float, text_scale: TextScale = AS_DESIGNED, *, has_figure: bool = True
) -> PlayerLayout:
    """The layout for a screen, as large as its parts can be without one being clipped.

    What stands in the room of the figure of a stretch that has none is larger.
    """
    is_wide = width > height and (width >= 600 or height < 480)  # noqa: PLR2004 (a square desktop window reads best as one column)
    full_width, full_height = FULL_TWO_COLUMNS if is_wide else FULL_COLUMN
    zoom = max(1.0, min(width / full_width, height / full_height))
    growth = min(text_scale.words, LARGEST_TEXT)
    least_digits = READABLE_SHARE * min(width, height) / zoom
    screen = Screen(min(width / zoom, full_width), height / zoom, least_digits, growth, is_wide, has_figure)
    return replace(enlarged(_arranged(screen), zoom), text_scale=text_scale)


def _arranged(screen: Screen) -> PlayerLayout:
    """The roomy layout, or where words or digits would suffer in it the compact one."""
    roomy = _two_columns(screen) if screen.is_wide else _one_column(screen)
    is_readable = roomy.ring * DIGITS_SHARE >= screen.least_digits
    buttons_column = roomy.width / 2 - roomy.gap if screen.is_wide else roomy.width
    has_room = roomy.buttons_width <= buttons_column and (
        not screen.is_wide or roomy.heading >= _words_height(roomy)
    )
    return roomy if screen.growth <= ROOMY_TEXT and is_readable and has_room else compact_layout(screen)


def _one_column(screen: Screen) -> PlayerLayout:
    height, growth, content = screen.height, screen.growth, screen.width - 2 * MARGIN
    is_small, words = screen.is_small, _roomy_words(screen)
    small_figure = 96 if height >= 640 else 76  # noqa: PLR2004 (lower than that the digits need the room)
    figure = small_figure if is_small else min(height * 0.185, content * 0.42, 200)
    layout = PlayerLayout(
        is_two_columns=False,
        width=content,
        figure=figure if screen.has_figure else 0,
        heading=_heading(screen, figure),
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
    widest = content * (0.9 if screen.has_figure else 1)
    ring = min(height - _height_without_ring(layout), widest, 560)
    return _with_ring(layout, ring, growth)


def _height_without_ring(layout: PlayerLayout) -> float:
    heading = max(layout.heading, _words_height(layout))
    lower = layout.cue_height + layout.line_height + layout.buttons_height
    return TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + heading + lower + 7 * layout.gap


def _words_height(layout: PlayerLayout) -> float:
    """What stands beside the figure: the name, which takes one line, and the side."""
    return (layout.words.name + layout.words.side) * HEADING_LINE + BELOW_NAME


def _heading(screen: Screen, figure: float) -> float:
    """How high the heading may be: as the figure, or without one as a name of two lines and the side."""
    if screen.has_figure:
        return figure
    words = screen.words
    return min(figure, (2 * words.name + words.side) * HEADING_LINE + BELOW_NAME)


def _roomy_words(screen: Screen) -> WordSizes:
    """The words of a screen; the cue is larger where no figure stands."""
    words = screen.words
    return words if screen.has_figure or screen.is_small else replace(words, cue=words.cue * WITHOUT_FIGURE)


def _two_columns(screen: Screen) -> PlayerLayout:
    is_small, words = screen.is_small, _roomy_words(screen)
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
    lower = layout.line_height + layout.buttons_height + 3 * gap
    figure = min(layout.figure, below_top - lower - layout.cue_height)
    heading = _heading(screen, figure)
    layout = replace(
        layout,
        figure=figure if screen.has_figure else 0,
        heading=heading,
        cue_height=below_top - lower - heading,
    )
    ring = min(below_top, column)
    return _with_ring(layout, ring, growth)


def _with_ring(layout: PlayerLayout, ring: float, growth: float) -> PlayerLayout:
    """Give it a ring; the longest phase, "Switch sides", stays inside it."""
    ring = max(ring, 120)
    as_designed = 22 if ring >= 240 else 17  # noqa: PLR2004 (a roomy ring)
    phase = max(min(as_designed * growth, ring * 0.11), LEAST_LINE)
    return replace(layout, ring=ring, words=replace(layout.words, phase=phase))
