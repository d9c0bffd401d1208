"""One file while it is edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routine_app.core.editor.document import UNWRITTEN, RoutineDocument
from routine_app.core.editor.line_endings import shown_text
from routine_app.core.editor.undo import Moment
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Problem, Severity
from routine_app.core.routine.repository import (
    ChangeNumber,
    CheckedText,
    Draft,
    Edit,
    MoveStretch,
    NumberField,
    RefusedEditError,
    RoutineFile,
)

SIT = Stretch("Sit", (SideHold(Side.BOTH, 20.0),), 10.0, 5.0)


class Texts:
    """Texts whose title is all that they say; one with an x has an error, and is not to be edited.

    An edit doubles each 1 in the text.
    """

    def __init__(self) -> None:
        self.checked: list[str] = []

    def check(self, file_name: str, text: str) -> CheckedText:
        """What the text says."""
        self.checked.append(text)
        if "x" in text:
            return CheckedText(None, (Problem(file_name, 1, 1, "", "it has an x"),))
        warning = Problem(file_name, 1, 1, "", "it is odd", Severity.WARNING)
        return CheckedText(Routine(shown_text(text), (SIT,)), (warning,))

    def edited(self, text: str, edit: Edit) -> str:
        """The text with each 1 doubled."""
        if "x" in text:
            raise RefusedEditError(f"no {edit}")
        return text.replace("1", "11")


def opened(text: str, draft: Draft | None = None, version: str = "v") -> RoutineDocument:
    """Open a file with this text."""
    return RoutineDocument(RoutineFile("a.yaml", text, version, hides_shipped=True), Texts(), draft)


TURN = ChangeNumber(0, NumberField.HOLD, 5)


def test_a_file_as_it_was_opened() -> None:
    """Checked, and with nothing to save."""
    editing = opened("a\r\nb")
    assert (editing.text, editing.file_text) == ("a\nb", "a\r\nb")
    assert editing.routine is editing.checked.routine
    assert editing.routine == Routine("a\nb", (SIT,))
    assert not any((editing.is_new, editing.is_unsaved, editing.is_recovered))
    assert (editing.can_undo, editing.can_redo) == (False, False)
    assert editing.draft == Draft("a.yaml", "a\r\nb", "v")


def test_typing_is_unsaved_until_it_is_saved() -> None:
    """And the draft is what would be saved."""
    editing = opened("a\r\nb")
    editing.typed("a\nbc", 1.0)
    assert editing.is_unsaved
    assert editing.draft == Draft("a.yaml", "a\r\nbc", "v")
    editing.saved(RoutineFile("a.yaml", "a\r\nbc", "w"))
    assert not editing.is_unsaved
    assert editing.draft.version == "w"
    assert editing.can_undo


def test_typing_is_checked_when_it_is_asked_for() -> None:
    """The plan before an error stays; the text is checked as it would be saved."""
    texts = Texts()
    editing = RoutineDocument(RoutineFile("a.yaml", "a\r\n", "v"), texts)
    editing.typed("ax\n", 1.0)
    assert texts.checked == ["a\r\n"]
    editing.check()
    assert [problem.message for problem in editing.checked.errors] == ["it has an x"]
    assert editing.checked.routine is None
    assert editing.routine == Routine("a\n", (SIT,))
    assert texts.checked == ["a\r\n", "ax\r\n"]


def test_a_draft_is_gone_on_with() -> None:
    """With the version that it was made of, so that a change outside is noticed when it is saved."""
    editing = opened("a", Draft("a.yaml", "a b", "earlier"))
    assert (editing.text, editing.is_recovered, editing.is_unsaved) == ("a b", True, True)
    assert editing.file == RoutineFile("a.yaml", "a", "earlier", hides_shipped=True)
    assert not editing.can_undo
    editing.saved(RoutineFile("a.yaml", "a b", "w"))
    assert (editing.is_recovered, editing.is_unsaved) == (False, False)


def test_a_draft_that_the_file_says_already_is_none() -> None:
    """Whatever it was made of."""
    editing = opened("a", Draft("a.yaml", "a", "earlier"))
    assert (editing.is_recovered, editing.is_unsaved, editing.file.version) == (False, False, "v")


def test_a_new_file_is_unsaved() -> None:
    """As long as it is nowhere."""
    editing = opened("a", version=UNWRITTEN)
    assert (editing.is_new, editing.is_unsaved) == (True, True)
    editing.saved(RoutineFile("a.yaml", "a", "w"))
    assert (editing.is_new, editing.is_unsaved) == (False, False)


def test_a_file_that_is_lost_is_a_new_one() -> None:
    """The text is still here."""
    editing = opened("a")
    editing.lost()
    assert (editing.is_new, editing.is_unsaved, editing.text) == (True, True, "a")
    assert editing.file == RoutineFile("a.yaml", "a", UNWRITTEN)


def test_an_edit_tells_where_it_was_made() -> None:
    """The caret goes behind what is new; it is checked, and one step to undo."""
    editing = opened("a1b")
    moment = editing.edit(TURN)
    assert (moment.text, moment.caret) == ("a11b", 3)
    assert editing.checked.routine == Routine("a11b", (SIT,))
    undone = editing.undo()
    assert (undone.text, editing.checked.routine) == ("a1b", Routine("a1b", (SIT,)))
    assert not editing.is_unsaved
    redone = editing.redo()
    assert (redone.text, editing.checked.routine) == ("a11b", Routine("a11b", (SIT,)))


@pytest.mark.parametrize("edit", [TURN, MoveStretch(0, 1)])
def test_a_refused_edit_changes_nothing(edit: Edit) -> None:
    """Nor is it a step."""
    editing = opened("x1")
    with pytest.raises(RefusedEditError):
        editing.edit(edit)
    assert (editing.text, editing.can_undo, editing.is_unsaved) == ("x1", False, False)


def test_another_text_in_its_place_is_one_step() -> None:
    """With line endings of its own."""
    editing = opened("a\r\nb\r\n")
    editing.typed("a\nbc\n", 1.0)
    moment = editing.take("d\ne\n")
    assert (moment.text, moment.caret, editing.file_text) == ("d\ne\n", 0, "d\ne\n")
    assert editing.checked.routine == Routine("d\ne\n", (SIT,))
    assert editing.undo().text == "a\nbc\n"


LINES = st.lists(st.tuples(st.sampled_from(["a", "b1", "", "1 1"]), st.sampled_from(["\n", "\r\n", "\r"])))


@given(lines=LINES, mark=st.sampled_from(["", "\ufeff"]))
def test_an_edit_leaves_all_else_to_the_byte(lines: list[tuple[str, str]], mark: str) -> None:
    """Also in a file of mixed line endings; undone, the file is as it was."""
    text = mark + "".join(line + ending for line, ending in lines)
    editing = opened(text)
    editing.edit(TURN)
    assert editing.file_text == text.replace("1", "11")
    editing.undo()
    assert editing.file_text == text
    assert not editing.is_unsaved
    editing.redo()
    assert editing.file_text == text.replace("1", "11")


TYPED = st.lists(st.lists(st.sampled_from(["a", "b1", "", "c  d"]), max_size=6).map("\n".join), max_size=6)


@given(lines=LINES, mark=st.sampled_from(["", "\ufeff"]), texts=TYPED)
def test_what_was_typed_is_undone_to_the_byte(
    lines: list[tuple[str, str]], mark: str, texts: list[str]
) -> None:
    """Whatever was typed is shown; undone step by step, the file is as it was, tabs and all, and redone as it was."""
    text = mark + "".join(line + "\t" + ending for line, ending in lines)
    editing = opened(text)
    files = [text]
    for now, typed in enumerate(texts):
        editing.typed(typed, now * 10.0)
        assert editing.text == typed
        files += [editing.file_text] if editing.file_text != files[-1] else []
    for before in files[-2::-1]:
        editing.undo()
        assert editing.file_text == before
    assert (editing.can_undo, editing.is_unsaved) == (False, False)
    for after in files[1:]:
        assert editing.redo().text == shown_text(after)
        assert editing.file_text == after


def test_a_file_that_was_emptied_keeps_its_line_endings() -> None:
    """What is typed then ends as what was opened."""
    editing = opened("a\r\nb\r\n")
    editing.typed("", 1.0)
    editing.typed("c\nd\n", 2.0)
    assert editing.file_text == "c\r\nd\r\n"


def test_the_caret_is_where_something_came_back_in_the_text_that_is_shown() -> None:
    """Which is shorter than the file's by its mark and its line endings, and longer by its tabs."""
    editing = opened("\ufeffa\r\nb\t\r\nc1\r\n")
    assert editing.edit(TURN) == Moment("a\nb  \nc11\n", 9)
    assert editing.undo() == Moment("a\nb  \nc1\n", 8)
    assert editing.redo() == Moment("a\nb  \nc11\n", 9)
