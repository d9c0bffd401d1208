"""A few words that can be chosen, by a press."""

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import Act, pill_style
from routine_app.ui.kit.safe_handler import guarded


class ChoicePill:
    """One choice; `name` is its accessible name where the words alone do not say enough."""

    def __init__(self, words: str, act: Act, name: str | None = None) -> None:
        self._button = ft.FilledButton(
            content=ft.Text(words, text_align=ft.TextAlign.CENTER, semantics_label=name),
            elevation=0,
            on_click=guarded(act),
            style=pill_style(ft.FontWeight.W_500),
        )
        self._state = ft.Semantics(content=self._button)
        self.control = ft.MergeSemantics(content=self._state)

    def show(self, *, is_chosen: bool) -> None:
        """Show whether it is chosen: by its colours, a tick, and to a screen reader."""
        self._state.selected = is_chosen
        self._button.icon = ft.Icons.CHECK_ROUNDED if is_chosen else None
        self._button.bgcolor = theme.HOLD if is_chosen else theme.RAISED
        self._button.color = theme.ON_HOLD if is_chosen else theme.INK
