"""The card above the routines that says what is most worth doing today."""

from collections.abc import Callable

import flet as ft

from routine_app.core.balance.today import Today
from routine_app.ui.kit.buttons import bold_button
from routine_app.ui.kit.cards import (
    bold_card,
    bold_line,
    bold_lines,
    bold_title,
    card,
    card_title,
    pill_words,
    quiet_text,
    set_words,
    stretched,
)

HEAD = "Today"


class TodayCard:
    """One button that starts the routine, its words its accessible name, and a quiet one that shows it first.

    Where there is none, it is a still card.
    """

    def __init__(self, on_start: Callable[[], None], on_look: Callable[[], None]) -> None:
        self._title, self._why, self._length = bold_title(), bold_line(), pill_words()
        words = bold_lines(HEAD, self._title, self._why, pill=self._length)
        start = bold_button(words, on_start, vertical=12)
        look = bold_button(ft.Text("Look at it first"), on_look, vertical=15)
        buttons = stretched([start, look], spacing=0, tight=True)
        self._offer = bold_card(buttons)
        self._still_title, self._still_why = card_title(""), quiet_text("")
        still: list[ft.Control] = [quiet_text(HEAD), self._still_title, self._still_why]
        self._still = card(ft.MergeSemantics(content=ft.Column(still, spacing=4, tight=True)))
        self.control = stretched([self._offer], spacing=0, tight=True)
        self.control.visible = False

    def show(self, today: Today | None) -> None:
        """Show what to do today, or hide the card if that is not known."""
        self.control.visible = today is not None
        if today is not None:
            self._offer.visible, self._still.visible = today.routine is not None, today.routine is None
            if self._still.visible and self._still not in self.control.controls:
                self.control.controls.append(self._still)
            for title in (self._title, self._still_title):
                set_words(title, today.title)
            self._why.value = self._still_why.value = today.why
            self._length.value = f"Start, {today.length}"
