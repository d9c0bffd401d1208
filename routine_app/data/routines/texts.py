"""Small changes of a routine's YAML: only the characters that must change do."""

from dataclasses import replace
from functools import lru_cache

from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import CheckedText, Edit, MoveStretch, RefusedEditError
from routine_app.data.routines.edits.change_number import turn
from routine_app.data.routines.edits.move_stretch import move
from routine_app.data.routines.edits.text_lines import Replacement, replaced
from routine_app.data.routines.edits.written_nodes import WrittenFile, read_written
from routine_app.data.routines.reader.routine import read_routine

_BYTE_ORDER_MARK = "\ufeff"


class RoutineYaml:
    """Reads and changes the text of a routine: the RoutineTexts of files in YAML."""

    def __init__(self) -> None:
        # An edit reads the text before and after it, and the editor checks both too.
        self._read = lru_cache(maxsize=4)(_read)

    def check(self, file_name: str, text: str) -> CheckedText:
        """What the text says; `file_name` is how its problems name it. Raises nothing."""
        checked = self._read(text)
        return CheckedText(checked.routine, tuple(_named(problem, file_name) for problem in checked.problems))

    def edited(self, text: str, edit: Edit) -> str:
        """The text with that edit, all else in it as it was to the byte; raises RefusedEditError.

        Whatever the text looks like: what comes back reads as the routine with exactly that edit.
        """
        routine = self._routine(text)
        if edit.by == 0:
            return text
        body = text.removeprefix(_BYTE_ORDER_MARK)
        replacements, expected = _planned(body, read_written(body), routine, edit)
        edited = text[: len(text) - len(body)] + replaced(body, replacements)
        self._refuse_unless(edited, expected)
        return edited

    def _routine(self, text: str) -> Routine:
        checked = self._read(text)
        if checked.routine is None:
            raise RefusedEditError(f"Mend the text first: {_told(checked)}.")
        return checked.routine

    def _refuse_unless(self, edited: str, expected: Routine) -> None:
        checked = self._read(edited)
        if checked.routine is None:
            raise RefusedEditError(f"The text would have an error with that: {_told(checked)}.")
        if checked.routine != expected:
            raise RefusedEditError(
                "This is written in a way that only you can change; change it in the text."
            )


def _read(text: str) -> CheckedText:
    # Half a character, which no file can hold, becomes bytes that are no UTF-8, and is told as such.
    reading = read_routine("", text.encode("utf-8", "surrogatepass"))
    return CheckedText(reading.routine, reading.problems)


def _planned(
    body: str, written: WrittenFile, routine: Routine, edit: Edit
) -> tuple[tuple[Replacement, ...], Routine]:
    if isinstance(edit, MoveStretch):
        return move(body, written, routine, edit)
    replacement, expected = turn(body, written, routine, edit)
    return (replacement,), expected


def _named(problem: Problem, file_name: str) -> Problem:
    return replace(problem, file_name=file_name)


def _told(checked: CheckedText) -> str:
    """The first error, as the end of a sentence."""
    problem = checked.errors[0]
    key = f"{problem.key}: " if problem.key else ""
    return f"line {problem.line}, {key}{problem.message}"
