"""The player's sizes where the text is large, or the screen small for the digits."""

from dataclasses import replace

from routine_app.ui.player.layout.sizes import (
    BESIDE_RING,
    CUE_LINE,
    HEADING_LINE,
    LONE_DIGITS_SHARE,
    MARGIN,
    ROOMY_TEXT,
    SEGMENTS_HEIGHT,
    SWITCH_EMS,
    SWITCH_SIDES_EMS,
    TOP_BAR_HEIGHT,
    PlayerLayout,
    Screen,
    button_height,
)

LOW = 560
"""Lower than this a name of two lines must leave room for the rest."""
BETWEEN_SCROLLED = 8
"""Between the cue, what comes next and the time left."""


def compact_layout(screen: Screen) -> PlayerLayout:
    """The layout of a screen; on one too low for its digits and its words, words that grow less."""
    layout = _two_columns(screen) if screen.is_wide else _one_column(screen)
    if screen.growth > 1 and _least_height(layout) > screen.height:
        return compact_layout(replace(screen, growth=max(screen.growth - 0.1, 1)))
    return layout


def _least_height(layout: PlayerLayout) -> float:
    """The height of what does not scroll, with a name of two lines and a line of the cue."""
    parts = layout.words.name * HEADING_LINE * 2 + layout.words.cue * CUE_LINE + layout.buttons_height
    ring = 0 if layout.is_two_columns else layout.ring + layout.gap
    return TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + parts + ring + 5 * layout.gap


def _one_column(screen: Screen) -> PlayerLayout:
    """From the top: the name, the ring with side and phase beside it, what scrolls, the buttons."""
    layout = _without_ring(screen)
    layout = replace(layout, has_button_rows=layout.buttons_width > layout.width)
    least_ring = screen.least_digits / LONE_DIGITS_SHARE
    scrolled = 2 * (layout.words.cue * CUE_LINE + layout.words.line * HEADING_LINE + BETWEEN_SCROLLED)
    name = layout.words.name * HEADING_LINE * 2
    fixed = TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + name + layout.buttons_height + 6 * layout.gap
    beside = SWITCH_EMS * layout.words.side + BESIDE_RING
    ring = max(least_ring, min(screen.height - fixed - scrolled, layout.width - beside))
    side = min(layout.words.side, (layout.width - BESIDE_RING - ring) / SWITCH_EMS)
    return replace(layout, ring=ring, words=replace(layout.words, side=side, phase=side))


def _two_columns(screen: Screen) -> PlayerLayout:
    """The name, what scrolls and the buttons; beside them the ring with side and phase below it."""
    layout = _without_ring(screen)
    least_ring = screen.least_digits / LONE_DIGITS_SHARE
    free = screen.height - TOP_BAR_HEIGHT - SEGMENTS_HEIGHT - 4 * layout.gap
    side = min(layout.words.side, (free - least_ring) / (2 * HEADING_LINE))
    ring = min(free - side * 2 * HEADING_LINE, max(least_ring, layout.width * 0.45))
    column = max(ring, SWITCH_SIDES_EMS * side)
    left = layout.width - column - 2 * layout.gap
    return replace(
        layout,
        ring=ring,
        ring_column=column,
        words=replace(layout.words, side=side, phase=side),
        has_button_rows=layout.buttons_width > left,
        question_width=layout.width * 0.6,
    )


def _without_ring(screen: Screen) -> PlayerLayout:
    words, content = screen.words, screen.width - 2 * MARGIN
    largest_name = 30 if screen.height < LOW else 36 if screen.is_small else 44
    name = min(words.name, largest_name)
    side = min(words.side, name)
    figure_scrolls = screen.growth > ROOMY_TEXT
    figure = (96 if screen.is_small else 160) if figure_scrolls else name * HEADING_LINE * 2
    return PlayerLayout(
        is_two_columns=screen.is_wide,
        is_compact=True,
        width=content,
        figure=figure if screen.has_figure else 0,
        figure_scrolls=figure_scrolls,
        words=replace(words, name=name, side=side, phase=side, question=min(words.question, name)),
        ring_column=content,
        question_width=content,
        question_button=button_height(52, words.main_button),
        main_button=button_height(56, words.main_button),
        has_main_icon=False,
        button=48,
        add_button=button_height(48, words.button),
        gap=6,
    )
