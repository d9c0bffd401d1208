"""The card with the advice about pain that stays; it stands until it is acknowledged."""

from collections.abc import Callable

import flet as ft

from routine_app.core.feedback.pain_advice import PainAdviceView
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import body_text, card, card_title


class PainAdviceCard:
    """The card; `on_understood` gets the muscles that it was about."""

    def __init__(self, on_understood: Callable[[tuple[str, ...]], None]) -> None:
        self._on_understood = on_understood
        self._muscles: tuple[str, ...] = ()
        self._title, self._words = card_title(""), body_text("")
        button = pill_button("Understood", ft.Icons.CHECK_ROUNDED, self._understood)
        words = ft.MergeSemantics(content=ft.Column([self._title, self._words], spacing=6, tight=True))
        content = ft.Column([words, ft.Row([button])], spacing=12, tight=True)
        self.control = card(content, border_colour=theme.ACCENT)
        self.control.visible = False

    def show(self, view: PainAdviceView | None) -> None:
        """Show the advice, or hide the card if there is none."""
        self.control.visible = view is not None
        if view is not None:
            self._title.value, self._words.value, self._muscles = view.title, view.words, view.muscles

    def _understood(self) -> None:
        self._on_understood(self._muscles)
