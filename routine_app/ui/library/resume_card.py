"""The card above the routines that offers to go on with an interrupted session."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.resume import ResumeView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import bold_button
from routine_app.ui.kit.cards import (
    bold_card,
    bold_line,
    bold_lines,
    bold_title,
    pill_words,
    set_words,
    stretched,
)


class ResumeCard:
    """One button that goes on, its words its accessible name, and a quiet one that ends the session.

    A session that cannot go on has its words alone in place of the first.
    """

    def __init__(self, on_continue: Callable[[], None], on_end: Callable[[], None]) -> None:
        self._title = bold_title()
        self._done, self._next = bold_line(), bold_line()
        self._left = pill_words()
        words = bold_lines("Continue", self._title, self._done, self._next, pill=self._left)
        self._go_on = bold_button(words, on_continue, vertical=12)
        self._still = self._make_still()
        end = bold_button(ft.Text("End it", no_wrap=True), on_end, vertical=0)
        end.height = theme.TOUCH_TARGET
        self._content = stretched([self._go_on, self._still, ft.Row([end])], spacing=0, tight=True)
        self.control = bold_card()
        self.control.visible = False

    def _make_still(self) -> ft.Control:
        self._still_title, self._still_done, self._why = bold_title(), bold_line(), bold_line()
        head = bold_line("Interrupted", size=15, weight=ft.FontWeight.W_600)
        lines: list[ft.Control] = [head, self._still_title, self._still_done, self._why]
        words = ft.MergeSemantics(content=ft.Column(lines, spacing=4, tight=True))
        return ft.Container(content=words, padding=ft.Padding.only(left=18, top=12, right=18))

    def show(self, view: ResumeView | None) -> None:
        """Offer the session, or hide the card if there is none."""
        self.control.visible = view is not None
        if view is not None:
            self.control.content = self._content
            self._go_on.visible, self._still.visible = view.can_go_on, not view.can_go_on
            set_words(self._still_title, view.title)
            self._still_done.value = view.done
            set_words(self._why, view.next_words)
            set_words(self._title, view.title)
            self._done.value = view.done
            set_words(self._next, view.next_words)
            self._left.value = view.time_left
