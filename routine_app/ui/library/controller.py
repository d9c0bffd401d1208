"""The list of routines and the page of one, with what is done from there."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import quote

from routine_app.core.errors import UserFacingError
from routine_app.core.history.repository import HeldSums
from routine_app.core.library.routine_view import present_routine
from routine_app.core.library.search import Findable, RoutineFilter, findable
from routine_app.core.library.view import FilterView, LibraryView, present_filter, present_routines
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import Step, plan
from routine_app.core.routine.repository import (
    Draft,
    DraftStore,
    RoutineEntry,
    RoutineFileStore,
    RoutineRepository,
)
from routine_app.core.settings.settings import as_set
from routine_app.ui.balance.today_controller import TodayController, TodaySupplies
from routine_app.ui.library.file_actions import RoutineFileActions
from routine_app.ui.library.routine_screen import RoutineScreen
from routine_app.ui.library.screen import LibraryScreen
from routine_app.ui.player.session_controller import SessionController
from routine_app.ui.shell.session_services import SessionServices

logger = logging.getLogger(__name__)

LIST, ROUTINE = "/", "/routine/"


class Host(Protocol):
    """The app around these pages."""

    def go(self, route: str) -> None:
        """Show the page of a route."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Tell it, with a button that undoes it."""

    def edit(self, file_name: str) -> None:
        """Open a file in the editor."""

    def new_routine(self) -> None:
        """Begin a new file in the editor."""

    def share(self, file_name: str) -> None:
        """Show a routine as a code and a link."""

    def import_routine(self) -> None:
        """Bring a routine in."""


@dataclass(frozen=True, slots=True)
class RoutineSupplies:
    """The routines: what they say, their files, and what is not in these yet; and what was held of them."""

    library: RoutineRepository
    files: RoutineFileStore
    drafts: DraftStore
    book: HeldSums


class LibraryController:
    """The two pages. `entry` is the routine that is open, None on the list; `prepare` hears of its plan."""

    def __init__(
        self,
        supplies: RoutineSupplies,
        desk: SessionController,
        equipment: SessionServices,
        prepare: Callable[[tuple[Step, ...]], None],
        host: Host,
    ) -> None:
        self._library, self._drafts = supplies.library, supplies.drafts
        self._desk, self._prepare, self._host = desk, prepare, host
        self._settings = equipment.settings
        self._files = RoutineFileActions(supplies.files, self)
        held = TodaySupplies(supplies.book, supplies.library, supplies.files)
        self.today = TodayController(held, equipment.settings, equipment.clock, self)
        self._length = Length.NORMAL
        self._shown: Sequence[RoutineEntry] = ()
        self._findable: Sequence[Findable] = ()
        self._wanted = RoutineFilter()
        self.entry: RoutineEntry | None = None
        self.list = LibraryScreen(self, equipment.find_picture)
        self.routine = RoutineScreen(self, equipment.find_picture)

    def show_list(self) -> None:
        """Write the routines as they are now to the list."""
        self.entry = None
        self._shown = self._library.entries()
        self._findable = [findable(entry) for entry in self._shown]
        self.list.show(self._list_view())

    def _list_view(self) -> LibraryView:
        offer, today = self._desk.offer(self._shown), self.today.today(self._shown)
        return present_routines(self._shown, offer, self._unsaved(), today, self._search_view())

    def _search_view(self) -> FilterView | None:
        return present_filter(self._findable, self._wanted)

    def _unsaved(self) -> Sequence[Draft]:
        try:
            return self._drafts.all()
        except UserFacingError as error:
            logger.warning("The drafts cannot be read: %s", error)
            return ()

    def show_routine(self, name: str) -> bool:
        """Write one routine to its page; whether there is one of that name that can be shown."""
        self._shown = self._library.entries()
        found = next((entry for entry in self._shown if entry.name == name and entry.routine), None)
        if found is None or found.routine is None:
            return False
        if self.entry is None or self.entry.name != name:
            self._length = self._settings.settings.hold_length
        self.entry = found
        self.routine.show(present_routine(found, self._length))
        self._prepare(plan(found.routine))
        return True

    def has_changed(self) -> bool:
        """Whether the files say something else than what was shown last."""
        return tuple(self._library.entries()) != tuple(self._shown)

    @property
    def address(self) -> str:
        """The route of what is shown."""
        return LIST if self.entry is None else ROUTINE + quote(self.entry.name)

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file, or the list if there is none."""
        entries = self._library.entries()
        found = next((entry for entry in entries if entry.file_name == file_name and entry.routine), None)
        self._host.go(LIST if found is None else ROUTINE + quote(found.name))

    def open_routine(self, name: str) -> None:
        """Show one routine."""
        self._host.go(ROUTINE + quote(name))

    def leave_routine(self) -> None:
        """Go back to the list."""
        self._host.go(LIST)

    def set_length(self, length: Length) -> None:
        """Make the holds short or long."""
        self._length = length
        self._host.go(self.address)

    def begin_routine(self) -> None:
        """Start a session of the routine as its file is at this moment; if that is gone, show the list."""
        if self.entry is None:
            return
        if self.show_routine(self.entry.name) and self.entry.routine is not None:
            self.begin(self.entry.name, self.entry.routine, self._length)
        else:
            self.leave_routine()

    def begin(self, name: str, routine: Routine, length: Length) -> None:
        """Start a session of a routine."""
        self._desk.begin(name, as_set(routine, self._settings.settings), length)

    def edit_file(self, file_name: str) -> None:
        """Open a file in the editor."""
        self._host.edit(file_name)

    def edit_routine(self) -> None:
        """Open the routine that is shown in the editor."""
        self._with_file(self._host.edit)

    def share_routine(self) -> None:
        """Show it as a code and a link."""
        self._with_file(self._host.share)

    def duplicate_routine(self) -> None:
        """Put a copy beside it."""
        self._with_file(self._files.duplicate)

    def delete_routine(self) -> None:
        """Delete the user's file; a shipped one of that name comes back."""
        self._with_file(self._files.delete)

    def _with_file(self, act: Callable[[str], None]) -> None:
        if self.entry is not None:
            act(self.entry.file_name)

    def new_routine(self) -> None:
        """Begin a new file in the editor."""
        self._host.new_routine()

    def import_routine(self) -> None:
        """Bring a routine in."""
        self._host.import_routine()

    def open_today(self) -> None:
        """Show the routine of today."""
        self.today.open_today()

    def open_today_anew(self) -> None:
        """Show the routine of today, of the routines as they are now."""
        self.show_list()
        self.open_today()

    def go_on(self) -> None:
        """Go on with the interrupted session."""
        self._desk.go_on()

    def end_interrupted(self) -> None:
        """End the interrupted session."""
        self._desk.end_interrupted()

    def look_for(self, words: str) -> None:
        """Leave only the routines that have these words."""
        self._look(replace(self._wanted, words=words))

    def toggle_muscle(self, muscle: str) -> None:
        """Leave only those that work this muscle too, or no longer ask for it."""
        self._look(self._wanted.toggled(muscle))

    def show_all(self) -> None:
        """Look for nothing any more."""
        self._look(RoutineFilter())

    def _look(self, wanted: RoutineFilter) -> None:
        self._wanted = wanted
        self.list.show_search(self._search_view())

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""
        self._host.say(words)

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Tell it, with a button that undoes it."""
        self._host.show_with_undo(words, undo)
