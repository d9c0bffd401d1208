"""What the user says of one session: asked for by a form, and written down at once."""

import logging
from dataclasses import replace

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, with_pain_toggled
from routine_app.core.feedback.view import present_feedback
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.model import Side
from routine_app.ui.feedback.form import FeedbackForm
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.kit.cards import stretched
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)


class FeedbackController:
    """Fills the form and keeps each answer.

    `control` is the form, and above it the advice that pain in several sessions may bring.
    """

    def __init__(
        self, services: PageServices, history: HistoryRepository, pain: PainAdviceController
    ) -> None:
        self._services, self._history, self._pain = services, history, pain
        self._session_id = ""
        self._feedback = Feedback()
        self._form = FeedbackForm(self._feel, self._toggle_pain, self._write_note)
        self.control = stretched([pain.new_card().control, self._form.control])

    def open(self, session_id: str) -> None:
        """Ask about a session, and show what was said of it before."""
        self._session_id, self._feedback = session_id, self._said_of(session_id)
        self._show()

    def fit(self, viewport: Viewport) -> None:
        """Fit the form to a viewport."""
        self._form.fit(viewport)

    def _said_of(self, session_id: str) -> Feedback:
        try:
            session = self._history.session(session_id)
        except UserFacingError as error:
            logger.warning("What was said of a session cannot be read: %s", error)
            session = None
        return Feedback() if session is None else session.feedback

    def _feel(self, feeling: Feeling | None) -> None:
        """Record how the session felt; None clears the answer."""
        self._keep(replace(self._feedback, feeling=feeling))

    def _toggle_pain(self, muscle: str, side: Side) -> None:
        self._keep(with_pain_toggled(self._feedback, muscle, side))

    def _write_note(self, note: str) -> None:
        self._keep(replace(self._feedback, note=note))

    def _keep(self, feedback: Feedback) -> None:
        with reporting(self._services.messenger, logger, "What was said of a session could not be kept"):
            self._history.say_of(self._session_id, feedback, self._services.clock.wall())
            self._feedback = feedback
        self._show()

    def _show(self) -> None:
        self._form.show(present_feedback(self._feedback), self._session_id)
        self._pain.show()
