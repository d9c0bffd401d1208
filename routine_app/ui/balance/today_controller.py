"""What was held lately, what is to be done about it, and the routine that is made for it."""

import logging
from collections.abc import Callable, Sequence
from typing import Protocol

from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.catch_up import catch_up
from routine_app.core.balance.catch_up_file import GENERATED_FILE, generated_text, is_unmodified
from routine_app.core.balance.today import NEWEST_SESSIONS, Today, just_done, today
from routine_app.core.days import WEEK_DAYS, days_back
from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineEntry,
    RoutineFileStore,
    RoutineRepository,
)
from routine_app.core.session.record import SessionRecord
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import LIST, ROUTINE, route_to

logger = logging.getLogger(__name__)

LOOKED_AT_SECONDS = 1.5
"""So long somebody looks at what Today offers before they begin it; a first screen is drawn, and what comes after it on its way."""


class Sessions(Protocol):
    """Begins sessions."""

    def expect(self, *, after_seconds: float) -> None:
        """Make ready, after so many seconds, for a session that may begin soon."""

    def begin(self, name: str, routine: Routine, length: Length, came_from: str) -> None:
        """Begin a session of the routine whose file has that name; `came_from` is the route to go back to."""


class TodayController:
    """Asks the history, and writes the routine that was made only once somebody wants to see or begin it."""

    def __init__(
        self,
        services: PageServices,
        history: HistoryRepository,
        library: RoutineRepository,
        files: RoutineFileStore,
        sessions: Sessions,
    ) -> None:
        self._services, self._messenger = services, services.messenger
        self._history, self._library, self._files = history, library, files
        self._sessions = sessions
        self._today: Today | None = None

    def balance(self, days: int) -> Balance:
        """What each muscle got in the last so many days; raises UserFacingError."""
        sums = self._history.held(days_back(self._services.clock.wall().date(), days))
        return balance(sums, days, self._services.settings.settings.weekly_dose_seconds)

    @property
    def can_start(self) -> bool:
        """Whether there is a routine to begin today, as it was worked out last."""
        return self._today is not None and self._today.routine is not None

    def expect_start(self) -> None:
        """Make ready for a session that a screen offers to begin."""
        self._sessions.expect(after_seconds=LOOKED_AT_SECONDS)

    def newest_sessions(self) -> Sequence[SessionRecord]:
        """The sessions that began last, newest first; none if the history cannot be read."""
        try:
            return self._history.newest_sessions(NEWEST_SESSIONS)
        except UserFacingError as error:
            logger.warning("Nothing is known of the last sessions: %s", error)
            return ()

    def today(self, entries: Sequence[RoutineEntry], newest: Sequence[SessionRecord]) -> Today | None:
        """What is most worth doing after the newest sessions; None if the history cannot be read."""
        settings = self._services.settings.settings
        done = just_done(newest, self._services.clock.wall())
        try:
            self._today = today(self.balance(WEEK_DAYS), entries, settings, done)
        except UserFacingError as error:
            logger.warning("Nothing is said of today: %s", error)
            self._today = None
        return self._today

    def start_today(self) -> None:
        """Begin a session of the routine of today, as it was worked out last."""
        found = self._today
        if found is None or found.routine is None:
            return
        if found.name:
            self._begin(found.name, found.routine, self._services.settings.settings.hold_length)
        else:
            self._begin_made(found.routine)

    def start_anew(self) -> None:
        """Begin a session of the routine of today, of the routines as they are now; without one show the list."""
        self.today(self._library.entries(), self.newest_sessions())
        if self.can_start:
            self.start_today()
        else:
            self._services.navigation.go(LIST)

    def open_today(self) -> None:
        """Show the routine of today, as it was worked out last."""
        found = self._today
        if found is None or found.routine is None:
            return
        if found.name:
            self._services.navigation.go(route_to(ROUTINE, found.name))
        else:
            self._show(found.routine)

    def catch_up(self, minutes: int) -> None:
        """Make the routine that fits into so many minutes, and show it."""
        routines = [entry.routine for entry in self._library.entries() if entry.routine]
        with reporting(self._messenger, logger, "Nothing could be made to catch up"):
            made = catch_up(self.balance(WEEK_DAYS), routines, minutes)
            if made is None:
                self._messenger.show("Nothing is missing that your stretches could give.")
            else:
                self._show(made)

    def _show(self, routine: Routine) -> None:
        self._with_file_of(routine, self._services.show_file)

    def _begin(self, name: str, routine: Routine, length: Length) -> None:
        """Begin a session; where nothing is held of it, it leads back to the screen that is shown."""
        self._sessions.begin(name, routine, length, self._services.navigation.route)

    def _begin_made(self, routine: Routine) -> None:
        """Begin a session of a routine that was made, whose holds are as long as there is time for them."""

        def begin(file_name: str) -> None:
            entries = self._library.entries()
            name = next((entry.name for entry in entries if entry.file_name == file_name), file_name)
            self._begin(name, routine, Length.NORMAL)

        self._with_file_of(routine, begin)

    def _with_file_of(self, routine: Routine, act: Callable[[str], None]) -> None:
        """Write a routine that was made, and do something with the name of its file."""
        with reporting(self._messenger, logger, "A routine that was made could not be written"):
            try:
                file_name = self._written(generated_text(routine))
            except (NameTakenError, ChangedOutsideError):
                self._messenger.show("Another program wrote that file just now; try again.")
            else:
                act(file_name)

    def _written(self, text: str) -> str:
        """Write it in place of what was made before, unless somebody has changed that; gives its file's name."""
        before = self._files.read(GENERATED_FILE)
        if before is None:
            return self._files.create(GENERATED_FILE, text).file_name
        if is_unmodified(before.text):
            return self._files.save(before, text).file_name
        return self._files.create(self._files.free_name(GENERATED_FILE), text).file_name
