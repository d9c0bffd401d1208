"""What was held lately, what is to be done about it, and the routine that is made for it."""

import logging
from collections.abc import Sequence

from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.catch_up import catch_up
from routine_app.core.balance.catch_up_file import GENERATED_FILE, generated_text, is_unmodified
from routine_app.core.balance.today import Today, today
from routine_app.core.days import WEEK_DAYS, days_back
from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HistoryRepository
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineEntry,
    RoutineFileStore,
    RoutineRepository,
)
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import ROUTINE, route_to

logger = logging.getLogger(__name__)

TODAY_MINUTES = 5
"""What the card of today takes for granted that there is time for."""


class TodayController:
    """Asks the history, and writes the routine that was made only once somebody wants to see it."""

    def __init__(
        self,
        services: PageServices,
        history: HistoryRepository,
        library: RoutineRepository,
        files: RoutineFileStore,
    ) -> None:
        self._services, self._messenger = services, services.messenger
        self._history, self._library, self._files = history, library, files
        self._today: Today | None = None

    def balance(self, days: int) -> Balance:
        """What each muscle got in the last so many days; raises UserFacingError."""
        sums = self._history.held(days_back(self._services.clock.wall().date(), days))
        return balance(sums, days, self._services.settings.settings.weekly_dose_seconds)

    def today(self, entries: Sequence[RoutineEntry]) -> Today | None:
        """What is most worth doing; None if the history cannot be read."""
        try:
            self._today = today(self.balance(WEEK_DAYS), entries, TODAY_MINUTES)
        except UserFacingError as error:
            logger.warning("Nothing is said of today: %s", error)
            self._today = None
        return self._today

    def open_today(self) -> None:
        """Show the routine of today, as it was worked out last."""
        found = self._today
        if found is None or found.routine is None:
            return
        if found.name:
            self._services.navigation.go(route_to(ROUTINE, found.name))
        else:
            self._show(found.routine)

    def open_today_anew(self) -> None:
        """Show the routine of today, of the routines as they are now."""
        self.today(self._library.entries())
        self.open_today()

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
        with reporting(self._messenger, logger, "A routine that was made could not be written"):
            try:
                self._services.show_file(self._written(generated_text(routine)))
            except (NameTakenError, ChangedOutsideError):
                self._messenger.show("Another program wrote that file just now; try again.")

    def _written(self, text: str) -> str:
        """Write it in place of what was made before, unless somebody has changed that; gives its file's name."""
        before = self._files.read(GENERATED_FILE)
        if before is None:
            return self._files.create(GENERATED_FILE, text).file_name
        if is_unmodified(before.text):
            return self._files.save(before, text).file_name
        return self._files.create(self._files.free_name(GENERATED_FILE), text).file_name
