"""What is done with whole routine files: copied, deleted, brought back."""

import logging
from collections.abc import Callable
from typing import Protocol

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.repository import (
    ChangedOutsideError,
    NameTakenError,
    RoutineFile,
    RoutineFileStore,
)

logger = logging.getLogger(__name__)


class Counter(Protocol):
    """Where what was done is told."""

    def show_file(self, file_name: str) -> None:
        """Show the routine of a file, or the list if it is gone."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""

    def show_with_undo(self, words: str, undo: Callable[[], None]) -> None:
        """Tell it, with a button that undoes it."""


class RoutineFileActions:
    """Does it, tells it, and can undo what it took away."""

    def __init__(self, files: RoutineFileStore, counter: Counter) -> None:
        self._files = files
        self._counter = counter

    def duplicate(self, file_name: str) -> None:
        """Put a copy beside a file, under a free name."""
        self._carefully(self._duplicate, file_name)

    def delete(self, file_name: str) -> None:
        """Delete the user's file; a shipped one of that name comes back."""
        self._carefully(self._delete, file_name)

    def _duplicate(self, file_name: str) -> None:
        file = self._files.read(file_name)
        if file is None:
            self._counter.say(f"{file_name} is gone; there is nothing to copy.")
            return
        copy = self._files.create(self._files.free_name(file_name), file.text)
        self._counter.show_file(copy.file_name)
        self._counter.say(f"Copied to {copy.file_name}.")

    def _delete(self, file_name: str) -> None:
        gone = self._files.delete(file_name)
        self._counter.show_file(file_name)
        words = f"{file_name} is as it came." if gone.hides_shipped else f"Deleted {file_name}."
        self._counter.show_with_undo(words, lambda: self._carefully(self._bring_back, gone))

    def _bring_back(self, gone: RoutineFile) -> None:
        shipped = self._files.read(gone.file_name) if gone.hides_shipped else None
        if shipped is not None and shipped.is_shipped:
            self._files.save(shipped, gone.text)
        else:
            self._files.create(gone.file_name, gone.text)
        self._counter.show_file(gone.file_name)

    def _carefully(self, act: Callable[..., None], argument: object) -> None:
        try:
            act(argument)
        except (NameTakenError, ChangedOutsideError):
            self._counter.say("A file of that name is there again; nothing was overwritten.")
        except UserFacingError as error:
            logger.exception("A routine file could not be changed")
            self._counter.say(str(error))
