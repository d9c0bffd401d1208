"""The advice about pain that stays: whether it is due, the cards that give it, and that it was read."""

import logging
from collections.abc import Callable

import flet as ft

from routine_app.core.days import days_back
from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.pain_advice import (
    LOOK_BACK_DAYS,
    PainAdviceView,
    muscles_to_advise,
    present_pain_advice,
)
from routine_app.core.feedback.repository import FeedbackRepository
from routine_app.ui.kit import theme
from routine_app.ui.kit.buttons import pill_button
from routine_app.ui.kit.cards import body_text, card_of, card_title
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)


class PainAdviceCard:
    """The card; `on_understood` gets the muscles that it was about."""

    def __init__(self, on_understood: Callable[[tuple[str, ...]], None]) -> None:
        self._on_understood = on_understood
        self._muscles: tuple[str, ...] = ()
        self._title, self._words = card_title(""), body_text("")
        button = pill_button("Understood", ft.Icons.CHECK_ROUNDED, self._understood)
        words = ft.MergeSemantics(content=ft.Column([self._title, self._words], spacing=6, tight=True))
        self.control = card_of(words, ft.Row([button]), spacing=12, border_colour=theme.ACCENT)
        self.control.visible = False

    def show(self, view: PainAdviceView | None) -> None:
        """Show the advice, or hide the card if there is none."""
        self.control.visible = view is not None
        if view is not None:
            self._title.value, self._words.value, self._muscles = view.title, view.words, view.muscles

    def _understood(self) -> None:
        self._on_understood(self._muscles)


class PainAdviceController:
    """Fills the cards of the page, one on each screen that has one; what is read on one is gone from all."""

    def __init__(self, services: PageServices, history: FeedbackRepository) -> None:
        self._services, self._history = services, history
        self._cards: list[PainAdviceCard] = []

    def new_card(self) -> PainAdviceCard:
        """Make a card for a screen."""
        card = PainAdviceCard(self._understood)
        self._cards.append(card)
        return card

    def show(self) -> None:
        """Write to the cards whether the advice is due now."""
        view = self._view()
        for card in self._cards:
            card.show(view)

    def _view(self) -> PainAdviceView | None:
        try:
            pains = self._history.pains(days_back(self._services.clock.wall().date(), LOOK_BACK_DAYS))
            return present_pain_advice(muscles_to_advise(pains, self._history.acknowledged()))
        except UserFacingError as error:
            logger.warning("No advice is given about pain: %s", error)
            return None

    def _understood(self, muscles: tuple[str, ...]) -> None:
        with reporting(self._services.messenger, logger, "It could not be kept that the advice was read"):
            for muscle in muscles:
                self._history.acknowledge(muscle, self._services.clock.wall())
        self.show()
