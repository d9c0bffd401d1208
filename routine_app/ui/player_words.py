"""The words of the player: what to do, on which side, and what comes next."""

import flet as ft

from routine_app.core.present.player import PlayerView
from routine_app.ui import theme
from routine_app.ui.player_layout import CUE_LINE, PlayerLayout

DIGIT_SHARES = {1: 0.54, 2: 0.54, 3: 0.4, 4: 0.3}
"""The height of the digits as a share of the ring, by how many there are."""

LONG_NAME = 18
VERY_LONG_NAME = 32
LONG_CUE = 90
VERY_LONG_CUE = 180
"""Longer words, in characters, are set smaller, so that they keep to their place."""

ROOMY_RING = 240
"""From this diameter on the phase is set large, and still stays inside the ring."""


HEADING_LINES = ft.TextStyle(height=1.2)
CUE_LINES = ft.TextStyle(height=CUE_LINE)
"""Line heights as shares of the size: the layout counts on them."""


class PlayerWords:
    """The texts of the player, each made once; their places are the screen's business."""

    def __init__(self) -> None:
        self.title = ft.Text(size=15, color=theme.QUIET, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS)
        self.name = ft.Text(color=theme.INK, weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self.side = ft.Text(weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self.digits = ft.Text(
            color=theme.INK, weight=ft.FontWeight.W_300, no_wrap=True, style=ft.TextStyle(height=1.1)
        )
        self.phase = ft.Text(weight=ft.FontWeight.W_500, no_wrap=True)
        self.cue = ft.Text(color=theme.INK, style=CUE_LINES)
        self.next = ft.Text(
            size=15, color=theme.QUIET, max_lines=1, overflow=ft.TextOverflow.ELLIPSIS, expand=True
        )
        self.left = ft.Text(size=15, color=theme.QUIET, no_wrap=True)

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
        self.side.size = layout.side_size
        self.phase.size = 22 if layout.ring >= ROOMY_RING else 17
        self.digits.size = round(layout.ring * DIGIT_SHARES[min(max(most_digits, 1), 4)])
        self.name.size = layout.name_size * _shrink(self.name.value, LONG_NAME, VERY_LONG_NAME)
        self.cue.size = layout.cue_size * _shrink(self.cue.value, LONG_CUE, VERY_LONG_CUE)
        self.cue.text_align = ft.TextAlign.START if layout.is_two_columns else ft.TextAlign.CENTER


def _shrink(words: str, long: int, very_long: int) -> float:
    if len(words) <= long:
        return 1.0
    return 0.8 if len(words) <= very_long else 0.62
