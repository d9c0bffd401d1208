"""What came in together: gone through one after the other, each kept or not."""

import logging
from collections.abc import Callable, Sequence

from routine_app.core.errors import UserFacingError
from routine_app.core.library.copies import beside, titles_of
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineFile,
    RoutineFileStore,
    RoutineRepository,
    RoutineTexts,
)
from routine_app.core.sharing.import_reader import (
    ImportedRoutine,
    read_code,
    read_import,
    read_pasted,
    refuse_too_large,
    with_chosen,
)
from routine_app.core.sharing.import_view import ImportedRoutineView, present_import
from routine_app.core.sharing.refusals import RefusedImportError
from routine_app.core.text.numbers import count
from routine_app.ui.shell.file_dialogs import PickedFile
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import EDIT, LIST, route_to

logger = logging.getLogger(__name__)


class ImportController:
    """Reads what comes in, and keeps of it what the user wants. No file is replaced without a yes.

    `show_again` shows what came in as it is by then.
    """

    def __init__(
        self,
        services: PageServices,
        library: RoutineRepository,
        files: RoutineFileStore,
        texts: RoutineTexts,
        show_again: Callable[[], None],
    ) -> None:
        self._library, self._files, self._texts = library, files, texts
        self._services, self._show_again = services, show_again
        self._navigation, self._messenger = services.navigation, services.messenger
        self._arrivals: list[ImportedRoutine] = []
        self._index = 0
        self._kept: list[str] = []
        self._free_name = ""
        self._before: RoutineFile | None = None

    @property
    def has_more(self) -> bool:
        """Whether something is to be asked for."""
        return self._index < len(self._arrivals)

    async def take_files(self, files: Sequence[PickedFile]) -> Sequence[Exception]:
        """Read picked files; gives what is wrong with those that hold nothing, a sentence each."""
        arrivals: list[ImportedRoutine] = []
        errors: list[Exception] = []
        for file in files:
            try:
                refuse_too_large(file.name, file.size_bytes)
                arrivals.extend(read_import(file.name, await file.content(), self._texts.check))
            except (RefusedImportError, UserFacingError) as error:
                logger.info("A picked file was not taken: %s", error)
                errors.append(error)
        self._begin(arrivals)
        return errors

    def take_pasted(self, text: str) -> None:
        """Read what was pasted; raises RefusedImportError."""
        self._begin(read_pasted(text, self._texts.check))

    def take_code(self, code: str) -> None:
        """Read the code of a link; raises RefusedImportError."""
        self._begin((read_code(code, self._texts.check),))

    def clear(self) -> None:
        """Forget what came in."""
        self._begin(())

    def _begin(self, arrivals: Sequence[ImportedRoutine]) -> None:
        self._arrivals = list(arrivals)
        self._index, self._kept = 0, []

    def view(self) -> ImportedRoutineView:
        """What to ask for now, beside the files as they are now; raises UserFacingError."""
        arrival = self._arrivals[self._index]
        self._free_name = self._files.free_name(arrival.file_name)
        entries = self._library.entries()
        number, total = self._index + 1, len(self._arrivals)
        view = present_import(arrival, entries, self._free_name, number, total)
        self._before = self._files.read(view.taken) if view.can_replace else None
        return view

    def keep(self) -> None:
        """Keep the routine under its free name; beside one of its title it is called a copy."""
        self._try(self._keep)

    def keep_all(self) -> None:
        """Keep this routine and all that came in after it, each under a free name."""
        self._try(self._keep_all)

    def change_entry(self, name: str) -> None:
        """Hold what was a rest in the routine of another app, or the reverse."""
        arrival = self._arrivals[self._index]
        is_rest = arrival.other is not None and arrival.other.is_rest(name)
        changed = with_chosen(arrival, name, self._texts.check, is_rest=not is_rest)
        if changed is None:
            self._messenger.show("A routine holds something; make another entry a hold first.")
            return
        self._arrivals[self._index] = changed
        self._show_again()

    def replace(self) -> None:
        """Put the routine in place of the file that has its name."""
        self._try(self._replace)

    def leave_out(self) -> None:
        """Go on to the next one without keeping this one."""
        if self.has_more:
            self._next()

    def _keep(self) -> None:
        self._next(self._create(self._free_name))

    def _keep_all(self) -> None:
        while self.has_more:
            free_name = self._files.free_name(self._arrivals[self._index].file_name)
            self._kept.append(self._create(free_name))
            self._index += 1
        self._finish()

    def _create(self, file_name: str) -> str:
        """Write the routine that is asked for into a new file; gives its name."""
        titles = titles_of(self._library.entries())
        text = beside(self._arrivals[self._index].text, self._texts, titles)
        return self._files.create(file_name, text).file_name

    def _replace(self) -> None:
        before = self._before
        if before is None:
            self._messenger.show("The file of that name is gone; keep this one under it.")
            self._show_again()
            return
        kept = self._files.save(before, self._arrivals[self._index].text)
        self._next(kept.file_name)
        self._messenger.show_with_undo(
            f"Replaced {kept.file_name}.", lambda: self._bring_back(kept, before.text)
        )

    def _bring_back(self, kept: RoutineFile, text: str) -> None:
        with reporting(self._messenger, logger, "A replaced routine could not be brought back"):
            try:
                self._files.save(kept, text)
                self._services.show_file(kept.file_name)
            except ChangedOutsideError:
                self._messenger.show(f"{kept.file_name} was changed meanwhile, and stays as it is.")

    def _next(self, kept_name: str = "") -> None:
        if kept_name:
            self._kept.append(kept_name)
        self._index += 1
        if self.has_more:
            self._show_again()
        else:
            self._finish()

    def _finish(self) -> None:
        """Show what was kept."""
        kept, arrivals = self._kept, self._arrivals
        if len(kept) != 1:
            self._navigation.go(LIST)
            if kept:
                self._messenger.show(f"Kept {count(len(kept), 'routine')}.")
        elif len(arrivals) == 1 and arrivals[0].routine is None:
            self._navigation.go(route_to(EDIT, kept[0]))
        else:
            self._services.show_file(kept[0])

    def _try(self, act: Callable[[], None]) -> None:
        if not self.has_more:
            return
        with reporting(self._messenger, logger, "What came in could not be kept"):
            try:
                act()
            except NameTakenError:
                self._look_again("Another file took that name just now; see the new name.")
            except ChangedOutsideError:
                self._look_again("That file was changed just now; nothing was replaced.")

    def _look_again(self, words: str) -> None:
        self._show_again()
        self._messenger.show(words)
