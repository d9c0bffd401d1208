"""What the editor shows beside the text itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from routine_app.core.editor.diff import DifferenceLine
from routine_app.core.editor.document import RoutineDocument
from routine_app.core.editor.plan_view import PlanView, present_plan
from routine_app.core.routine.problem import Problem
from routine_app.core.text.numbers import count


class Answer(Enum):
    """What a question of the editor can be answered with."""

    SAVE = auto()
    DISCARD = auto()
    OVERWRITE = auto()
    TAKE_THEIRS = auto()
    KEEP_EDITING = auto()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in place of the text; the first answer is the one that loses nothing."""

    words: str
    explanation: str
    answers: tuple[tuple[str, Answer], ...]
    lines: tuple[DifferenceLine, ...] = ()


LEAVE_QUESTION = Question(
    "Save your changes?",
    "They are not in the file yet.",
    (("Save", Answer.SAVE), ("Discard", Answer.DISCARD), ("Keep editing", Answer.KEEP_EDITING)),
)


def changed_question(lines: tuple[DifferenceLine, ...]) -> Question:
    """What to ask when the file is another than the one that was opened; the lines show in what."""
    return Question(
        "The file was changed outside",
        "Since you opened it, another program has written it. Nothing is overwritten until you say so.",
        (
            ("Keep editing", Answer.KEEP_EDITING),
            ("Save mine", Answer.OVERWRITE),
            ("Take the file", Answer.TAKE_THEIRS),
        ),
        lines,
    )


GONE_QUESTION = Question(
    "The file is gone",
    "Since you opened it, another program has moved or deleted it.",
    (("Save mine", Answer.OVERWRITE), ("Keep editing", Answer.KEEP_EDITING)),
)


@dataclass(frozen=True, slots=True)
class EditorView:
    """All but the text. `verdict` says in a line whether it runs; `plan` is the last one that did."""

    file_name: str
    state: str
    notice: str
    verdict: str
    problems: tuple[Problem, ...]
    plan: PlanView | None
    is_plan_current: bool
    can_save: bool
    can_try: bool
    can_undo: bool
    can_redo: bool
    question: Question | None


def present_editor(
    editing: RoutineDocument, notice: str = "", question: Question | None = None
) -> EditorView:
    """What the editor shows of a file that is edited."""
    checked = editing.checked
    return EditorView(
        file_name=editing.file.file_name,
        state=_state(editing),
        notice=notice,
        verdict=_verdict(editing),
        problems=checked.problems,
        plan=present_plan(editing.routine) if editing.routine is not None else None,
        is_plan_current=checked.routine is not None,
        can_save=editing.is_unsaved,
        can_try=checked.routine is not None,
        can_undo=editing.can_undo,
        can_redo=editing.can_redo,
        question=question,
    )


def _state(editing: RoutineDocument) -> str:
    if editing.is_new:
        return "Not saved yet"
    if editing.is_unsaved:
        return "Unsaved changes"
    return "The app's own; saving makes your copy" if editing.file.is_shipped else "Saved"


def _verdict(editing: RoutineDocument) -> str:
    checked = editing.checked
    if checked.errors:
        return _first_of(checked.errors, "Line", "error")
    if checked.problems:
        return _first_of(checked.problems, "Warning, line", "warning")
    return "No errors"


def _first_of(problems: Sequence[Problem], where: str, kind: str) -> str:
    first = problems[0]
    more = f" ({count(len(problems), kind)} in all)" if len(problems) > 1 else ""
    return f"{where} {first.line}: {first.keyed_message}{more}"
