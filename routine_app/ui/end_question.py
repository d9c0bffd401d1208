"""What the player asks when one goes back out of a session, in the place of the ring."""

import flet as ft

from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, quiet_button
from routine_app.ui.player_commands import PlayerCommands
from routine_app.ui.still import Still

BUTTON_HEIGHT = 52


class EndQuestion:
    """Whether the session shall end, and its two answers.

    It is part of the player's own screen: a reload finds it where it was, and the system's Back, which
    closes a dialog of Flutter's, has nothing to close.
    """

    def __init__(self, commands: PlayerCommands) -> None:
        question = ft.Text(
            "End this session?",
            size=22,
            weight=ft.FontWeight.W_600,
            color=theme.INK,
            text_align=ft.TextAlign.CENTER,
        )
        kept = ft.Text(
            "What you held so far is kept.", size=17, color=theme.QUIET, text_align=ft.TextAlign.CENTER
        )
        keep_going = MainButton("Keep going", commands.keep_going, ft.Icons.PLAY_ARROW_ROUNDED, BUTTON_HEIGHT)
        end = quiet_button(ft.Text("End session", no_wrap=True), commands.stop, height=BUTTON_HEIGHT)
        self._column = ft.Column(
            [question, kept, keep_going.control, end],
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        self.control = Still(content=self._column, alignment=ft.Alignment.CENTER, expand=True, visible=False)

    def show(self, *, is_asked: bool) -> None:
        """Ask, or step aside."""
        self.control.visible = is_asked

    def resize(self, width: float) -> None:
        """Fit the ring's place."""
        self._column.width = width
