"""The list of routines and the page of one, with what is done from there."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from routine_app.core.errors import UserFacingError
from routine_app.core.library.routine_view import legible, present_routine
from routine_app.core.library.search import Findable, RoutineFilter, findable
from routine_app.core.library.view import FilterView, LibraryView, present_filter, present_routines
from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.model import CATCH_UP_TAG
from routine_app.core.routine.repository import (
    Draft,
    DraftStore,
    RoutineEntry,
    RoutineFileStore,
    RoutineRepository,
    RoutineTexts,
)
from routine_app.core.session.resume import ElsewhereView, ResumeView
from routine_app.core.text.scripts import readable
from routine_app.ui.balance.today_controller import TodayController
from routine_app.ui.library.elsewhere_card import ElsewhereCard
from routine_app.ui.library.file_actions import RoutineFileActions
from routine_app.ui.library.resume_card import ResumeCard
from routine_app.ui.library.screen import LibraryScreen
from routine_app.ui.library.search_bar import SearchBar
from routine_app.ui.library.today_card import TodayCard
from routine_app.ui.player.session_controller import SessionController
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import EDIT, LIST, ROUTINE, SHARE, name_in, route_to

if TYPE_CHECKING:
    from routine_app.ui.library.recorder import RoutineRecorder
    from routine_app.ui.library.routine_screen import RoutineScreen

logger = logging.getLogger(__name__)


class LibraryController(Controller):
    """The two screens. `entry` is the routine that is open, None on the list.

    `new_recorder` makes what saves a routine as audio. `import_routine` asks for a routine that somebody else has made.
    """

    def __init__(
        self,
        services: PageServices,
        library: RoutineRepository,
        files: RoutineFileStore,
        drafts: DraftStore,
        *,
        find_texts: Callable[[], RoutineTexts],
        sessions: SessionController,
        today: TodayController,
        new_recorder: "Callable[[], RoutineRecorder]",
        import_routine: Callable[[], None],
    ) -> None:
        self._library, self._drafts = library, drafts
        self._files = RoutineFileActions(files, library, find_texts, services.show_file, services.messenger)
        self._sessions, self._today, self._new_recorder = sessions, today, new_recorder
        self._settings, self._navigation = services.settings, services.navigation
        self._find_picture, self._find_missing = services.find_picture, services.missing_scripts
        self._missing = self._find_missing()
        self._recorder: RoutineRecorder | None = None
        self._length = Length.NORMAL
        self._shown: Sequence[RoutineEntry] = ()
        self._passed_over: Sequence[str] = ()
        self._elsewhere: ElsewhereView | None = None
        self._findable: Sequence[Findable] = ()
        self._wanted = RoutineFilter()
        self.entry: RoutineEntry | None = None
        self._is_first = True
        self.list = LibraryScreen(
            resume_card=ResumeCard(sessions.resume, sessions.end_interrupted),
            elsewhere_card=ElsewhereCard(sessions.take_over),
            today_card=TodayCard(today.start_today, today.open_today),
            search_bar=SearchBar(self._search_words, self._toggle_muscle, self._show_all),
            go=services.navigation.go,
            import_routine=import_routine,
            find_picture=services.find_picture,
        )

    @cached_property
    def routine(self) -> "RoutineScreen":
        """The page of a routine, made with the first that is opened."""
        from routine_app.ui.library.routine_screen import RoutineScreen  # noqa: PLC0415 - the list does without

        return RoutineScreen(self, self._find_picture)

    def enter(self, route: str) -> bool:
        """Fill the list, or the page of the routine that the route names."""
        if route == LIST:
            self._show_list()
            return True
        return self._show_routine(name_in(route, ROUTINE))

    def scene(self, route: str) -> Scene:  # noqa: ARG002 - `entry` tells which of the two is filled
        """The list, or the page of the routine that is open."""
        if self.entry is None:
            return Scene(LIST, self.list.control)
        return Scene(self._address, self.routine.control, self.routine.fit)

    def look_outside(self) -> None:
        """Show the files as they are now, what another process runs, and which letters cannot be drawn, if any is new."""
        entries = self._library.seen()
        missing, self._missing = self._missing, self._find_missing()
        is_same = tuple(entries) == tuple(self._shown) and missing == self._missing
        if not is_same or self._is_passed_over_anew() or self._runs_something_else(entries):
            self._navigation.show_again()

    def complete(self) -> None:
        """Add the figures, and the cards out of sight; then make ready for what Today begins."""
        if self.entry is None:
            self.list.complete()
            if self._today.can_start:
                self._today.expect_start()

    def close(self) -> None:
        """Stop waiting for dialogs, as when the page is gone."""
        if self._recorder is not None:
            self._recorder.close()

    def _runs_something_else(self, entries: Sequence[RoutineEntry]) -> bool:
        """Whether the list tells of another session elsewhere, or of none."""
        return self.entry is None and self._sessions.elsewhere(entries) != self._elsewhere

    def _is_passed_over_anew(self) -> bool:
        """Whether the list tells of other files than are passed over now."""
        return self.entry is None and tuple(self._library.passed_over()) != tuple(self._passed_over)

    def _show_list(self) -> None:
        self.entry = None
        self._shown, self._passed_over = self._library.entries(), self._library.passed_over()
        self._findable = [findable(entry) for entry in self._shown]
        self.list.show(self._list_view(), is_whole=not self._is_first)
        self._is_first = False

    def _list_view(self) -> LibraryView:
        self._elsewhere = self._sessions.elsewhere(self._shown)
        offer = None if self._elsewhere else self._sessions.offer(self._shown)
        if self._elsewhere or offer:
            self._sessions.expect()
        shown = [legible(entry, self._missing) for entry in self._shown]
        newest = self._today.newest_sessions()
        today = self._today.today(self._shown, newest)
        view = present_routines(
            shown,
            offer,
            self._unsaved(),
            today and replace(today, title=readable(today.title, self._missing)),
            newest=newest,
            search=self._search_view(),
            elsewhere=self._elsewhere,
            passed_over=self._passed_over,
        )
        return replace(view, interrupted=view.interrupted and self._legible(view.interrupted))

    def _legible(self, card: ResumeView) -> ResumeView:
        title, next_words = (readable(words, self._missing) for words in (card.title, card.next_words))
        return replace(card, title=title, next_words=next_words)

    def _search_view(self) -> FilterView | None:
        return present_filter(self._findable, self._wanted)

    def _unsaved(self) -> Sequence[Draft]:
        try:
            return self._drafts.all()
        except UserFacingError as error:
            logger.warning("The drafts cannot be read: %s", error)
            return ()

    def _show_routine(self, name: str) -> bool:
        """Fill the page of a routine; whether there is one of that name that can be shown."""
        found = self._find(name)
        if found is None or found.routine is None:
            return False
        if self.entry is None or self.entry.name != name:
            is_made = CATCH_UP_TAG in found.routine.tags  # for the minutes that its holds take
            self._length = Length.NORMAL if is_made else self._settings.settings.hold_length
        self.entry = found
        self.routine.show(present_routine(legible(found, self._missing), self._length))
        self._sessions.prepare(found.routine, self._length)
        return True

    def _find(self, name: str) -> RoutineEntry | None:
        """The routine of that name as its file is at this moment."""
        self._shown = self._library.entries()
        return next((entry for entry in self._shown if entry.name == name and entry.routine), None)

    @property
    def _address(self) -> str:
        return LIST if self.entry is None else route_to(ROUTINE, self.entry.name)

    def leave_routine(self) -> None:
        """Go back to the list."""
        self._navigation.go(LIST)

    def set_length(self, length: Length) -> None:
        """Make the holds short or long."""
        self._length = length
        self._navigation.go(self._address)

    def begin_routine(self) -> None:
        """Start a session of the routine as its file is at this moment; if that is gone, show the list."""
        if self.entry is None:
            return
        found = self._find(self.entry.name)
        if found is None or found.routine is None:
            self.leave_routine()
        else:
            self._sessions.begin(found.name, found.routine, self._length, self._address)

    def edit_routine(self) -> None:
        """Open the routine that is shown in the editor."""
        self._with_file(lambda file_name: self._navigation.go(route_to(EDIT, file_name)))

    def share_routine(self) -> None:
        """Show the routine as a code and a link."""
        self._with_file(lambda file_name: self._navigation.go(route_to(SHARE, file_name)))

    def save_audio(self) -> None:
        """Save the routine that is shown as a file of sound, in the length that is chosen."""
        if self.entry is not None and self.entry.routine is not None:
            self._recorder = self._recorder or self._new_recorder()
            self._recorder.save(self.entry.name, self.entry.routine, self._length)

    def duplicate_routine(self) -> None:
        """Put a copy of the routine's file beside it."""
        self._with_file(self._files.duplicate)

    def delete_routine(self) -> None:
        """Delete the user's file; a shipped one of that name comes back."""
        self._with_file(self._files.delete)

    def _with_file(self, act: Callable[[str], None]) -> None:
        if self.entry is not None:
            act(self.entry.file_name)

    def _search_words(self, words: str) -> None:
        self._search(replace(self._wanted, words=words))

    def _toggle_muscle(self, muscle: str) -> None:
        self._search(self._wanted.toggled(muscle))

    def _show_all(self) -> None:
        self._search(RoutineFilter())

    def _search(self, wanted: RoutineFilter) -> None:
        self._wanted = wanted
        self.list.show_search(self._search_view())
