"""What the player asks after the device slept, in the place of the ring."""

import flet as ft

from routine_app.core.present.player import SleepReport
from routine_app.ui import theme
from routine_app.ui.buttons import MainButton, quiet_button
from routine_app.ui.player_commands import PlayerCommands
from routine_app.ui.still import Still

BUTTON_HEIGHT = 52


class SleepQuestion:
    """The honest report, and its three answers."""

    def __init__(self, commands: PlayerCommands) -> None:
        self._words = ft.Text(
            size=19, weight=ft.FontWeight.W_600, color=theme.INK, text_align=ft.TextAlign.CENTER
        )
        go_on = MainButton("Continue", commands.pause_or_resume, ft.Icons.PLAY_ARROW_ROUNDED, BUTTON_HEIGHT)
        self._redo_words = ft.Text(no_wrap=True)
        redo = quiet_button(self._redo_words, commands.redo_step, height=BUTTON_HEIGHT)
        count = quiet_button(ft.Text("Count it", no_wrap=True), commands.count_sleep, height=BUTTON_HEIGHT)
        self._column = ft.Column(
            [self._words, go_on.control, redo, count],
            spacing=8,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )
        self.control = Still(content=self._column, alignment=ft.Alignment.CENTER, expand=True, visible=False)

    def show(self, report: SleepReport | None) -> None:
        """Ask, or step aside."""
        self.control.visible = report is not None
        if report is not None:
            self._words.value = report.words
            self._redo_words.value = report.redo_words

    def resize(self, width: float) -> None:
        """Fit the ring's place."""
        self._column.width = width
