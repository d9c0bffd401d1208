"""Words to be typed: in running text, and as lines that can be selected and copied."""

import flet as ft

from routine_app.core.help.page import runs
from routine_app.ui.kit import theme
from routine_app.ui.kit.cards import body_text

CODE_SIZE = 14
"""Its letters are larger than Roboto's of that size."""

_LINES = ft.TextStyle(height=1.5, letter_spacing=0)
_SPAN = ft.TextStyle(font_family=theme.MONO, size=CODE_SIZE)


class CodeLines:
    """Lines that keep their indentation, and of which any part can be selected.

    What is too wide is scrolled to; where even short lines would be, they go on below instead.
    """

    def __init__(self, lines: str) -> None:
        self._words = ft.Text(lines, size=CODE_SIZE, font_family=theme.MONO, color=theme.INK, style=_LINES)
        self._area = ft.SelectionArea(content=self._words)
        self._row = ft.Row([self._area])
        self.control = ft.Container(content=self._row, bgcolor=theme.RAISED, border_radius=12, padding=14)
        self.wrap(is_wrapped=False)

    def wrap(self, *, is_wrapped: bool) -> None:
        """Break lines that are too wide, or keep each whole."""
        self._words.no_wrap = not is_wrapped
        self._area.expand = is_wrapped
        self._row.scroll = None if is_wrapped else ft.ScrollMode.AUTO


def text_with_code(text: str, *, label: str = "") -> ft.Text:
    """Make a paragraph in which what stands between backticks stands out; a label says quietly what it is."""
    if "`" not in text and not label:
        return body_text(text)
    words = body_text("")
    words.spans = [ft.TextSpan(f"{label}: ", style=ft.TextStyle(color=theme.QUIET))] if label else []
    words.spans += [ft.TextSpan(run.text, style=_SPAN if run.is_code else None) for run in runs(text)]
    return words
