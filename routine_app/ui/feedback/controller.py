"""What the user says of one session: asked for by a form, and written down at once."""

import logging
from collections.abc import Callable
from dataclasses import replace

import flet as ft

from routine_app.core.clock import Clock
from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, with_pain_toggled
from routine_app.core.feedback.view import present_feedback
from routine_app.core.history.repository import HistoryBook
from routine_app.core.routine.model import Side
from routine_app.ui.feedback.form import FeedbackForm
from routine_app.ui.feedback.pain_advice_controller import PainAdviceController
from routine_app.ui.kit.text_scale import TextScale

logger = logging.getLogger(__name__)


class FeedbackController:
    """Fills the form and keeps each answer; `say` gets what could not be kept.

    `control` is the form, and above it the advice that pain in several sessions may bring.
    """

    def __init__(
        self, book: HistoryBook, clock: Clock, pain: PainAdviceController, say: Callable[[str], None]
    ) -> None:
        self._book, self._clock, self._pain, self._say = book, clock, pain, say
        self._session_id = ""
        self._feedback = Feedback()
        self._form = FeedbackForm(self)
        self.control = ft.Column(
            [pain.new_card().control, self._form.control],
            spacing=12,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        )

    def open(self, session_id: str) -> None:
        """Ask about a session, and show what was said of it before."""
        self._session_id, self._feedback = session_id, self._said_of(session_id)
        self._show()

    def fit(self, width: float, text_scale: TextScale) -> None:
        """Fit a screen of that width."""
        self._form.fit(width, text_scale)

    def _said_of(self, session_id: str) -> Feedback:
        try:
            session = self._book.session(session_id)
        except UserFacingError as error:
            logger.warning("What was said of a session cannot be read: %s", error)
            session = None
        return Feedback() if session is None else session.feedback

    def feel(self, feeling: Feeling | None) -> None:
        """It felt so; None takes that back."""
        self._keep(replace(self._feedback, feeling=feeling))

    def toggle_pain(self, muscle: str, side: Side) -> None:
        """A side of a muscle hurts, or it does not after all."""
        self._keep(with_pain_toggled(self._feedback, muscle, side))

    def write_note(self, note: str) -> None:
        """The note reads so now."""
        self._keep(replace(self._feedback, note=note))

    def _keep(self, feedback: Feedback) -> None:
        try:
            self._book.say_of(self._session_id, feedback, self._clock.wall())
            self._feedback = feedback
        except UserFacingError as error:
            logger.exception("What was said of a session could not be kept")
            self._say(str(error))
        self._show()

    def _show(self) -> None:
        self._form.show(present_feedback(self._feedback), self._session_id)
        self._pain.show()
