"""One thing that is on or off: its name, and the switch; a tap anywhere on it switches."""

from collections.abc import Callable

import flet as ft

from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import Act, tool_button
from routine_app.ui.kit.cards import body_text
from routine_app.ui.kit.safe_handler import guarded


class SwitchRow:
    """A switch whose accessible name is the words beside it."""

    def __init__(self, name: str, on_switch: Callable[[bool], None]) -> None:
        self._on_switch = on_switch
        self._switch = ft.Switch(on_change=guarded(self._switched))
        words = body_text(name)
        words.style = ft.TextStyle(letter_spacing=0)
        tile = ft.ListTile(title=words, trailing=self._switch, toggle_inputs=True, content_padding=0)
        self.control = ft.MergeSemantics(content=tile)

    def show(self, *, is_on: bool) -> None:
        """Show whether it is on."""
        self._switch.value = is_on

    def _switched(self) -> None:
        self._on_switch(self._switch.value)


class SwitchButton:
    """Its picture and its accessible name, such as "Voice on", change with what it switches."""

    def __init__(self, name: str, on_icon: ft.IconData, off_icon: ft.IconData, act: Act) -> None:
        self._name = name
        self._icons = {True: on_icon, False: off_icon}
        self._is_on = True
        self.control = tool_button(self._words(), on_icon, act)

    def show(self, *, is_on: bool) -> None:
        """Show whether it is on."""
        if is_on != self._is_on:
            self._is_on = is_on
            colour = theme.INK if is_on else theme.QUIET
            self.control.icon = ft.Icon(self._icons[is_on], color=colour, semantics_label=self._words())

    def _words(self) -> str:
        return f"{self._name} {'on' if self._is_on else 'off'}"
