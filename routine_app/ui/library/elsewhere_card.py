"""The card above the routines that tells of a session which another window runs."""

from collections.abc import Callable

import flet as ft

from routine_app.core.session.resume import ElsewhereView
from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import body_text, card_of, card_title


class ElsewhereCard:
    """Its routine, that it runs elsewhere, and a button that asks for it."""

    def __init__(self, on_take_over: Callable[[], None]) -> None:
        self._title, self._words = card_title(""), body_text("")
        take_over = pill_button("Take over", ft.Icons.PLAY_ARROW_ROUNDED, on_take_over)
        self._card = card_of(self._title, self._words, take_over, spacing=8)
        self.control = ft.Container(visible=False)

    def show(self, view: ElsewhereView | None) -> None:
        """Tell of the session, or hide the card if there is none."""
        self.control.visible = view is not None
        if view is not None:
            self.control.content = self._card
            self._title.value, self._words.value = view.title, view.words
