"""What the user says of one session: asked for by a form, and written down at once."""

import logging
from collections.abc import Callable
from dataclasses import replace

from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, painful_sides, with_pain
from routine_app.core.feedback.view import present_feedback
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.model import Side
from routine_app.core.session.record import SessionRecord
from routine_app.ui.feedback.form import FeedbackForm
from routine_app.ui.feedback.note_box import NoteBox, NoteChange
from routine_app.ui.feedback.pain_advice import PainAdviceController
from routine_app.ui.kit.cards import stretched
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

JOINED_WORDS = "The note was changed elsewhere too; both texts are kept."
GONE_WORDS = "This session was deleted elsewhere."


class FeedbackController:
    """Fills the form and keeps each answer, joined to what other pages and imports have written meanwhile.

    `control` is the form, and above it the advice that pain in several sessions may bring. `session` is what the
    history has of the session, as it was read last; None if it is not there.
    """

    def __init__(
        self, services: PageServices, history: HistoryRepository, pain: PainAdviceController
    ) -> None:
        self._services, self._history, self._pain = services, history, pain
        self._session_id = self._trouble = ""
        self._feedback = Feedback()
        self._note = NoteBox(services.clock, self._write_note, self._tell_joined)
        self._form = FeedbackForm(self._feel, self._toggle_pain, self._note.control)
        self.session: SessionRecord | None = None
        self.control = stretched([pain.new_card().control, self._form.control])

    def open(self, session_id: str) -> None:
        """Ask about a session, and show what was said of it before."""
        is_other = session_id != self._session_id
        if is_other:
            self._session_id, self.session = session_id, None
        self._read()
        self._feedback = Feedback() if self.session is None else self.session.feedback
        if is_other:
            self._note.open(self._feedback.note)
            self._form.open()
        self._form.control.visible = True
        self._show()

    def look_outside(self) -> None:
        """Show what was said elsewhere meanwhile; of a session that was deleted there nothing more is asked."""
        was_there = self.session is not None
        self._read()
        if self.session is None:
            if was_there:
                self._form.control.visible = False
                self._services.messenger.show(GONE_WORDS)
                self._services.navigation.update()
        elif not was_there or self._is_behind(self.session.feedback):
            self._feedback = self.session.feedback
            self._form.control.visible = True
            self._show()
            self._services.navigation.update()

    def fit(self, viewport: Viewport) -> None:
        """Fit the form to a viewport."""
        self._form.fit(viewport)

    def _is_behind(self, feedback: Feedback) -> bool:
        return feedback != self._feedback or feedback.note != self._note.text

    def _read(self) -> None:
        """Read the session; where that fails, what was read before stays, and the log has it once."""
        try:
            self.session = self._history.session(self._session_id)
        except UserFacingError as error:
            if str(error) != self._trouble:
                logger.warning("What was said of a session cannot be read: %s", error)
            self._trouble = str(error)
        else:
            self._trouble = ""

    def _feel(self, feeling: Feeling | None) -> None:
        """Record how the session felt; None clears the answer."""
        self._keep(lambda said: replace(said, feeling=feeling))

    def _toggle_pain(self, muscle: str, side: Side) -> None:
        """Record the contrary of what is shown."""
        hurts = side not in painful_sides(self._feedback, muscle)
        self._keep(lambda said: with_pain(said, muscle, side, hurts=hurts))

    def _write_note(self, change: NoteChange) -> str | None:
        is_kept = self._keep(lambda said: replace(said, note=change(said.note)))
        return self._feedback.note if is_kept else None

    def _tell_joined(self) -> None:
        self._services.messenger.show(JOINED_WORDS)

    def _keep(self, change: Callable[[Feedback], Feedback]) -> bool:
        """Change what is said of the session by now; whether that could be kept."""
        is_kept = False
        with reporting(self._services.messenger, logger, "What was said of a session could not be kept"):
            self._feedback = self._history.say_of(self._session_id, change, self._services.clock.wall())
            is_kept = True
        self._show()
        return is_kept

    def _show(self) -> None:
        view = present_feedback(self._feedback)
        self._form.show(view)
        self._note.show(view.note)
        self._pain.show()
