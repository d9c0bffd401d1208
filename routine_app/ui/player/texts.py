"""The words of the player: what to do, on which side, and what comes next."""

import flet as ft

from routine_app.core.session.player_view import PlayerView
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import heading
from routine_app.ui.kit.text_scale import AS_DESIGNED
from routine_app.ui.player.layout.sizes import CUE_LINE, HEADING_LINE, PlayerLayout

DIGIT_SHARES = {1: 1.0, 2: 1.0, 3: 0.74, 4: 0.555}
"""How much smaller than two digits they are, by how many there are."""

LONG_NAME = 18
VERY_LONG_NAME = 32
LONG_CUE = 90
VERY_LONG_CUE = 180
"""Longer words, in characters, are set smaller, so that they keep to their place."""

NEXT_EM_SHARE = 0.5
LEFT_EMS = 5.2
SMALLEST_NEXT = 0.8
"""How wide a letter of what comes next is, as a share of its size; how wide the time left is; how small what is next may be."""

HEADING_LINES = ft.TextStyle(height=HEADING_LINE)
CUE_LINES = ft.TextStyle(height=CUE_LINE)
"""Line heights as shares of the size: the layout counts on them."""


class PlayerTexts:
    """The texts of the player, each made once; their places are the screen's business."""

    def __init__(self) -> None:
        self.title = ft.Text(
            color=theme.QUIET,
            max_lines=2,
            overflow=ft.TextOverflow.ELLIPSIS,
            text_align=ft.TextAlign.CENTER,
            style=HEADING_LINES,
        )
        self.name = ft.Text(color=theme.INK, weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self.heading = heading(self.name)
        self.side = ft.Text(weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self.digits = ft.Text(
            color=theme.INK, weight=ft.FontWeight.W_300, no_wrap=True, style=ft.TextStyle(height=1.1)
        )
        self.phase = ft.Text(weight=ft.FontWeight.W_500, style=HEADING_LINES)
        self.cue = ft.Text(color=theme.INK, style=CUE_LINES)
        self.next = ft.Text(color=theme.QUIET, expand=True)
        self.left = ft.Text(color=theme.QUIET, no_wrap=True)

    def show(self, view: PlayerView, colour: ft.ColorValue) -> None:
        """Write the view's words, the phase and the side in its accent."""
        self.title.value = view.title
        self.name.value = view.stretch_name
        self.side.value, self.side.color = view.side_words, colour
        self.side.visible = bool(view.side_words)
        self.tick(view)
        self.phase.value, self.phase.color = view.phase_words, colour
        self.cue.value = view.cue
        self.next.value = view.next_words

    def tick(self, view: PlayerView) -> None:
        """Write what changes each second."""
        self.digits.value, self.left.value = view.digits, view.time_left_words

    def resize(self, layout: PlayerLayout, most_digits: int) -> None:
        """Take the sizes of a layout; long words are smaller."""
        words = layout.words
        sizes = (
            (self.title, words.title),
            (self.name, self._name_size(layout)),
            (self.side, words.side),
            (self.phase, words.phase),
            (self.cue, self._cue_size(layout)),
            (self.next, self._next_size(layout)),
            (self.left, words.line),
        )
        for text, size in sizes:
            text.size = size / layout.text_scale.words
        digits = layout.ring * layout.digits_share * DIGIT_SHARES[min(max(most_digits, 1), 4)]
        self.digits.size = round(digits / layout.text_scale.digits)
        self._align(layout)

    def _align(self, layout: PlayerLayout) -> None:
        is_roomy_column = not layout.is_two_columns and not layout.is_compact
        is_below_ring = layout.is_two_columns and layout.is_compact
        self.cue.text_align = ft.TextAlign.CENTER if is_roomy_column else ft.TextAlign.START
        for text in (self.side, self.phase):
            text.text_align = ft.TextAlign.CENTER if is_below_ring else ft.TextAlign.START
        self.next.max_lines = None if layout.is_compact else 1
        self.next.overflow = ft.TextOverflow.CLIP if layout.is_compact else ft.TextOverflow.ELLIPSIS

    def _cue_size(self, layout: PlayerLayout) -> float:
        """Small enough for its place, where it does not scroll with what follows."""
        size = layout.words.cue
        return size if layout.is_compact else size * _shrink(self.cue.value, LONG_CUE, VERY_LONG_CUE)

    def _next_size(self, layout: PlayerLayout) -> float:
        """Small enough for one line beside the time left, where it has no more."""
        size = layout.words.line
        if layout.is_compact:
            return size
        room = layout.column - LEFT_EMS * size
        return max(min(size, room / (NEXT_EM_SHARE * max(len(self.next.value), 1))), size * SMALLEST_NEXT)

    def _name_size(self, layout: PlayerLayout) -> float:
        size = layout.words.name * _shrink(self.name.value, LONG_NAME, VERY_LONG_NAME)
        return AS_DESIGNED.fitting(size, self.name.value, layout.name_width)


def _shrink(words: str, long: int, very_long: int) -> float:
    if len(words) <= long:
        return 1.0
    return 0.8 if len(words) <= very_long else 0.62
