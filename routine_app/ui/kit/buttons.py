"""The buttons of the app: one main action, quiet ones beside it."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.safe_handler import guarded
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

LOW_SCREEN = 480
"""A phone on its side is lower than this, in logical pixels."""

MAIN_WORDS_SIZE = 20
LINE = 1.2
"""The size of a main button's words, and the height of their line as a share of it."""

Act = Callable[[], None]


class MainButton:
    """The one button that matters most on a screen; its words are its accessible name."""

    def __init__(self, words: str, act: Act, icon: ft.IconData | None = None, height: float = 76) -> None:
        self._words = ft.Text(words, no_wrap=True)
        self.control = ft.FilledButton(
            content=self._words,
            icon=icon,
            height=height,
            elevation=0,
            on_click=guarded(act),
            style=ft.ButtonStyle(
                text_style=ft.TextStyle(size=MAIN_WORDS_SIZE, weight=ft.FontWeight.W_500),
                shape=ft.StadiumBorder(),
                side=theme.focus_ring(),
                padding=ft.Padding.symmetric(horizontal=8),
                icon_size=28,
            ),
        )

    def show(self, words: str, icon: ft.IconData | None) -> None:
        """Give it another meaning."""
        self._words.value, self.control.icon = words, icon

    def resize(self, height: float, words_size: float) -> None:
        """Take a height, and a size for its words."""
        self.control.height, self._words.size = height, words_size

    def colour(self, background: ft.ColorValue, words: ft.ColorValue) -> None:
        """Set it in the accent of the moment."""
        self.control.bgcolor, self.control.color = background, words


def quiet_button(words: ft.Text, act: Act, *, height: float = 60) -> ft.FilledButton:
    """Make a button that stands back."""
    return ft.FilledButton(
        content=words,
        height=height,
        elevation=0,
        on_click=guarded(act),
        style=ft.ButtonStyle(
            bgcolor=theme.RAISED,
            color=theme.INK,
            text_style=ft.TextStyle(size=16, weight=ft.FontWeight.W_600),
            shape=ft.StadiumBorder(),
            side=theme.focus_ring(),
            padding=ft.Padding.symmetric(horizontal=14),
        ),
    )


def pill_button(words: str, icon: ft.IconData, act: Act) -> ft.FilledButton:
    """Make a button as wide as its words, with a picture before them."""
    button = quiet_button(ft.Text(words, no_wrap=True), act, height=theme.TOUCH_TARGET)
    button.icon = icon
    return button


def pill_style(weight: ft.FontWeight, background: ft.ColorValue | None = None) -> ft.ButtonStyle:
    """Make the style of a button whose words may stand in several lines, where they are large."""
    return ft.ButtonStyle(
        bgcolor=background,
        text_style=ft.TextStyle(size=16, weight=weight),
        shape=ft.RoundedRectangleBorder(radius=theme.TOUCH_TARGET / 2),
        side=theme.focus_ring(),
        padding=ft.Padding.symmetric(horizontal=16, vertical=15),
        visual_density=ft.VisualDensity.STANDARD,
    )


def round_button(
    name: str, icon: ft.IconData, act: Act, *, size: float = 60, is_raised: bool = True
) -> ft.IconButton:
    """Make a round button with a picture; the picture carries its accessible name.

    It has no tooltip: that would take the name away from the button, to a node around it.
    """
    return ft.IconButton(
        icon=ft.Icon(icon, semantics_label=name),
        icon_color=theme.INK,
        disabled_color=theme.LINE,
        bgcolor=theme.RAISED if is_raised else None,
        style=ft.ButtonStyle(side=theme.focus_ring()),
        width=size,
        height=size,
        on_click=guarded(act),
    )


def tool_button(name: str, icon: ft.IconData, act: Act) -> ft.IconButton:
    """Make a round button that lies flat among others, as large as a finger needs."""
    return round_button(name, icon, act, size=theme.TOUCH_TARGET, is_raised=False)


def back_button(act: Act) -> ft.IconButton:
    """Make the button that leads back from a screen."""
    return tool_button("Back", ft.Icons.ARROW_BACK_ROUNDED, act)


def question_column(controls: list[ft.Control]) -> ft.Column:
    """Set a question and its answers below each other; they scroll where they must."""
    return ft.Column(
        controls,
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        scroll=ft.ScrollMode.AUTO,
    )


def action_height(screen_height: float, text_scale: TextScale = AS_DESIGNED) -> float:
    """How high the main button of a screen of that height is, in logical pixels."""
    return max(76 if screen_height >= LOW_SCREEN else 56, MAIN_WORDS_SIZE * LINE * text_scale.words + 8)


def action_bar(button: MainButton) -> ft.Control:
    """Put a screen's main button below what is read, within a thumb's reach."""
    button.control.expand = True
    return ft.Container(
        content=ft.Row([button.control], width=theme.COLUMN_WIDTH - 2 * theme.PAGE_MARGIN),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=12),
    )
