"""The card above the routines that offers to go on with an interrupted session."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.resume import ResumeView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import bold_button
from routine_app.ui.kit.cards import bold_card, bold_line, bold_lines, bold_title, pill_words, stretched


class ResumeCard:
    """One button that goes on, its words its accessible name, and a quiet one that ends the session."""

    def __init__(self, on_continue: Callable[[], None], on_end: Callable[[], None]) -> None:
        self._title = bold_title()
        self._done, self._next = bold_line(), bold_line()
        self._left = pill_words()
        words = bold_lines("Continue", self._title, self._done, self._next, pill=self._left)
        go_on = bold_button(words, on_continue, vertical=12)
        end = bold_button(ft.Text("End it", no_wrap=True), on_end, vertical=0)
        end.height = theme.TOUCH_TARGET
        self._content = stretched([go_on, ft.Row([end])], spacing=0, tight=True)
        self.control = bold_card()
        self.control.visible = False

    def show(self, view: ResumeView | None) -> None:
        """Offer the session, or hide the card if there is none."""
        self.control.visible = view is not None
        if view is not None:
            self.control.content = self._content
            self._title.value = view.title
            self._done.value = view.done
            self._next.value = view.next_words
            self._left.value = view.time_left
