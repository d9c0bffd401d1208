"""How large the parts of the player are on a screen of a given size, in logical pixels."""

from dataclasses import dataclass

MARGIN = 20
TOP_BAR_HEIGHT = 48
SEGMENTS_HEIGHT = 6
NEXT_HEIGHT = 24
WIDEST = 1100
WIDEST_COLUMN = 640
CUE_LINE = 1.3
"""The height of a line of a cue as a share of its size; there is room for three."""
ROOM_FOR_ICON = 330
"""Narrower than this the main button has its word alone."""


@dataclass(frozen=True, slots=True)
class PlayerLayout:
    """The sizes of the player's parts; two columns where the screen is wider than it is high."""

    is_two_columns: bool
    width: float
    figure: float
    name_size: float
    side_size: float
    cue_size: float
    cue_height: float
    ring: float
    question_width: float
    main_button: float
    has_main_icon: bool
    button: float
    gap: float


def player_layout(width: float, height: float) -> PlayerLayout:
    """The layout for a screen, as large as its parts can be without one being clipped."""
    if width > height and (width >= 600 or height < 480):  # noqa: PLR2004 (a square desktop window reads best as one column)
        return _two_columns(width, height)
    return _one_column(width, height)


def _one_column(width: float, height: float) -> PlayerLayout:
    is_small = height < 760 or width < 360  # noqa: PLR2004 (the smallest phones in use)
    content = min(width, WIDEST_COLUMN) - 2 * MARGIN
    small_figure = 96 if height >= 640 else 76  # noqa: PLR2004 (lower than that the digits need the room)
    figure = small_figure if is_small else min(height * 0.185, content * 0.42, 200)
    cue_size = 17 if is_small else 21
    cue_height = cue_size * CUE_LINE * 3
    main_button = 64 if is_small else 76
    gap = 8 if is_small else 16
    fixed = TOP_BAR_HEIGHT + SEGMENTS_HEIGHT + figure + cue_height + NEXT_HEIGHT + main_button + 7 * gap
    return PlayerLayout(
        is_two_columns=False,
        width=content,
        figure=figure,
        name_size=24 if is_small else 32,
        side_size=20 if is_small else 24,
        cue_size=cue_size,
        cue_height=cue_height,
        ring=max(min(height - fixed, content * 0.9, 560), 120),
        question_width=content,
        main_button=main_button,
        has_main_icon=content >= ROOM_FOR_ICON,
        button=48 if is_small else 60,
        gap=gap,
    )


def _two_columns(width: float, height: float) -> PlayerLayout:
    is_low = height < 600  # noqa: PLR2004 (a phone on its side, or a window in which large parts would not fit)
    content = min(width, WIDEST) - 2 * MARGIN
    gap = 6 if is_low else 20
    ring = min(height - TOP_BAR_HEIGHT - SEGMENTS_HEIGHT - 3 * gap, content / 2 - gap)
    return PlayerLayout(
        is_two_columns=True,
        width=content,
        figure=84 if is_low else 200,
        name_size=24 if is_low else 36,
        side_size=18 if is_low else 26,
        cue_size=16 if is_low else 22,
        cue_height=16 * CUE_LINE * 3 if is_low else 22 * CUE_LINE * 4,
        ring=max(ring, 120),
        question_width=content * 0.42,
        main_button=56 if is_low else 76,
        has_main_icon=True,
        button=48 if is_low else 60,
        gap=gap,
    )
