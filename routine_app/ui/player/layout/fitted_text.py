"""A text in a place that may be too small for it."""

from collections.abc import Sequence

import flet as ft

from routine_app.ui.kit.text_scale import AS_DESIGNED

BOLD = 1.0
REGULAR = 0.93
"""How wide letters are, against bold ones."""


class FittedText:
    """A text that is as large as its place lets it be, takes more lines, and scrolls where it still has no room.

    `line` is the height of its lines as a share of its size. `place` is what it stands in.
    """

    def __init__(self, text: ft.Text, line: float, letters: float = REGULAR) -> None:
        self.text = text
        self._line, self._letters = line, letters
        self.make_place(text)

    def make_place(self, content: ft.Control) -> None:
        """Make the place anew, with the text or with what is around it."""
        self.place = ft.Column(
            [content],
            spacing=0,
            alignment=ft.MainAxisAlignment.CENTER,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    def fit(self, sizes: Sequence[float], width: float, height: float, drawn_larger: float) -> bool:
        """Set it in the largest size, as it is seen, that has room, or in the last; tells whether it has room."""
        words, wide, high = self.text.value, width / self._letters, height / self._line
        size = AS_DESIGNED.largest(sizes, words, wide, high)
        has_room = AS_DESIGNED.has_room(size, words, wide, high)
        self.place.scroll = None if has_room else ft.ScrollMode.ALWAYS
        self.text.size = size / drawn_larger
        return has_room
