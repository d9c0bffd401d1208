"""The buttons of the app: one main action, quiet ones beside it."""

from collections.abc import Callable
from typing import Any

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.second_tap import tapped
from routine_app.ui.kit.viewport import Viewport

LOW_SCREEN = 480
"""A phone on its side is lower than this, in logical pixels."""

MAIN_WORDS_SIZE = 20
LINE = 1.2
"""The size of a main button's words, and the height of their line as a share of it."""

UNDER_POINTER: dict[ft.ControlState, ft.ColorValue] = {
    ft.ControlState.FOCUSED: theme.CLEAR,
    ft.ControlState.PRESSED: theme.RAISED,
    ft.ControlState.HOVERED: theme.RAISED,
}
"""What lies over a card; over the outline of the focus nothing may."""

Act = Callable[[], None]


class _Kept(ft.BaseControl):
    """A button that keeps its style while nothing of it changes.

    Flet 1.0.5 puts the style of a button together anew for each update that comes by, and sends what is new.
    """

    def before_update(self) -> None:
        """Have the style put together, and put back the one of before if it is the same."""
        before = self._internals.get("style")
        super().before_update()  # type: ignore[no-untyped-call]  # Flet annotates no results
        if before is not None and self._internals.get("style") == before:
            self._internals["style"] = before


class _FilledButton(_Kept, ft.FilledButton):
    """Flet's button, sent once."""


class _IconButton(_Kept, ft.IconButton):
    """Flet's button with a picture alone, sent once."""


def _button(content: ft.Control, act: Act, **style: Any) -> ft.FilledButton:  # noqa: ANN401 - Flet's own properties
    """Make a flat button of this style, with an outline while it has the keyboard's focus."""
    return _FilledButton(
        content=content,
        on_click=tapped(act),
        elevation=0,
        style=ft.ButtonStyle(**{"side": theme.focus_ring(), **style}),
    )


def _words(weight: ft.FontWeight, size: float = 16) -> ft.TextStyle:
    return ft.TextStyle(font_family=theme.FONT, size=size, weight=weight)


class MainButton:
    """The one button that matters most on a screen; its words are its accessible name."""

    def __init__(self, words: str, act: Act, icon: ft.IconData | None = None, height: float = 76) -> None:
        self._words = ft.Text(words, no_wrap=True)
        self.control = _button(
            self._words,
            act,
            text_style=_words(ft.FontWeight.W_500, MAIN_WORDS_SIZE),
            shape=ft.StadiumBorder(),
            padding=ft.Padding.symmetric(horizontal=8),
            icon_size=28,
        )
        self.control.icon, self.control.height = icon, height

    def show(self, words: str, icon: ft.IconData | None) -> None:
        """Set the button's words and its icon."""
        self._words.value, self.control.icon = words, icon

    def fit(self, viewport: Viewport) -> None:
        """Set the height that leaves room to read on a low screen, and for large words."""
        at_least = MAIN_WORDS_SIZE * LINE * viewport.text_scale.words + 8
        self.control.height = max(76 if viewport.height >= LOW_SCREEN else 56, at_least)

    def resize(self, height: float, words_size: float) -> None:
        """Set the height of the button and the size of its words."""
        self.control.height, self._words.size = height, words_size

    def colour(self, background: ft.ColorValue, words: ft.ColorValue) -> None:
        """Set the colours of the button and of its words."""
        self.control.bgcolor, self.control.color = background, words


def quiet_button(words: ft.Text | str, act: Act, *, height: float = 60) -> ft.FilledButton:
    """Make a button that stands back."""
    button = _button(
        ft.Text(words, no_wrap=True) if isinstance(words, str) else words,
        act,
        bgcolor=theme.RAISED,
        color=theme.INK,
        text_style=_words(ft.FontWeight.W_600),
        shape=ft.StadiumBorder(),
        padding=ft.Padding.symmetric(horizontal=14),
    )
    button.height = height
    return button


def pill_button(words: ft.Text | str, icon: ft.IconData, act: Act) -> ft.FilledButton:
    """Make a button as wide as its words, with a picture before them."""
    button = quiet_button(words, act, height=theme.TOUCH_TARGET)
    button.icon = icon
    return button


def first_session_button(start: Act) -> ft.FilledButton:
    """What leads from a screen that has nothing to show yet to what it will show."""
    return pill_button("Start a first session", ft.Icons.PLAY_ARROW_ROUNDED, start)


def wrapping_pill(
    words: ft.Text, act: Act, weight: ft.FontWeight, background: ft.ColorValue | None = None
) -> ft.FilledButton:
    """Make a button whose words may stand in several lines, where they are large."""
    return _button(
        words,
        act,
        bgcolor=background,
        text_style=_words(weight),
        shape=ft.RoundedRectangleBorder(radius=theme.TOUCH_TARGET / 2),
        padding=ft.Padding.symmetric(horizontal=16, vertical=15),
        visual_density=ft.VisualDensity.STANDARD,
    )


def card_button(
    content: ft.Control, act: Act, alignment: ft.Alignment | None = ft.Alignment.CENTER_LEFT
) -> ft.FilledButton:
    """Make a whole card one button; the words on it, from the first on, are its accessible name."""
    return _button(
        content,
        act,
        bgcolor=theme.SURFACE,
        color=theme.INK,
        overlay_color=UNDER_POINTER,
        padding=18,
        shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS),
        alignment=alignment,
    )


def bold_button(content: ft.Control, act: Act, *, vertical: float) -> ft.FilledButton:
    """Make a button in the colour of a hold that is a card, or lies on one."""
    return _button(
        content,
        act,
        bgcolor=theme.HOLD,
        color=theme.ON_HOLD,
        text_style=_words(ft.FontWeight.W_600),
        padding=ft.Padding.symmetric(horizontal=18, vertical=vertical),
        shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS),
        side=theme.focus_ring(theme.FOCUS_ON_HOLD),
        alignment=ft.Alignment.CENTER_LEFT,
    )


def round_button(
    name: str, icon: ft.IconData, act: Act, *, size: float = 60, is_raised: bool = True
) -> ft.IconButton:
    """Make a round button with a picture; the picture carries its accessible name.

    It has no tooltip: that would take the name away from the button, to a node around it.
    """
    return _IconButton(
        icon=ft.Icon(icon, semantics_label=name),
        icon_color=theme.INK,
        disabled_color=theme.LINE,
        bgcolor=theme.RAISED if is_raised else None,
        style=ft.ButtonStyle(side=theme.focus_ring()),
        width=size,
        height=size,
        on_click=tapped(act),
    )


def tool_button(name: str, icon: ft.IconData, act: Act) -> ft.IconButton:
    """Make a round button that lies flat among others, as large as a finger needs."""
    return round_button(name, icon, act, size=theme.TOUCH_TARGET, is_raised=False)


def back_button(act: Act) -> ft.IconButton:
    """Make the button that leads back from a screen."""
    return tool_button("Back", ft.Icons.ARROW_BACK_ROUNDED, act)


def back_row(act: Act) -> ft.Row:
    """Make the line at the top of a screen, with the button that leads back from it."""
    return ft.Row([back_button(act)], height=theme.TOUCH_TARGET)


def action_bar(button: MainButton) -> ft.Control:
    """Put a screen's main button below what is read, within a thumb's reach."""
    button.control.expand = True
    return ft.Container(
        content=ft.Row([button.control], width=theme.COLUMN_WIDTH - 2 * theme.PAGE_MARGIN),
        alignment=ft.Alignment.CENTER,
        padding=ft.Padding.symmetric(horizontal=theme.PAGE_MARGIN, vertical=12),
    )
