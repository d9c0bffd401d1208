"""Parts of a page that a press opens and closes."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import card_button, wrapping_pill
from routine_app.ui.kit.cards import card_title, stretched


class _Foldable:
    """A button that opens and closes a part; it tells a screen reader which of the two the part is."""

    def __init__(self, button: ft.FilledButton, *, is_open: bool) -> None:
        self._is_open = is_open
        self._state = ft.Semantics(content=button)
        self._merged = ft.MergeSemantics(content=self._state)

    @property
    def _arrow_icon(self) -> ft.IconData:
        return ft.Icons.EXPAND_LESS_ROUNDED if self._is_open else ft.Icons.EXPAND_MORE_ROUNDED

    def open(self) -> None:
        """Open the part, if it is closed."""
        if not self._is_open:
            self._turn()

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._fold()

    def _fold(self) -> None:
        self._state.expanded = self._is_open


class Expander(_Foldable):
    """A card with a title that is a button; what is below it is made when it is first opened."""

    def __init__(self, title: str, make_body: Callable[[], ft.Control], *, is_open: bool) -> None:
        self._make_body = make_body
        words = card_title(title)
        words.expand = True
        self._arrow = ft.Icon(ft.Icons.EXPAND_MORE_ROUNDED, color=theme.QUIET)
        button = card_button(ft.Row([words, self._arrow], spacing=12), self._turn, alignment=None)
        if button.style is not None:
            button.style.visual_density = ft.VisualDensity.STANDARD
        super().__init__(button, is_open=is_open)
        self._body = ft.Container(padding=ft.Padding.only(left=18, top=6, right=18, bottom=18))
        column = stretched([self._merged, self._body], spacing=0, tight=True)
        self.control = ft.Container(content=column, bgcolor=theme.SURFACE, border_radius=theme.CARD_RADIUS)
        self._fold()

    def _fold(self) -> None:
        super()._fold()
        if self._is_open and self._body.content is None:
            self._body.content = self._make_body()
        self._body.visible = self._is_open
        self._arrow.icon = self._arrow_icon


class ExpanderPill(_Foldable):
    """A button as wide as its words that opens a part elsewhere on the page, which is closed, and empty, at first."""

    def __init__(self, folded: ft.Row, make_parts: Callable[[], list[ft.Control]]) -> None:
        self._folded, self._make_parts = folded, make_parts
        self._words = ft.Text(text_align=ft.TextAlign.CENTER)
        self._button = wrapping_pill(self._words, self._turn, ft.FontWeight.W_600, theme.RAISED)
        self._button.color = theme.INK
        super().__init__(self._button, is_open=False)
        self.control = self._merged
        self._fold()

    def show(self, words: str) -> None:
        """Set the button's label."""
        self._words.value = words

    def _fold(self) -> None:
        super()._fold()
        if self._is_open and not self._folded.controls:
            self._folded.controls = self._make_parts()
        self._folded.visible = self._is_open
        self._button.icon = self._arrow_icon
