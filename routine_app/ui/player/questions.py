"""What the player asks after the device slept, in the place of the ring."""

import flet as ft

from routine_app.core.session.player_view import SleepReport
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, question_column, quiet_button
from routine_app.ui.player.commands import PlayerCommands
from routine_app.ui.player.isolated import IsolatedContainer
from routine_app.ui.player.layout.sizes import PlayerLayout


class SleepQuestion:
    """The honest report, and its three answers."""

    def __init__(self, commands: PlayerCommands) -> None:
        self._words = ft.Text(weight=ft.FontWeight.W_600, color=theme.INK, text_align=ft.TextAlign.CENTER)
        self._go_on = MainButton("Continue", commands.pause_or_resume, ft.Icons.PLAY_ARROW_ROUNDED)
        self._redo_words = ft.Text(no_wrap=True)
        self._count_words = ft.Text("Count it", no_wrap=True)
        self._redo = quiet_button(self._redo_words, commands.redo_step)
        self._count = quiet_button(self._count_words, commands.count_sleep)
        self._column = question_column([self._words, self._go_on.control, self._redo, self._count])
        self.control = IsolatedContainer(
            content=self._column, alignment=ft.Alignment.CENTER, expand=True, visible=False
        )

    def show(self, report: SleepReport | None) -> None:
        """Show the question about this sleep, or hide it if there was none."""
        self.control.visible = report is not None
        if report is not None:
            self._words.value = report.words
            self._redo_words.value = report.redo_words

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout, in which the question has the place of the ring."""
        words, drawn_larger = layout.words, layout.text_scale.words
        self._column.width = layout.question_width
        self._words.size = words.question / drawn_larger
        self._go_on.resize(layout.question_button, words.main_button / drawn_larger)
        for button in (self._redo, self._count):
            button.height = layout.question_button
        self._redo_words.size = self._count_words.size = words.button / drawn_larger


class EndQuestion:
    """Whether the session shall end, and its two answers.

    It is part of the player's own screen: a reload finds it where it was, and the system's Back, which
    closes a dialog of Flutter's, has nothing to close.
    """

    def __init__(self, commands: PlayerCommands) -> None:
        self._question = ft.Text(
            "End this session?",
            weight=ft.FontWeight.W_600,
            color=theme.INK,
            text_align=ft.TextAlign.CENTER,
        )
        self._kept = ft.Text(
            "What you held so far is kept.", color=theme.QUIET, text_align=ft.TextAlign.CENTER
        )
        self._keep_going = MainButton("Keep going", commands.keep_going, ft.Icons.PLAY_ARROW_ROUNDED)
        self._end_words = ft.Text("End session", no_wrap=True)
        self._end = quiet_button(self._end_words, commands.stop)
        self._column = question_column([self._question, self._kept, self._keep_going.control, self._end])
        self.control = IsolatedContainer(
            content=self._column, alignment=ft.Alignment.CENTER, expand=True, visible=False
        )

    def show(self, *, is_asked: bool) -> None:
        """Show the question, or hide it."""
        self.control.visible = is_asked

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout, in which the question has the place of the ring."""
        words, drawn_larger = layout.words, layout.text_scale.words
        self._column.width = layout.question_width
        self._question.size = words.question * 22 / 19 / drawn_larger
        self._kept.size = words.line * 17 / 15 / drawn_larger
        self._keep_going.resize(layout.question_button, words.main_button / drawn_larger)
        self._end.height, self._end_words.size = layout.question_button, words.button / drawn_larger
