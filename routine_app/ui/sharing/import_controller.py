"""What came in together: gone through one after the other, each kept or not."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineFile,
    RoutineFileStore,
    RoutineRepository,
    RoutineTexts,
)
from routine_app.core.sharing.incoming import (
    ImportedRoutine,
    RefusedImportError,
    read_code,
    read_import,
    read_pasted,
)
from routine_app.core.sharing.incoming_view import ImportedRoutineView, present_incoming
from routine_app.core.text.numbers import count
from routine_app.ui.shell.file_dialogs import PickedFile

logger = logging.getLogger(__name__)

LIST = "/"


class Host(Protocol):
    """The app around the desk."""

    def go(self, route: str) -> None:
        """Show the page of a route."""

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file, or the list if there is none."""

    def edit(self, file_name: str) -> None:
        """Open a file in the editor."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Tell it, with a button that undoes it."""


@dataclass(frozen=True, slots=True)
class SharingSupplies:
    """The routines, their files, and what their texts say."""

    library: RoutineRepository
    files: RoutineFileStore
    texts: RoutineTexts


class ImportController:
    """Looks through what comes in, and keeps of it what the user wants. No file is replaced without a yes.

    `show_again` shows what came in as it is by then.
    """

    def __init__(self, supplies: SharingSupplies, host: Host, show_again: Callable[[], None]) -> None:
        self._library, self._files, self._texts = supplies.library, supplies.files, supplies.texts
        self._host, self._show_again = host, show_again
        self._arrivals: Sequence[ImportedRoutine] = ()
        self._index = 0
        self._kept: list[str] = []
        self._free_name = ""
        self._before: RoutineFile | None = None

    @property
    def has_more(self) -> bool:
        """Whether something is to be asked for."""
        return self._index < len(self._arrivals)

    def take_files(self, files: Sequence[PickedFile]) -> str:
        """Look through picked files; gives what is wrong with those that hold nothing, a sentence each."""
        arrivals: list[ImportedRoutine] = []
        troubles: list[str] = []
        for file in files:
            try:
                arrivals.extend(read_import(file.name, file.content, self._texts.check))
            except RefusedImportError as error:
                logger.info("A picked file was not taken: %s", error)
                troubles.append(str(error))
        self._begin(arrivals)
        return " ".join(troubles)

    def take_pasted(self, text: str) -> None:
        """Look through what was pasted; raises RefusedImportError."""
        self._begin((read_pasted(text, self._texts.check),))

    def take_code(self, code: str) -> None:
        """Look through the code of a link; raises RefusedImportError."""
        self._begin((read_code(code, self._texts.check),))

    def clear(self) -> None:
        """Forget what came in."""
        self._begin(())

    def _begin(self, arrivals: Sequence[ImportedRoutine]) -> None:
        self._arrivals, self._index, self._kept = arrivals, 0, []

    def view(self) -> ImportedRoutineView:
        """What to ask for now, beside the files as they are now; raises UserFacingError."""
        arrival = self._arrivals[self._index]
        self._free_name = self._files.free_name(arrival.file_name)
        entries = self._library.entries()
        number, total = self._index + 1, len(self._arrivals)
        view = present_incoming(arrival, entries, self._free_name, number, total)
        self._before = self._files.read(view.taken) if view.can_replace else None
        return view

    def keep(self) -> None:
        """Keep it under its free name."""
        self._carefully(self._keep)

    def replace(self) -> None:
        """Put it in place of the file that has its name."""
        self._carefully(self._replace)

    def leave_out(self) -> None:
        """Go on without it."""
        if self.has_more:
            self._go_on()

    def _keep(self) -> None:
        kept = self._files.create(self._free_name, self._arrivals[self._index].text)
        self._go_on(kept.file_name)

    def _replace(self) -> None:
        before = self._before
        if before is None:
            self._host.say("The file of that name is gone; keep this one under it.")
            self._show_again()
            return
        kept = self._files.save(before, self._arrivals[self._index].text)
        self._go_on(kept.file_name)
        self._host.show_with_undo(f"Replaced {kept.file_name}.", lambda: self._bring_back(kept, before.text))

    def _bring_back(self, kept: RoutineFile, text: str) -> None:
        try:
            self._files.save(kept, text)
            self._host.show_file(kept.file_name)
        except ChangedOutsideError:
            self._host.say(f"{kept.file_name} was changed meanwhile, and stays as it is.")
        except UserFacingError as error:
            logger.exception("A replaced routine could not be brought back")
            self._host.say(str(error))

    def _go_on(self, kept_name: str = "") -> None:
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
            self._host.go(LIST)
            if kept:
                self._host.say(f"Kept {count(len(kept), 'routine')}.")
        elif len(arrivals) == 1 and arrivals[0].routine is None:
            self._host.edit(kept[0])
        else:
            self._host.show_file(kept[0])

    def _carefully(self, act: Callable[[], None]) -> None:
        if not self.has_more:
            return
        try:
            act()
        except NameTakenError:
            self._look_again("Another file took that name just now; see the new name.")
        except ChangedOutsideError:
            self._look_again("That file was changed just now; nothing was replaced.")
        except UserFacingError as error:
            logger.exception("What came in could not be kept")
            self._host.say(str(error))

    def _look_again(self, words: str) -> None:
        self._show_again()
        self._host.say(words)
