"""The page after a session: what was held, and what was left out."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.summary_view import MuscleRow, SummaryView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton, action_bar, action_height
from routine_app.ui.kit.cards import (
    body_text,
    card,
    card_title,
    heading,
    quiet_text,
    reading_column,
    title_text,
)
from routine_app.ui.kit.muscle_table import muscle_table
from routine_app.ui.kit.text_scale import AS_DESIGNED, TextScale

HEADING_SIZE = 44


class SummaryScreen:
    """The summary. `show` is all that writes to its controls; in it stand `questions`."""

    def __init__(self, on_finish: Callable[[], None], questions: ft.Control) -> None:
        self._heading = title_text(size=HEADING_SIZE)
        self._title = quiet_text("", size=18)
        self._held = ft.Text(size=28, weight=ft.FontWeight.W_600, color=theme.HOLD)
        self._planned = quiet_text("", size=16)
        self._muscles = ft.Container()
        self._rows: tuple[MuscleRow, ...] = ()
        self._text_scale, self._width = AS_DESIGNED, float(theme.COLUMN_WIDTH)
        self._left_out = ft.Container()
        words = ft.Column(
            [heading(self._heading), self._title, self._held, self._planned], spacing=4, tight=True
        )
        reading = reading_column([words, self._muscles, questions, self._left_out])
        self._finish = MainButton("Finish", on_finish)
        self.control = ft.SafeArea(
            content=ft.Column([reading, action_bar(self._finish)], spacing=0, expand=True), expand=True
        )

    def fit(self, width: float, height: float, text_scale: TextScale) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._finish.control.height = action_height(height, text_scale)
        self._text_scale, self._width = text_scale, width
        self._size_heading()
        self._fill_muscles()

    def show(self, view: SummaryView) -> None:
        """Write the view to the controls."""
        self._heading.value = view.heading
        self._size_heading()
        self._title.value = view.title
        self._held.value = view.held
        self._planned.value = view.planned
        self._rows = view.muscles
        self._fill_muscles()
        self._left_out.visible = bool(view.left_out)
        left_out: list[ft.Control] = [card_title("Cut short or skipped")]
        left_out += [body_text(words) for words in view.left_out]
        self._left_out.content = card(ft.Column(left_out, spacing=6, tight=True))

    def _size_heading(self) -> None:
        room = self._width - 2 * theme.PAGE_MARGIN
        self._heading.size = self._text_scale.fitting(HEADING_SIZE, self._heading.value, room)

    def _fill_muscles(self) -> None:
        self._muscles.visible = bool(self._rows)
        self._muscles.content = card(muscle_table("Held", self._rows, self._width, self._text_scale))
