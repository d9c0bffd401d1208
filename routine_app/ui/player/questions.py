"""What the player asks in the place of the ring: after the device slept, and before a session ends."""

import flet as ft

from routine_app.core.session.player_view import SleepReport
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, quiet_button
from routine_app.ui.kit.cards import stretched
from routine_app.ui.player.buttons import IsolatedContainer
from routine_app.ui.player.layout.sizes import PlayerLayout
from routine_app.ui.player.session_runner import SessionRunner


class _Question:
    """A question in the place of the ring; the first of its answers is a main button."""

    def __init__(self, words: list[ft.Control], first: MainButton, others: list[ft.FilledButton]) -> None:
        self._first, self._others = first, others
        self._column = stretched([*words, first.control, *others], spacing=8, tight=True)
        self._column.scroll = ft.ScrollMode.AUTO
        self.control = IsolatedContainer(
            content=self._column, alignment=ft.Alignment.CENTER, expand=True, visible=False
        )

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout."""
        self._column.width = layout.question_width
        self._first.resize(layout.question_button, layout.words.main_button / layout.text_scale.words)
        for button in self._others:
            button.height = layout.question_button
            if isinstance(button.content, ft.Text):
                button.content.size = layout.words.button / layout.text_scale.words


class SleepQuestion(_Question):
    """How long the device slept and what of it may count, and three answers."""

    def __init__(self, session: SessionRunner) -> None:
        self._words, self._redo_words = _asked(), ft.Text(no_wrap=True)
        super().__init__(
            [self._words],
            MainButton("Continue", session.pause_or_resume, ft.Icons.PLAY_ARROW_ROUNDED),
            [
                quiet_button(self._redo_words, session.redo_step),
                quiet_button("Count it", session.count_sleep),
            ],
        )

    def show(self, report: SleepReport | None) -> None:
        """Show the question about this sleep, or hide it if there was none."""
        self.control.visible = report is not None
        if report is not None:
            self._words.value = report.words
            self._redo_words.value = report.redo_words

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout."""
        super().resize(layout)
        self._words.size = layout.words.question / layout.text_scale.words


class EndQuestion(_Question):
    """Whether the session shall end, and its two answers.

    It is part of the player's own screen: a reload finds it where it was, and the system's Back, which
    closes a dialog of Flutter's, has nothing to close.
    """

    def __init__(self, session: SessionRunner) -> None:
        self._question = _asked("End this session?")
        self._kept = ft.Text(
            "What you held so far is kept.", color=theme.QUIET, text_align=ft.TextAlign.CENTER
        )
        super().__init__(
            [self._question, self._kept],
            MainButton("Keep going", session.keep_going, ft.Icons.PLAY_ARROW_ROUNDED),
            [quiet_button("End session", session.stop)],
        )

    def show(self, *, is_asked: bool) -> None:
        """Show the question, or hide it."""
        self.control.visible = is_asked

    def resize(self, layout: PlayerLayout) -> None:
        """Take the sizes of a layout."""
        super().resize(layout)
        self._question.size = layout.words.question * 22 / 19 / layout.text_scale.words
        self._kept.size = layout.words.line * 17 / 15 / layout.text_scale.words


def _asked(words: str = "") -> ft.Text:
    return ft.Text(words, weight=ft.FontWeight.W_600, color=theme.INK, text_align=ft.TextAlign.CENTER)
