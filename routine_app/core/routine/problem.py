"""What is wrong with a routine file, said so that its author can mend it."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """An error keeps a routine from running; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """One error or warning, at a place in a file.

    `line` and `column` count from 1. `key` is the key concerned, or empty for a problem of the file.
    """

    file_name: str
    line: int
    column: int
    key: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """The problem on one line: `hips.yaml:9:11: hold: "3 min" is not a duration; write …`."""
        where = f"{self.file_name}:{self.line}:{self.column}: "
        severity = "warning: " if self.severity is Severity.WARNING else ""
        return f"{where}{severity}{self.keyed_message}"

    @property
    def keyed_message(self) -> str:
        """The message behind the key that it is about: `hold: "3 min" is not a duration; write …`."""
        return f"{self.key}: {self.message}" if self.key else self.message
