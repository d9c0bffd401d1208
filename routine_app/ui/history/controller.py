"""The history and the page of one session, with what is done from there."""

import logging
from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote, unquote

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HistoryBook
from routine_app.core.history.session_view import present_session
from routine_app.core.history.view import HistoryFacts, HistoryView, present_history
from routine_app.core.history.weeks import days_of_weeks
from routine_app.core.session.record import SessionRecord
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.history.screen import HistoryScreen
from routine_app.ui.history.session_screen import SessionScreen
from routine_app.ui.kit.full_page import whole_page
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.session_services import SessionServices

logger = logging.getLogger(__name__)

HISTORY, SESSION = "/history", "/session/"
SESSIONS_AT_ONCE = 30
"""So many sessions are read and drawn at first, and more on demand: a long history opens as fast as a short one."""


class Host(Protocol):
    """The app around these pages."""

    def go(self, route: str) -> None:
        """Show the page of a route."""

    def show_again(self) -> None:
        """Show anew what is on the screen."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Tell it, with a button that undoes it."""


class HistoryController:
    """Fills both from the book; what is said of a session is written as it is said."""

    def __init__(
        self,
        book: HistoryBook,
        equipment: SessionServices,
        feedback: FeedbackController,
        footer: ft.Control,
        host: Host,
    ) -> None:
        self._book, self._feedback, self._host = book, feedback, host
        self._clock, self._settings = equipment.clock, equipment.settings
        self._shown = SESSIONS_AT_ONCE
        self._session_id = ""
        self.list = HistoryScreen(self, footer)
        self.session = SessionScreen(self, feedback.control)
        self._session_view = whole_page(SESSION, self.session.control)

    def fit(self, width: float, text_scale: TextScale) -> None:
        """Fit a screen of that size."""
        self.list.fit(width, text_scale)
        self.session.fit(width, text_scale)
        self._feedback.fit(width, text_scale)

    def show_list(self) -> None:
        """Write the history as it is now to its screen."""
        self.list.show(self._view())

    def scene(self, route: str, below: ft.View) -> Scene | None:
        """What to show for a route, above the view that Back leads to; None if it is not a session's."""
        if not route.startswith(SESSION):
            return None
        try:
            session = self._book.session(unquote(route.removeprefix(SESSION)))
        except UserFacingError as error:
            logger.exception("A session cannot be read")
            self._host.say(str(error))
            return None
        if session is None:
            return None
        self._show_session(session)
        return Scene(route, [below, self._session_view], back=HISTORY)

    def _show_session(self, session: SessionRecord) -> None:
        self._session_id = session.session_id
        self.session.show(present_session(session, self._clock.wall()))
        self._feedback.open(session.session_id)

    def _view(self) -> HistoryView:
        now = self._clock.wall()
        days = days_of_weeks(now.date())
        try:
            facts = HistoryFacts(
                self._book.day_totals(days),
                self._book.held(days),
                self._book.newest_sessions(self._shown),
                self._book.session_count(),
            )
        except UserFacingError as error:
            logger.exception("The history cannot be read")
            return HistoryView(str(error))
        return present_history(facts, self._settings.settings.weekly_days, now)

    def open_session(self, session_id: str) -> None:
        """Show one session."""
        self._host.go(SESSION + quote(session_id))

    def show_more(self) -> None:
        """Show more sessions of the list."""
        self._shown += SESSIONS_AT_ONCE
        self.show_list()

    def leave_session(self) -> None:
        """Go back to the history."""
        self._host.go(HISTORY)

    def delete_session(self) -> None:
        """Take the session out of the history, and offer to put it back."""
        try:
            gone = self._book.delete(self._session_id)
        except UserFacingError as error:
            logger.exception("A session could not be deleted")
            self._host.say(str(error))
            return
        self._host.go(HISTORY)
        if gone is not None:
            self._host.show_with_undo(f"Deleted {gone.title}.", lambda: self._restore(gone))

    def _restore(self, gone: SessionRecord) -> None:
        try:
            self._book.restore(gone)
        except UserFacingError as error:
            logger.exception("A session could not be put back")
            self._host.say(str(error))
        self._host.show_again()
