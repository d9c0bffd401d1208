"""What was held lately, what is to be done about it, and the routine that is made for it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.balance.balance import Balance, balance
from routine_app.core.balance.catch_up import catch_up
from routine_app.core.balance.catch_up_file import GENERATED_FILE, generated_text, is_unmodified
from routine_app.core.balance.today import Today, today
from routine_app.core.clock import Clock
from routine_app.core.days import WEEK_DAYS, days_back
from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HeldSums
from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineEntry,
    RoutineFileStore,
    RoutineRepository,
)
from routine_app.ui.settings.controller import SettingsController

logger = logging.getLogger(__name__)

TODAY_MINUTES = 5
"""What the card of today takes for granted that there is time for."""


class Host(Protocol):
    """The app around the desk."""

    def open_routine(self, name: str) -> None:
        """Show one routine of the library."""

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""


@dataclass(frozen=True, slots=True)
class TodaySupplies:
    """What was held, and the routines."""

    book: HeldSums
    library: RoutineRepository
    files: RoutineFileStore


class TodayController:
    """Asks the history, and writes the routine that was made only once somebody wants to see it."""

    def __init__(
        self, supplies: TodaySupplies, settings: SettingsController, clock: Clock, host: Host
    ) -> None:
        self._book, self._library, self._files = supplies.book, supplies.library, supplies.files
        self._settings, self._clock, self._host = settings, clock, host
        self._today: Today | None = None

    def balance(self, days: int) -> Balance:
        """What each muscle got in the last so many days; raises UserFacingError."""
        sums = self._book.held(days_back(self._clock.wall().date(), days))
        return balance(sums, days, self._settings.settings.weekly_dose_seconds)

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
            self._host.open_routine(found.name)
        else:
            self._show(found.routine)

    def catch_up(self, minutes: int) -> None:
        """Make the routine that fits into so many minutes, and show it."""
        routines = [entry.routine for entry in self._library.entries() if entry.routine]
        try:
            made = catch_up(self.balance(WEEK_DAYS), routines, minutes)
        except UserFacingError as error:
            logger.exception("Nothing could be made to catch up")
            self._host.say(str(error))
            return
        if made is None:
            self._host.say("Nothing is missing that your stretches could give.")
        else:
            self._show(made)

    def _show(self, routine: Routine) -> None:
        try:
            self._host.show_file(self._written(generated_text(routine)))
        except (NameTakenError, ChangedOutsideError):
            self._host.say("Another program wrote that file just now; try again.")
        except UserFacingError as error:
            logger.exception("A routine that was made could not be written")
            self._host.say(str(error))

    def _written(self, text: str) -> str:
        """Write it in place of what was made before, unless somebody has changed that; gives its file's name."""
        before = self._files.read(GENERATED_FILE)
        if before is None:
            return self._files.create(GENERATED_FILE, text).file_name
        if is_unmodified(before.text):
            return self._files.save(before, text).file_name
        return self._files.create(self._files.free_name(GENERATED_FILE), text).file_name
