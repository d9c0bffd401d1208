"""Small changes of a routine's YAML: only the characters that must change do."""

from functools import lru_cache

from routine_app.core.routine.model import Routine
from routine_app.core.routine.repository import CheckedText, Edit, MoveStretch, RefusedEditError, Retitle
from routine_app.data.routines.edits.change_number import turn
from routine_app.data.routines.edits.move_stretch import move
from routine_app.data.routines.edits.retitle import retitle
from routine_app.data.routines.reader.routine import read_routine
from routine_app.data.yaml.nodes import ListNode, value_at
from routine_app.data.yaml.problem_list import ProblemList
from routine_app.data.yaml.text_lines import Replacement, replaced
from routine_app.data.yaml.tree import read_tree

_BYTE_ORDER_MARK = "\ufeff"


class RoutineYaml:
    """Reads and changes the text of a routine: the RoutineTexts of files in YAML."""

    def __init__(self) -> None:
        # An edit reads the text before and after it, and the editor checks both too.
        self._read = lru_cache(maxsize=4)(_read)

    def check(self, file_name: str, text: str) -> CheckedText:
        """What the text says; `file_name` is how its problems name it. Raises nothing."""
        checked = self._read(text)
        problems = tuple(problem._replace(file_name=file_name) for problem in checked.problems)
        return CheckedText(checked.routine, problems)

    def edited(self, text: str, edit: Edit) -> str:
        """The text with that edit, all else in it as it was to the byte; raises RefusedEditError.

        Whatever the text looks like: what comes back reads as the routine with exactly that edit.
        """
        checked = self._read(text)
        if checked.routine is None:
            raise RefusedEditError(f"Mend the text first: {_told(checked)}.")
        if not isinstance(edit, Retitle) and edit.by == 0:
            return text
        body = text.removeprefix(_BYTE_ORDER_MARK)
        replacements, expected = _planned(body, checked.routine, edit)
        edited = text[: len(text) - len(body)] + replaced(body, replacements)
        self._refuse_unless(edited, expected)
        return edited

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
    return read_routine("", text.encode("utf-8", "surrogatepass"))


def _planned(body: str, routine: Routine, edit: Edit) -> tuple[tuple[Replacement, ...], Routine]:
    """What to replace in a text without byte order mark, and the routine that must come of it."""
    root = read_tree(body, ProblemList(""))
    if isinstance(edit, Retitle):
        return (retitle(body, root, edit.title),), routine._replace(title=edit.title)
    entries = value_at(root, "stretches")
    if root is None or not isinstance(entries, ListNode) or entries.alias:
        raise RefusedEditError("The stretches are not written below their key; change them in the text.")
    if not 0 <= edit.stretch < len(entries.items):
        raise RefusedEditError(f"There is no stretch {edit.stretch + 1} in this routine.")
    if isinstance(edit, MoveStretch):
        return move(body, entries, routine, edit)
    replacement, expected = turn(body, root, entries, routine, edit)
    return (replacement,), expected


def _told(checked: CheckedText) -> str:
    """The first error, as the end of a sentence."""
    problem = checked.errors[0]
    return f"line {problem.line}, {problem.keyed_message}"
