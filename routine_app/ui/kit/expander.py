"""A part of a page under its title, which a press opens and closes."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_style
from routine_app.ui.kit.cards import UNDER_POINTER, card_title
from routine_app.ui.kit.safe_handler import guarded


class Expander:
    """A card with a title that is a button; what is below it is made when it is first opened."""

    def __init__(self, title: str, make_body: Callable[[], ft.Control], *, is_open: bool = False) -> None:
        self._make_body = make_body
        self._is_open = is_open
        self._arrow = ft.Icon(ft.Icons.EXPAND_MORE_ROUNDED, color=theme.QUIET)
        self._state = ft.Semantics(content=self._button(title))
        self._body = ft.Container(padding=ft.Padding.only(left=18, top=6, right=18, bottom=18))
        column = ft.Column(
            [ft.MergeSemantics(content=self._state), self._body],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        self.control = ft.Container(content=column, bgcolor=theme.SURFACE, border_radius=theme.CARD_RADIUS)
        self._show()

    def _button(self, title: str) -> ft.Control:
        words = card_title(title)
        words.expand = True
        return ft.FilledButton(
            content=ft.Row([words, self._arrow], spacing=12),
            on_click=guarded(self._turn),
            elevation=0,
            style=ft.ButtonStyle(
                bgcolor=theme.SURFACE,
                color=theme.INK,
                overlay_color=UNDER_POINTER,
                padding=18,
                shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS),
                side=theme.focus_ring(),
                visual_density=ft.VisualDensity.STANDARD,
            ),
        )

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show()

    def _show(self) -> None:
        if self._is_open and self._body.content is None:
            self._body.content = self._make_body()
        self._body.visible = self._is_open
        self._state.expanded = self._is_open
        self._arrow.icon = ft.Icons.EXPAND_LESS_ROUNDED if self._is_open else ft.Icons.EXPAND_MORE_ROUNDED


class ExpanderPill:
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
