"""What the editor says beside the text."""

import pytest

from routine_app.core.editor.diff import DifferenceKind, DifferenceLine
from routine_app.core.editor.document import UNWRITTEN, RoutineDocument
from routine_app.core.editor.view import (
    GONE_QUESTION,
    LEAVE_QUESTION,
    Answer,
    EditorView,
    changed_question,
    present_editor,
)
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Problem, Severity
from routine_app.core.routine.repository import CheckedText, Edit, RoutineFile

ROUTINE = Routine("Evening", (Stretch("Sit", (SideHold(Side.BOTH, 20.0),), 10.0, 5.0),))


def problem(line: int, key: str, message: str, severity: Severity = Severity.ERROR) -> Problem:
    """Make a problem of a file."""
    return Problem("a.yaml", line, 1, key, message, severity)


class Texts:
    """Texts with the problems that are told; edits are not made."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems

    def check(self, file_name: str, text: str) -> CheckedText:  # noqa: ARG002 - as texts are asked
        """What the text says."""
        has_errors = any(one.severity is Severity.ERROR for one in self.problems)
        return CheckedText(None if has_errors else ROUTINE, self.problems)

    def edited(self, text: str, edit: Edit) -> str:  # noqa: ARG002 - as texts are asked
        """The text as it is."""
        return text


def editing(*problems: Problem, version: str = "v", is_shipped: bool = False) -> RoutineDocument:
    """Open a file with these problems."""
    return RoutineDocument(RoutineFile("a.yaml", "text", version, is_shipped=is_shipped), Texts(*problems))


WARNING = problem(4, "hold", "is not used.", Severity.WARNING)


@pytest.mark.parametrize(
    ("problems", "verdict"),
    [
        ((), "No errors"),
        ((problem(7, "hold", "is no line."),), "Line 7: hold: is no line."),
        ((problem(1, "", "the file is empty."),), "Line 1: the file is empty."),
        ((problem(7, "hold", "a."), problem(9, "", "b.")), "Line 7: hold: a. (2 errors in all)"),
        ((WARNING,), "Warning, line 4: hold: is not used."),
        ((WARNING, WARNING), "Warning, line 4: hold: is not used. (2 warnings in all)"),
        ((WARNING, problem(7, "hold", "a.")), "Line 7: hold: a."),
    ],
)
def test_the_verdict_in_a_line(problems: tuple[Problem, ...], verdict: str) -> None:
    """The first error and how many there are; without one, the first warning."""
    assert present_editor(editing(*problems)).verdict == verdict


def test_a_file_as_it_was_opened() -> None:
    """It can be tried, and there is nothing to save."""
    view = present_editor(editing())
    assert view.plan is not None
    assert view == EditorView(
        file_name="a.yaml",
        state="Saved",
        notice="",
        verdict="No errors",
        problems=(),
        plan=view.plan,
        is_plan_current=True,
        can_save=False,
        can_try=True,
        can_undo=False,
        can_redo=False,
        question=None,
    )
    assert view.plan.title == "Evening"


def test_a_file_with_an_error_from_the_start_has_no_plan() -> None:
    """And cannot be tried."""
    view = present_editor(editing(problem(1, "", "e.")))
    assert (view.plan, view.is_plan_current, view.can_try) == (None, False, False)


def test_the_plan_before_an_error_is_not_of_the_present() -> None:
    """It stays to be read; all problems are there, warnings too."""
    texts = Texts()
    now = RoutineDocument(RoutineFile("a.yaml", "text", "v"), texts)
    texts.problems = (WARNING, problem(7, "hold", "a."))
    now.check()
    view = present_editor(now)
    assert view.plan is not None
    assert (view.is_plan_current, view.can_try, view.problems) == (False, False, texts.problems)


@pytest.mark.parametrize(
    ("version", "is_shipped", "typed", "state"),
    [
        ("v", False, "text", "Saved"),
        ("v", False, "text!", "Unsaved changes"),
        ("v", True, "text", "The app's own; saving makes your copy"),
        ("v", True, "text!", "Unsaved changes"),
        (UNWRITTEN, False, "text", "Not saved yet"),
        (UNWRITTEN, False, "text!", "Not saved yet"),
    ],
)
def test_the_state(version: str, *, is_shipped: bool, typed: str, state: str) -> None:
    """Whether the text is in the file, and whose that is."""
    now = editing(version=version, is_shipped=is_shipped)
    now.typed(typed, 0.0)
    view = present_editor(now)
    assert (view.state, view.can_save) == (state, state in {"Unsaved changes", "Not saved yet"})


def test_steps_notice_and_question_are_passed_on() -> None:
    """As they are."""
    now = editing()
    now.typed("text!", 0.0)
    view = present_editor(now, "A notice.", LEAVE_QUESTION)
    assert (view.can_undo, view.can_redo, view.notice) == (True, False, "A notice.")
    assert view.question is LEAVE_QUESTION
    now.undo()
    view = present_editor(now)
    assert (view.can_undo, view.can_redo) == (False, True)


def test_the_first_answer_loses_nothing() -> None:
    """It is the large button."""
    lines = (DifferenceLine(DifferenceKind.MINE, "a"),)
    changed = changed_question(lines)
    assert changed.lines == lines
    assert [answer for _, answer in changed.answers] == [
        Answer.KEEP_EDITING,
        Answer.OVERWRITE,
        Answer.TAKE_THEIRS,
    ]
    assert [answer for _, answer in LEAVE_QUESTION.answers] == [
        Answer.SAVE,
        Answer.DISCARD,
        Answer.KEEP_EDITING,
    ]
    assert [answer for _, answer in GONE_QUESTION.answers] == [Answer.OVERWRITE, Answer.KEEP_EDITING]
