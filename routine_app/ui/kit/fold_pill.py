"""A small button that opens and closes what stands below it."""

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_style
from routine_app.ui.kit.safe_handler import guarded


class FoldPill:
    """Closed at first; `show` gives it its words."""

    def __init__(self, folded: ft.Control) -> None:
        self._folded = folded
        self._is_open = False
        self._words = ft.Text(text_align=ft.TextAlign.CENTER)
        self._button = ft.FilledButton(
            content=self._words,
            elevation=0,
            on_click=guarded(self._turn),
            color=theme.INK,
            style=pill_style(ft.FontWeight.W_600, theme.RAISED),
        )
        self._state = ft.Semantics(content=self._button)
        self.control = ft.MergeSemantics(content=self._state)
        self._fold()

    def show(self, words: str) -> None:
        """Call it so."""
        self._words.value = words

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._fold()

    def _fold(self) -> None:
        self._folded.visible = self._state.expanded = self._is_open
        self._button.icon = ft.Icons.EXPAND_LESS_ROUNDED if self._is_open else ft.Icons.EXPAND_MORE_ROUNDED
