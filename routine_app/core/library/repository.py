"""The routines of the library, and what each entry tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class RoutineEntry:
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


class RoutineLibrary(Protocol):
    """The routines that ship, and the user's own."""

    def entries(self) -> Sequence[RoutineEntry]:
        """Every routine file as it is now, by title; a user's file replaces a shipped one."""
