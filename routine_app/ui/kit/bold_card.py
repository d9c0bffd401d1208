"""The parts of a card in the colour of a hold, which offers the one thing that matters most."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.safe_handler import guarded


def bold_line(words: str = "", *, size: float = 16, weight: ft.FontWeight = ft.FontWeight.W_400) -> ft.Text:
    """Make a line of the card."""
    return ft.Text(words, size=size, weight=weight, color=theme.ON_HOLD)


def bold_button(content: ft.Control, act: Callable[[], None], *, vertical: float) -> ft.FilledButton:
    """Make a button that lies on the card, or is all of it."""
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


def play_pill(words: ft.Text) -> ft.Control:
    """Make what looks like the button that the whole card is."""
    content = ft.Row(
        [ft.Icon(ft.Icons.PLAY_ARROW_ROUNDED, color=theme.INK, size=26), words], spacing=8, tight=True
    )
    pill = ft.Container(
        content=content,
        bgcolor=theme.BACKGROUND,
        border_radius=theme.TOUCH_TARGET / 2,
        padding=ft.Padding.only(left=14, top=10, right=20, bottom=10),
    )
    return ft.Container(content=ft.Row([pill]), padding=ft.Padding.only(top=8))


def pill_words() -> ft.Text:
    """Make the words of the pill."""
    return ft.Text(size=17, weight=ft.FontWeight.W_500, color=theme.INK)
