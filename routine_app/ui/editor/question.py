"""What the editor asks, in the place of the text."""

from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.editor.diff import DifferenceKind, DifferenceLine
from routine_app.core.editor.view import Answer, Question
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, quiet_button
from routine_app.ui.kit.cards import body_text, stretched, title_text

MARKS = {
    DifferenceKind.SAME: "   ",
    DifferenceKind.MINE: "mine  ",
    DifferenceKind.THEIRS: "file  ",
    DifferenceKind.GAP: "",
}
"""What a line begins with, so that not the colour alone says whose it is."""

COLOURS = {DifferenceKind.MINE: theme.HOLD, DifferenceKind.THEIRS: theme.SWITCH}


class EditorQuestion:
    """A question, the lines that it is about, and its answers. It is part of the screen: a reload finds it."""

    def __init__(self, on_answer: Callable[[Answer], None]) -> None:
        self._on_answer = on_answer
        self._shown: Question | None = None
        self._column = stretched([])
        self._column.scroll = ft.ScrollMode.AUTO
        inner = ft.Container(content=self._column, width=theme.COLUMN_WIDTH, padding=8)
        self.control = ft.Container(content=inner, alignment=ft.Alignment.TOP_CENTER, expand=True)

    def show(self, question: Question | None) -> None:
        """Show this question and its answers, or none."""
        if question is self._shown:
            return
        self._shown = question
        self._column.controls = [] if question is None else self._asked(question)

    def _asked(self, question: Question) -> list[ft.Control]:
        (first_words, first), *others = question.answers
        controls: list[ft.Control] = [
            title_text(question.words, size=24),
            body_text(question.explanation),
        ]
        if question.lines:
            controls.append(_difference(question.lines))
        controls.append(MainButton(first_words, partial(self._on_answer, first), height=60).control)
        controls += [quiet_button(words, partial(self._on_answer, answer)) for words, answer in others]
        return controls


def _difference(lines: tuple[DifferenceLine, ...]) -> ft.Control:
    texts = [
        ft.Text(
            MARKS[line.kind] + line.text,
            color=COLOURS.get(line.kind, theme.QUIET),
            style=ft.TextStyle(font_family=theme.MONO, size=14),
        )
        for line in lines
    ]
    return ft.Container(
        content=ft.Column(list[ft.Control](texts), spacing=2),
        bgcolor=theme.SURFACE,
        border_radius=12,
        padding=12,
    )
