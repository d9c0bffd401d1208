"""The buttons of the player, and which of them has the keyboard's focus."""

import flet as ft

from routine_app.core.present.player import PlayerView
from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, quiet_button, round_button
from routine_app.ui.player_commands import PlayerCommands
from routine_app.ui.player_layout import PlayerLayout
from routine_app.ui.still import Still


class PlayerButtons:
    """Close at the top; Back, Pause, +10 s and Skip in the lower third."""

    def __init__(self, commands: PlayerCommands) -> None:
        self.close = round_button(
            "Stop", ft.Icons.CLOSE, commands.stop, size=theme.TOUCH_TARGET, is_raised=False
        )
        self._back = round_button("Back", ft.Icons.SKIP_PREVIOUS_ROUNDED, commands.back)
        self._main = MainButton("Pause", commands.pause_or_resume, ft.Icons.PAUSE_ROUNDED)
        self._main.control.expand = True
        self._add = quiet_button(ft.Text("+10 s", no_wrap=True), commands.add_ten_seconds)
        self._skip = round_button("Skip", ft.Icons.SKIP_NEXT_ROUNDED, commands.skip)
        row = ft.Row(
            [self._back, self._main.control, self._add, self._skip],
            spacing=8,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
        self.control = Still(content=row)
        self._has_icon = True
        self._focused: set[int] = set()
        for button in (self.close, self._back, self._main.control, self._add, self._skip):
            self._watch_focus(button)

    @property
    def has_focus(self) -> bool:
        """Whether a key press already goes to one of the buttons."""
        return bool(self._focused)

    def forget_focus(self) -> None:
        """Take it that no button has the focus, as after a reload."""
        self._focused.clear()

    def show(self, view: PlayerView, colour: ft.ColorValue, on_colour: ft.ColorValue) -> None:
        """Say what the main button does now; a question takes the row's place."""
        self.control.visible = not view.has_question
        words = "Resume" if view.is_paused else "Pause"
        icon = ft.Icons.PLAY_ARROW_ROUNDED if view.is_paused else ft.Icons.PAUSE_ROUNDED
        self._main.show(words, icon if self._has_icon else None)
        self._main.colour(colour, on_colour)

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout."""
        self._has_icon = layout.has_main_icon
        self.control.height = self._main.control.height = layout.main_button
        for button in (self._back, self._skip):
            button.width = button.height = layout.button
        self._add.height = layout.button

    def _watch_focus(self, button: ft.IconButton | ft.FilledButton) -> None:
        def focused() -> None:
            self._focused.add(id(button))

        def left() -> None:
            self._focused.discard(id(button))

        button.on_focus, button.on_blur = focused, left
