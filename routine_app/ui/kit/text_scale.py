"""How much larger than designed the client draws text. Flet does not tell: a hidden text is measured."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import flet as ft

from routine_app.core.text.line_breaks import LETTER_SHARE, lines_needed, widest_part
from routine_app.ui.kit.safe_handler import quietly

WORDS_SIZE = 20
DIGITS_SIZE = 100
"""The sizes that are measured: from Android 14 on, large text grows less than small text."""

NARROW = 300
"""On a screen that is no wider, with the text as designed, only the shortest words stand side by side."""


@dataclass(frozen=True, slots=True)
class TextScale:
    """By how much words and the large digits are drawn larger than their sizes say; 1 is as designed."""

    words: float = 1.0
    digits: float = 1.0

    def is_narrow(self, width: float) -> bool:
        """Whether on a screen of that width, in logical pixels, words need all of it."""
        return width < NARROW * self.words

    def fitting(self, size: float, words: str, width: float) -> float:
        """The size, or as much less as keeps what is not broken on one line of that width."""
        return min(size, width / (LETTER_SHARE * widest_part(words) * self.words))

    def has_room(self, size: float, words: str, width: float, height: float) -> bool:
        """Whether words of that size have room, broken only where they may be.

        `width` is in logical pixels; so is `height`, without what a line has above and below its letters.
        """
        seen = size * self.words
        letters = width / (LETTER_SHARE * seen)
        return widest_part(words) <= letters and lines_needed(words, letters) * seen <= height

    def largest(self, sizes: Sequence[float], words: str, width: float, height: float) -> float:
        """The first of the sizes in which the words have room, or the last if they have in none."""
        return next((size for size in sizes if self.has_room(size, words, width, height)), sizes[-1])


AS_DESIGNED = TextScale()


class TextProbe:
    """Two letters that nobody sees or hears.

    `control` belongs on top of the page, over all its views, or it is measured only while its view
    is; `on_change` is called whenever the system's setting has changed, and `on_drawn` whenever a letter was drawn,
    and with it all that was sent with the letters.
    """

    def __init__(self, on_change: Callable[[], None], on_drawn: Callable[[], None]) -> None:
        self.scale = AS_DESIGNED
        self._on_change, self._on_drawn = on_change, on_drawn
        letters = [letter(WORDS_SIZE, self._words_drawn), letter(DIGITS_SIZE, self._digits_drawn)]
        self.control = unseen(ft.Stack(list[ft.Control](letters)))

    def _words_drawn(self, event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        self._take(replace(self.scale, words=round(event.height / WORDS_SIZE, 2)))

    def _digits_drawn(self, event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        self._take(replace(self.scale, digits=round(event.height / DIGITS_SIZE, 2)))

    def _take(self, scale: TextScale) -> None:
        if scale != self.scale and min(scale.words, scale.digits) > 0:
            self.scale = scale
            self._on_change()
        self._on_drawn()


def unseen(letters: ft.Control) -> ft.TransparentPointer:
    """Make of letters what is measured in a stack, and nobody sees, hears or presses."""
    return ft.TransparentPointer(content=letters, opacity=0, left=0, top=0)


def letter(
    size: float,
    measured: Callable[[ft.LayoutSizeChangeEvent[ft.LayoutControl]], None],
    font_family: str | None = None,
) -> ft.Text:
    """Make a letter that is exactly as high as its size, times the scale, and tells each size that it is drawn in.

    `measured` sends by itself what it changes.
    """
    return ft.Text(
        "0",
        size=size,
        font_family=font_family,
        no_wrap=True,
        style=ft.TextStyle(height=1.0),
        on_size_change=quietly(measured),
    )
