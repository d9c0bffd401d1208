"""The history and the page of one session, with what is done from there."""

import logging
from collections.abc import Callable
from functools import partial

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.history.session_view import SessionView, present_session
from routine_app.core.history.view import HistoryFacts, HistoryView, present_history
from routine_app.core.history.weeks import days_of_weeks
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.summary_view import legible
from routine_app.ui.feedback.controller import FeedbackController
from routine_app.ui.history.screen import HistoryScreen
from routine_app.ui.history.session_screen import SessionScreen
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import HISTORY, SESSION, name_in, route_to

logger = logging.getLogger(__name__)

SESSIONS_AT_ONCE = 30
"""So many sessions are read and drawn at first, and more on demand: a long history opens as fast as a short one."""


class HistoryController(Controller):
    """Fills both from the history, and begins a first session by `start`, which `expect_start` makes ready; what is said of a session is written as it is said."""

    def __init__(
        self,
        services: PageServices,
        history: HistoryRepository,
        feedback: FeedbackController,
        footer: ft.Control,
        *,
        start: Callable[[], None],
        expect_start: Callable[[], None],
    ) -> None:
        self._services, self._history, self._feedback = services, history, feedback
        self._expect_start = expect_start
        self._navigation, self._messenger = services.navigation, services.messenger
        self._shown = SESSIONS_AT_ONCE
        self._session_id = ""
        self._session_shown: SessionView | None = None
        self.list = HistoryScreen(self._open_session, self._show_more, start, footer)
        self.session = SessionScreen(partial(services.navigation.go, HISTORY), self._delete, feedback.control)

    def enter(self, route: str) -> bool:
        """Write the history as it is now, or the session that the route names, to its screen."""
        self._session_id = ""
        if route == HISTORY:
            self._show_list()
            return True
        with reporting(self._messenger, logger, "A session cannot be read"):
            return self._show_session(self._history.session(name_in(route, SESSION)))
        return False

    def scene(self, route: str) -> Scene:
        """The history or the page of a session."""
        if route == HISTORY:
            return Scene(HISTORY, self.list.control, self.list.fit)
        return Scene(route, self.session.control, self._fit_session, back=HISTORY)

    def look_outside(self) -> None:
        """Show on the page of a session what was written of it elsewhere; leave it if it was deleted there."""
        if not self._session_id:
            return
        self._feedback.look_outside()
        session = self._feedback.session
        if session is None:
            self._navigation.go(HISTORY)
        elif (view := self._present(session)) != self._session_shown:
            self._show_holds(view)
            self._navigation.update()

    def _fit_session(self, viewport: Viewport) -> None:
        self.session.fit(viewport)
        self._feedback.fit(viewport)

    def _show_list(self) -> None:
        view = self._view()
        self.list.show(view)
        if view.can_start:
            self._expect_start()

    def _show_session(self, session: SessionRecord | None) -> bool:
        if session is None:
            return False
        self._session_id = session.session_id
        self._show_holds(self._present(session))
        self._feedback.open(session.session_id)
        return True

    def _present(self, session: SessionRecord) -> SessionView:
        return present_session(self._legible(session), self._services.clock.wall())

    def _legible(self, session: SessionRecord) -> SessionRecord:
        return legible(session, self._services.missing_scripts())

    def _show_holds(self, view: SessionView) -> None:
        self._session_shown = view
        self.session.show(view)

    def _view(self) -> HistoryView:
        now = self._services.clock.wall()
        days = days_of_weeks(now.date())
        try:
            facts = HistoryFacts(
                self._history.day_totals(days),
                self._history.held(days),
                tuple(map(self._legible, self._history.newest_sessions(self._shown))),
                self._history.session_count(),
            )
        except UserFacingError as error:
            logger.exception("The history cannot be read")
            return HistoryView(str(error))
        return present_history(facts, self._services.settings.settings.weekly_days, now)

    def _open_session(self, session_id: str) -> None:
        self._navigation.go(route_to(SESSION, session_id))

    def _show_more(self) -> None:
        self._shown += SESSIONS_AT_ONCE
        self._show_list()

    def _delete(self) -> None:
        """Take the session out of the history, and offer to put it back."""
        with reporting(self._messenger, logger, "A session could not be deleted"):
            gone = self._history.delete(self._session_id)
            self._navigation.go(HISTORY)
            if gone is not None:
                self._messenger.show_with_undo(
                    f"Deleted {self._legible(gone).title}.", partial(self._restore, gone)
                )

    def _restore(self, gone: SessionRecord) -> None:
        with reporting(self._messenger, logger, "A session could not be put back"):
            self._history.restore(gone)
        self._navigation.show_again()
