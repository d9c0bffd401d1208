"""The page after a session: what was held, and what was left out."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.summary_view import MuscleRow, SummaryView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import MainButton
from routine_app.ui.kit.cards import ScreenTitle, body_text, card, card_of, card_title, quiet_text, set_words
from routine_app.ui.kit.full_page import reading_screen
from routine_app.ui.kit.muscle_table import muscle_table
from routine_app.ui.kit.viewport import Viewport

HEADING_SIZE = 44


class SummaryScreen:
    """The summary. `show` is all that writes to its controls; in it stand `questions`."""

    def __init__(self, on_finish: Callable[[], None], questions: ft.Control) -> None:
        self._heading = ScreenTitle(size=HEADING_SIZE)
        self._title = quiet_text("", size=18)
        self._held = ft.Text(size=28, weight=ft.FontWeight.W_600, color=theme.HOLD)
        self._planned = quiet_text("", size=16)
        self._muscles, self._left_out = ft.Container(), ft.Container()
        self._rows: tuple[MuscleRow, ...] = ()
        self._viewport = Viewport()
        self._finish = MainButton("Finish", on_finish)
        words = ft.Column(
            [self._heading.control, self._title, self._held, self._planned], spacing=4, tight=True
        )
        self.control = reading_screen([words, self._muscles, questions, self._left_out], action=self._finish)

    def fit(self, viewport: Viewport) -> None:
        """Leave room to read on a low screen, and for large words on a narrow one."""
        self._finish.fit(viewport)
        self._heading.fit(viewport)
        if viewport != self._viewport:
            self._viewport = viewport
            self._fill_muscles()

    def show(self, view: SummaryView) -> None:
        """Write the view to the controls."""
        self._heading.show(view.heading)
        set_words(self._title, view.title)
        self._held.value, self._planned.value = view.held, view.planned
        self._rows = view.muscles
        self._fill_muscles()
        self._left_out.visible = bool(view.left_out)
        left_out = (body_text(words) for words in view.left_out)
        self._left_out.content = card_of(card_title("Cut short or skipped"), *left_out)

    def _fill_muscles(self) -> None:
        self._muscles.visible = bool(self._rows)
        viewport = self._viewport
        table = muscle_table("Held", self._rows, viewport.width, viewport.text_scale)
        self._muscles.content = card(table)
