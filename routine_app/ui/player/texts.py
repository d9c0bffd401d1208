"""The words of the player: what to do, on which side, and what comes next."""

import flet as ft

from routine_app.core.session.player_view import PlayerView
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import heading, set_words
from routine_app.ui.player.layout.fitted_text import BOLD, FittedText
from routine_app.ui.player.layout.sizes import (
    CUE_LINE,
    HEADING_LINE,
    LEAST_CUE,
    LEAST_LINE,
    LEAST_NAME,
    TOP_BAR_HEIGHT,
    PlayerLayout,
)

DIGIT_SHARES = {1: 1.0, 2: 1.0, 3: 0.74, 4: 0.555}
"""How much smaller than two digits they are, by how many there are."""

NAME_SHARES = (1.0, 0.9, 0.8, 0.7, 0.62)
LONE_NAME_SHARES = (1.4, 1.2)
CUE_SHARES = (1.0, 0.9, 0.8)
WIDE_CUE_SHARES = (1.5, 1.3, 1.15)
"""What a text may be of its size, the largest that has room: a name also more where no figure stands, a cue beside the ring."""

LEFT_EMS = 5.2
"""How wide the time left is, in sizes of its letters."""

TOP_BUTTONS = 3
"""How many buttons stand beside the title."""

DESIGNED_LINE = 15

HEADING_LINES = ft.TextStyle(height=HEADING_LINE)
CUE_LINES = ft.TextStyle(height=CUE_LINE)
"""Line heights as shares of the size: the layout counts on them."""


class PlayerTexts:
    """The texts of the player, each made once; their places are the screen's business.

    A long text is smaller, down to what can still be read from where it is read; it takes more lines, and where
    those have no room either, it scrolls in its place.
    """

    def __init__(self) -> None:
        self.title = ft.Text(color=theme.QUIET, text_align=ft.TextAlign.CENTER, style=HEADING_LINES)
        self.name = ft.Text(color=theme.INK, weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self._heading = heading(self.name)
        self.side = ft.Text(weight=ft.FontWeight.W_600, style=HEADING_LINES)
        self.digits = ft.Text(
            color=theme.INK, weight=ft.FontWeight.W_300, no_wrap=True, style=ft.TextStyle(height=1.1)
        )
        self.phase = ft.Text(weight=ft.FontWeight.W_500, style=HEADING_LINES)
        self.cue = ft.Text(color=theme.INK, style=CUE_LINES)
        self.next = ft.Text(color=theme.QUIET, style=HEADING_LINES)
        self.left = ft.Text(color=theme.QUIET, no_wrap=True)
        self._fitted_title = FittedText(self.title, HEADING_LINE)
        self._fitted_name = FittedText(self.name, HEADING_LINE, BOLD)
        self._fitted_cue = FittedText(self.cue, CUE_LINE)
        self._fitted_next = FittedText(self.next, HEADING_LINE)
        self.title_place = self._fitted_title.place
        self.title_place.expand = True
        self.make_places()

    def make_places(self) -> None:
        """Make anew what the name, the cue and what comes next stand in."""
        self._fitted_name.make_place(self._heading)
        self._fitted_cue.make_place(self.cue)
        self._fitted_next.make_place(self.next)
        self.name_place, self.cue_place = self._fitted_name.place, self._fitted_cue.place
        self.name_place.tight = self._fitted_next.place.expand = True
        self.next_place = ft.Row([self._fitted_next.place, self.left])

    def show(self, view: PlayerView, colour: ft.ColorValue) -> None:
        """Write the view's words, the phase and the side in its accent."""
        set_words(self.title, view.title)
        set_words(self.name, view.stretch_name)
        self.side.value, self.side.color = view.side_words, colour
        self.side.visible = bool(view.side_words)
        self.tick(view)
        self.phase.value, self.phase.color = view.phase_words, colour
        set_words(self.cue, view.cue)
        set_words(self.next, view.next_words)

    def tick(self, view: PlayerView) -> None:
        """Write what changes each second."""
        self.digits.value, self.left.value = view.digits, view.time_left_words

    def resize(self, layout: PlayerLayout, most_digits: int) -> None:
        """Take the sizes of a layout; long words are smaller."""
        words, drawn_larger = layout.words, layout.text_scale.words
        for text, size in ((self.side, words.side), (self.phase, words.phase), (self.left, words.line)):
            text.size = size / drawn_larger
        digits = layout.ring * layout.digits_share * DIGIT_SHARES[min(max(most_digits, 1), 4)]
        self.digits.size = round(digits / layout.text_scale.digits)
        beside_buttons = layout.width - TOP_BUTTONS * TOP_BAR_HEIGHT
        self._fitted_title.fit([words.title], beside_buttons, TOP_BAR_HEIGHT, drawn_larger)
        self._resize_name(layout)
        if layout.is_compact:
            self.cue.size, self.next.size = words.cue / drawn_larger, words.line / drawn_larger
        else:
            self._resize_cue(layout, self._resize_next(layout))
        self._align(layout)

    def _align(self, layout: PlayerLayout) -> None:
        is_roomy_column = not layout.is_two_columns and not layout.is_compact
        is_below_ring = layout.is_two_columns and layout.is_compact
        self.cue.text_align = ft.TextAlign.CENTER if is_roomy_column else ft.TextAlign.START
        in_height = ft.MainAxisAlignment.CENTER if is_roomy_column else ft.MainAxisAlignment.START
        self.cue_place.alignment = in_height
        for text in (self.side, self.phase):
            text.text_align = ft.TextAlign.CENTER if is_below_ring else ft.TextAlign.START

    def _resize_name(self, layout: PlayerLayout) -> None:
        is_alone = not (layout.figure or layout.is_compact)
        shares = (*(LONE_NAME_SHARES if is_alone else ()), *NAME_SHARES)
        sizes = [max(layout.words.name * share, LEAST_NAME) for share in shares]
        height = layout.name_height
        has_room = self._fitted_name.fit(sizes, layout.name_width, height, layout.text_scale.words)
        self.name_place.height = None if has_room else height

    def _resize_next(self, layout: PlayerLayout) -> float:
        """Set what comes next in one line beside the time left, or where that is too short in two; gives their height."""
        size, height, drawn_larger = layout.words.line, layout.line_height, layout.text_scale.words
        width = layout.column - LEFT_EMS * size
        if not self._fitted_next.fit([size], width, height, drawn_larger):
            size *= LEAST_LINE / DESIGNED_LINE
            height = max(height, 2 * size * HEADING_LINE)
            self._fitted_next.fit([size], width, height, drawn_larger)
        self.next_place.height = height
        return height

    def _resize_cue(self, layout: PlayerLayout, next_height: float) -> None:
        size, height = layout.words.cue, layout.cue_height + layout.line_height - next_height
        shares = (*(WIDE_CUE_SHARES if layout.is_two_columns else ()), *CUE_SHARES)
        sizes = [*(size * share for share in shares if size * share > LEAST_CUE), LEAST_CUE]
        self._fitted_cue.fit(sizes, layout.column, height, layout.text_scale.words)
        self.cue_place.height = height
