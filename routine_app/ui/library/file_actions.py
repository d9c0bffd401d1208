"""What is done with whole routine files: copied, deleted, brought back."""

import logging
from collections.abc import Callable
from functools import partial

from routine_app.core.library.copies import as_copy, titles_of
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineFile,
    RoutineFileStore,
    RoutineRepository,
    RoutineTexts,
)
from routine_app.ui.shell.messenger import Messenger, reporting

logger = logging.getLogger(__name__)


class RoutineFileActions:
    """Changes files, tells what came of it, and can undo what it took away.

    `find_texts` gives what changes the title of a copy, and `show_file` shows the routine of a file, or the list if it
    is gone.
    """

    def __init__(
        self,
        files: RoutineFileStore,
        library: RoutineRepository,
        find_texts: Callable[[], RoutineTexts],
        show_file: Callable[[str], None],
        messenger: Messenger,
    ) -> None:
        self._files, self._library, self._find_texts = files, library, find_texts
        self._show_file, self._messenger = show_file, messenger

    def duplicate(self, file_name: str) -> None:
        """Put a copy beside a file, under a free name, with a title that says so."""
        self._try(partial(self._duplicate, file_name))

    def delete(self, file_name: str) -> None:
        """Delete the user's file; a shipped one of that name comes back."""
        self._try(partial(self._delete, file_name))

    def _duplicate(self, file_name: str) -> None:
        file = self._files.read(file_name)
        if file is None:
            self._messenger.show(f"{file_name} is gone; there is nothing to copy.")
            return
        text = as_copy(file.text, self._find_texts(), titles_of(self._library.entries()))
        copy = self._files.create(self._files.free_name(file_name), text)
        self._show_file(copy.file_name)
        self._messenger.show(f"Copied to {copy.file_name}.")

    def _delete(self, file_name: str) -> None:
        gone = self._files.delete(file_name)
        self._show_file(file_name)
        words = f"{file_name} is as it came." if gone.hides_shipped else f"Deleted {file_name}."
        self._messenger.show_with_undo(words, lambda: self._try(partial(self._bring_back, gone)))

    def _bring_back(self, gone: RoutineFile) -> None:
        shipped = self._files.read(gone.file_name) if gone.hides_shipped else None
        if shipped is not None and shipped.is_shipped:
            self._files.save(shipped, gone.text)
        else:
            self._files.create(gone.file_name, gone.text)
        self._show_file(gone.file_name)

    def _try(self, act: Callable[[], None]) -> None:
        with reporting(self._messenger, logger, "A routine file could not be changed"):
            try:
                act()
            except (NameTakenError, ChangedOutsideError):
                self._messenger.show("A file of that name is there again; nothing was overwritten.")
