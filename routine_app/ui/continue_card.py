"""The card above the routines that offers to go on with an interrupted session."""

from collections.abc import Callable

import flet as ft

from routine_app.core.present.continue_card import ContinueView
from routine_app.ui import theme
from routine_app.ui.guard import guarded


class ContinueCard:
    """One button that goes on, its words its accessible name, and a quiet one that ends the session."""

    def __init__(self, on_continue: Callable[[], None], on_end: Callable[[], None]) -> None:
        self._title = ft.Text(size=23, weight=ft.FontWeight.W_600, color=theme.ON_HOLD)
        self._done, self._next = _line(), _line()
        self._left = ft.Text(size=17, weight=ft.FontWeight.W_500, color=theme.INK)
        head = ft.Text("Continue", size=15, weight=ft.FontWeight.W_600, color=theme.ON_HOLD)
        words: list[ft.Control] = [head, self._title, self._done, self._next, self._pill()]
        go_on = _button(ft.Column(words, spacing=4, tight=True), on_continue, vertical=12)
        end = _button(ft.Text("End it", no_wrap=True), on_end, vertical=0)
        end.height = theme.TOUCH_TARGET
        self.control = ft.Container(
            content=ft.Column(
                [go_on, ft.Row([end])],
                spacing=0,
                tight=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            bgcolor=theme.HOLD,
            border_radius=theme.CARD_RADIUS,
            padding=ft.Padding.only(bottom=6),
            visible=False,
        )

    def show(self, view: ContinueView | None) -> None:
        """Offer it, or step aside."""
        self.control.visible = view is not None
        if view is not None:
            self._title.value = view.title
            self._done.value = view.done
            self._next.value = view.next_words
            self._left.value = view.time_left

    def _pill(self) -> ft.Control:
        """The time left, in what looks like the button that the whole card is."""
        content = ft.Row(
            [ft.Icon(ft.Icons.PLAY_ARROW_ROUNDED, color=theme.INK, size=26), self._left],
            spacing=8,
            tight=True,
        )
        pill = ft.Container(
            content=content,
            bgcolor=theme.BACKGROUND,
            border_radius=theme.TOUCH_TARGET / 2,
            padding=ft.Padding.only(left=14, top=10, right=20, bottom=10),
        )
        return ft.Container(content=ft.Row([pill]), padding=ft.Padding.only(top=8))


def _line() -> ft.Text:
    return ft.Text(size=16, weight=ft.FontWeight.W_400, color=theme.ON_HOLD)


def _button(content: ft.Control, act: Callable[[], None], *, vertical: float) -> ft.FilledButton:
    return ft.FilledButton(
        content=content,
        on_click=guarded(act),
        elevation=0,
        style=ft.ButtonStyle(
            bgcolor=theme.HOLD,
            color=theme.ON_HOLD,
            text_style=ft.TextStyle(size=16, weight=ft.FontWeight.W_600),
            padding=ft.Padding.symmetric(horizontal=18, vertical=vertical),
            shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS),
            side=theme.focus_ring(theme.FOCUS_ON_HOLD),
            alignment=ft.Alignment.CENTER_LEFT,
        ),
    )
