"""A routine as the text that people write: its file, what is wrong with it, and small changes of it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem, Severity


class CheckedText(NamedTuple):
    """A routine's text as it was read: `routine` is None if any of the problems is an error."""

    routine: Routine | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the routine from running."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


class NumberField(StrEnum):
    """A number of a stretch that plus and minus change; LEFT_HOLD and RIGHT_HOLD where each side has its own."""

    HOLD = "hold"
    LEFT_HOLD = "left hold"
    RIGHT_HOLD = "right hold"
    SETS = "sets"
    REST = "rest"


class ChangeNumber(NamedTuple):
    """Change one number of the stretch with that index, counted from 0, by so many seconds or sets."""

    stretch: int
    knob: NumberField
    by: int


class MoveStretch(NamedTuple):
    """Exchange the stretch with that index, counted from 0, with the one `by` (1 or -1) places on."""

    stretch: int
    by: int


class Retitle(NamedTuple):
    """Give the routine another title."""

    title: str


Edit = ChangeNumber | MoveStretch | Retitle


class RefusedEditError(Exception):
    """An edit cannot be made in this text; the message is one sentence that says why and what to do."""


class RoutineTexts(Protocol):
    """Reads and changes the text of a routine; no file is touched."""

    def check(self, file_name: str, text: str) -> CheckedText:
        """Read a routine's text; `file_name` is how its problems name it. Raises nothing."""

    def edited(self, text: str, edit: Edit) -> str:
        """The text with that edit, all else in it as it was to the byte; raises RefusedEditError."""


class RoutineFile(NamedTuple):
    """A routine file as it was read.

    `text` has the line endings and the byte order mark of the file. `version` tells its content from any
    other. `is_shipped` is true for the app's own file, which is copied to the user's when it is saved;
    `hides_shipped` for a user's file that stands in place of a shipped one, which Reset brings back.
    """

    file_name: str
    text: str
    version: str
    is_shipped: bool = False
    hides_shipped: bool = False


class NameTakenError(Exception):
    """A file of that name is there already; the text is its path."""


class ChangedOutsideError(Exception):
    """The file is not as it was read: `current` is what it is now, None if it is gone."""

    def __init__(self, current: RoutineFile | None) -> None:
        super().__init__("the file was changed outside")
        self.current = current


class RoutineFileStore(Protocol):
    """The routine files: the user's own, and those that ship. Each method raises UserFacingError."""

    def read(self, file_name: str) -> RoutineFile | None:
        """The user's file of that name, else the shipped one, else None."""

    def create(self, file_name: str, text: str) -> RoutineFile:
        """Write a new file into the user's folder; raises NameTakenError, and never replaces one."""

    def save(self, before: RoutineFile, text: str) -> RoutineFile:
        """Put a text in place of the file that was read, whole or not at all.

        Raises ChangedOutsideError if the file is no longer as it was read; to replace it all the
        same, save `current` of that error. A shipped file is copied to the user's folder.
        """

    def delete(self, file_name: str) -> RoutineFile:
        """Delete the user's file, and give what it was; a shipped one of that name comes back."""

    def free_name(self, title: str) -> str:
        """A file name made of a title or a file's name, plain and in nobody's use: `my-hips-2.yaml`."""


class Draft(NamedTuple):
    """Text that was typed and not saved.

    `version` is that of the file which was edited, empty for one that is not written yet.
    """

    file_name: str
    text: str
    version: str


class DraftStore(Protocol):
    """What was typed and not saved, kept until it is saved or dropped. Raises UserFacingError."""

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of an earlier one of the same file."""

    def find(self, file_name: str) -> Draft | None:
        """The draft of a file, or None if there is none."""

    def all(self) -> Sequence[Draft]:
        """Every draft, by file name."""

    def drop(self, file_name: str) -> None:
        """Forget the draft of a file, if there is one."""


class RoutineEntry(NamedTuple):
    """One routine file of the library.

    `name` is the file's name without its ending. `routine` is None when the file has errors, unless
    an earlier version was good: then it is that one.
    `is_shipped` tells the app's own file from one in the user's folder, `hides_shipped` a user's file that
    stands in place of a shipped one.
    """

    name: str
    file_name: str
    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    is_shipped: bool = False
    hides_shipped: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the routine from running."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


class RoutineRepository(Protocol):
    """The routines that ship, and the user's own."""

    def entries(self) -> Sequence[RoutineEntry]:
        """Every routine file as it is now, by title; a user's file replaces a shipped one."""

    def seen(self) -> Sequence[RoutineEntry]:
        """The same as somebody saw it last, and as it is now for the first who asks in each round of looks."""

    def passed_over(self) -> Sequence[str]:
        """The names of the user's files that hold a routine and are no entry for what they end in, as of the last look."""
