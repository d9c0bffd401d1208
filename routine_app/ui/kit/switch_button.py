"""A small round button that turns something on and off, and says which in words."""

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import Act, tool_button


class SwitchButton:
    """Its picture and its accessible name, such as "Voice on", change with what it switches."""

    def __init__(self, name: str, on_icon: ft.IconData, off_icon: ft.IconData, act: Act) -> None:
        self._name = name
        self._icons = {True: on_icon, False: off_icon}
        self._is_on = True
        self.control = tool_button(self._words(), on_icon, act)

    def show(self, *, is_on: bool) -> None:
        """Show how it stands."""
        if is_on != self._is_on:
            self._is_on = is_on
            colour = theme.INK if is_on else theme.QUIET
            self.control.icon = ft.Icon(self._icons[is_on], color=colour, semantics_label=self._words())

    def _words(self) -> str:
        return f"{self._name} {'on' if self._is_on else 'off'}"
