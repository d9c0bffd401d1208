"""Why what comes in is not taken."""

from routine_app.core.text.clean import clean_words, shortened

_NAME_SHOWN = 60


class RefusedImportError(Exception):
    """A file or text holds no routine that can be read; the message is one sentence that says why.

    `is_history` if it is taken in History instead.
    """

    def __init__(self, message: str, *, is_history: bool = False) -> None:
        super().__init__(message)
        self.is_history = is_history


class BrokenCodeError(RefusedImportError):
    """What looks like a code is none that can be read."""


class RoutineInsteadError(Exception):
    """A file is a routine where a history belongs; the message is one sentence that says where to take it."""


def table_refused(shown: str) -> RefusedImportError:
    """The error for the table of holds, which is a history that cannot come back."""
    return RefusedImportError(
        f"{shown} is the table of holds, for spreadsheets; what can be imported is the .json file of Export everything."
    )


def shown_name(name: str) -> str:
    """A file's name, to stand in a sentence."""
    return shortened(clean_words(name), _NAME_SHOWN) or "this file"
