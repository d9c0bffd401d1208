"""The problems of one file, gathered while it is read."""

from collections.abc import Iterable, Sequence

from routine_app.core.routine.problem import Problem, Severity
from routine_app.data.yaml.nodes import SourcePosition

SHOWN_LIMIT = 100
"""More problems than this help nobody: the rest are counted."""

GATHERED_LIMIT = 2000
"""After so many the reading stops, so that no file can make it long."""


class TooManyProblemsError(Exception):
    """The file has so many problems that reading on would only take time."""


class ProblemList:
    """Gathers problems in any order and gives them in file order, each once."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._gathered: list[Problem] = []

    def error(self, place: SourcePosition, key: str, message: str) -> None:
        """Add an error. Raises TooManyProblemsError once there are too many."""
        self._add(place, key, message, Severity.ERROR)

    def warning(self, place: SourcePosition, key: str, message: str) -> None:
        """Add a warning. Raises TooManyProblemsError once there are too many."""
        self._add(place, key, message, Severity.WARNING)

    @property
    def has_errors(self) -> bool:
        """Whether anything gathered keeps the routine from running."""
        return any(problem.severity is Severity.ERROR for problem in self._gathered)

    @property
    def gathered(self) -> Sequence[Problem]:
        """All problems, in the order in which they were found."""
        return self._gathered

    @property
    def error_count(self) -> int:
        """How many errors are gathered."""
        return sum(problem.severity is Severity.ERROR for problem in self._gathered)

    def in_file_order(self) -> tuple[Problem, ...]:
        """The first hundred problems by line and column; if there are more, a last one counts them."""
        distinct = dict.fromkeys(self._gathered)
        ordered = sorted(distinct, key=lambda problem: (problem.line, problem.column))
        shown, left_out = ordered[:SHOWN_LIMIT], ordered[SHOWN_LIMIT:]
        return (*shown, self._count_of(left_out)) if left_out else tuple(shown)

    def for_the_same_file(self) -> "ProblemList":
        """Another list, still empty."""
        return ProblemList(self._file_name)

    def take(self, problems: Iterable[Problem]) -> None:
        """Add what was found before. Raises TooManyProblemsError once there are too many."""
        for problem in problems:
            self._gathered.append(problem)
            if len(self._gathered) >= GATHERED_LIMIT:
                raise TooManyProblemsError

    def _add(self, place: SourcePosition, key: str, message: str, severity: Severity) -> None:
        self.take([Problem(self._file_name, place.line, place.column, key, message, severity)])

    def _count_of(self, left_out: list[Problem]) -> Problem:
        first = left_out[0]
        at_least = "at least " if len(self._gathered) >= GATHERED_LIMIT else ""
        has_error = any(problem.severity is Severity.ERROR for problem in left_out)
        return Problem(
            self._file_name,
            first.line,
            first.column,
            "",
            f"from here on there are {at_least}{len(left_out)} more problems; mend the others first",
            Severity.ERROR if has_error else Severity.WARNING,
        )
