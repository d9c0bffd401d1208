"""The editor's screen: what a view makes of it, and what its buttons ask for."""

from dataclasses import replace

import flet as ft
import flet_code_editor as code  # type: ignore[import-untyped]  # Flet types only its main package
import pytest
from flet.controls.base_control import BaseControl

from routine_app.core.editor.diff import difference
from routine_app.core.editor.plan_view import present_plan
from routine_app.core.editor.view import (
    GONE_QUESTION,
    LEAVE_QUESTION,
    Answer,
    EditorView,
    Question,
    changed_question,
)
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import ChangeNumber, Edit, NumberField
from routine_app.ui.editor.code_box import NUMBERS_WIDTH
from routine_app.ui.editor.editor import Editor
from routine_app.ui.editor.screen import PLAN_BESIDE_FROM, EditorScreen
from routine_app.ui.kit import theme
from routine_app.ui.kit.text_scale import TextScale
from routine_app.ui.kit.viewport import Viewport
from tests.ui import control_tree

PLAN = present_plan(Routine("Evening", (Stretch("Sit", (SideHold(Side.BOTH, 45.0),), 0.0, 5.0),)))
FINE = EditorView(
    file_name="evening.yaml",
    state="Unsaved changes",
    notice="",
    verdict="No errors",
    problems=(),
    plan=PLAN,
    is_plan_current=True,
    can_save=True,
    can_try=True,
    can_undo=True,
    can_redo=True,
    question=None,
)
BROKEN = replace(
    FINE,
    verdict="Line 3: e.",
    problems=(Problem("evening.yaml", 3, 1, "", "e."),),
    is_plan_current=False,
    can_try=False,
)


class Commands(Editor):
    """What was asked for, of the editor that the screen is of."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def leave(self) -> None:
        """Remember it."""
        self.done.append("leave")

    def save(self) -> None:
        """Remember it."""
        self.done.append("save")

    def try_out(self) -> None:
        """Remember it."""
        self.done.append("try")

    def undo(self) -> None:
        """Remember it."""
        self.done.append("undo")

    def redo(self) -> None:
        """Remember it."""
        self.done.append("redo")

    def edit(self, edit: Edit) -> None:
        """Remember it."""
        self.done.append(edit)

    def answer(self, answer: Answer) -> None:
        """Remember it."""
        self.done.append(answer)

    def show_help(self) -> None:
        """Remember it."""
        self.done.append("help")


class Shown:
    """A screen with a view on a phone."""

    def __init__(self, view: EditorView = FINE, width: float = 390, height: float = 844) -> None:
        self.commands = Commands()
        self.screen = EditorScreen(self.commands, lambda _text, _caret: None)
        self.screen.box.open("text")
        self.screen.fit(Viewport(width, height))
        self.screen.show(view)
        self.control = self.screen.control

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return control_tree.words(self.control)

    @property
    def has_text(self) -> bool:
        """Whether the text is to be seen."""
        return self._has_text_in(self.control)

    def _has_text_in(self, root: BaseControl) -> bool:
        return any(one is self.screen.box.control for one in control_tree.visible_below(root))

    @property
    def gutter_width(self) -> float:
        """How wide the numbers of the lines stand."""
        (widget,) = control_tree.shown(self.control, code.CodeEditor)
        width = widget.gutter_style.width
        assert isinstance(width, float)
        return width

    @property
    def arrangement(self) -> type[BaseControl] | None:
        """What has both text and plan: a row beside each other, a column below; None if one of them is away."""
        both = [
            type(one)
            for one in control_tree.visible_below(self.control)
            if isinstance(one, ft.Row | ft.Column)
            and self._has_text_in(one)
            and PLAN.title in control_tree.words(one)
        ]
        return both[-1] if both else None

    @property
    def verdict(self) -> ft.Semantics:
        """The line on whether it runs, which screen readers are told."""
        (told,) = [one for one in control_tree.shown(self.control, ft.Semantics) if one.live_region]
        return told

    @property
    def verdict_icon(self) -> ft.Icon:
        """The picture before the verdict."""
        (icon,) = control_tree.shown(self.verdict, ft.Icon)
        return icon

    def off(self) -> list[str]:
        """The buttons that are off, without the plan's."""
        names = ["Back", "Undo", "Redo", "Help", "Try", "Save"]
        return [name for name in names if control_tree.button(self.control, name).disabled]


def test_it_says_what_the_view_says() -> None:
    """File, state, verdict, then the plan; a notice where there is one."""
    assert Shown().words[:4] == ["evening.yaml", "Unsaved changes", "No errors", "Evening"]
    assert Shown(replace(FINE, notice="A notice.")).words[:3] == [
        "evening.yaml",
        "Unsaved changes",
        "A notice.",
    ]


def test_it_shows_another_view_after_the_first() -> None:
    """And the first again."""
    shown = Shown()
    before = shown.words
    shown.screen.show(replace(BROKEN, notice="A notice."))
    assert {"A notice.", "Line 3: e.", "This is the plan before the error."} <= set(shown.words)
    shown.screen.show(FINE)
    assert shown.words == before


def test_errors_are_marked_and_no_meaning_is_by_colour_alone() -> None:
    """The picture before the verdict is another one too."""
    shown = Shown(BROKEN)
    content = shown.screen.box.control.content
    assert content is not None
    assert [issue.line for issue in content.issues] == [2]  # type: ignore[attr-defined]  # Flet types only its main package
    assert shown.verdict_icon.icon == ft.Icons.ERROR_ROUNDED
    shown.screen.show(FINE)
    assert shown.verdict_icon.icon == ft.Icons.CHECK_CIRCLE_ROUNDED


def test_the_verdict_is_told_to_screen_readers() -> None:
    """Whenever it changes."""
    assert control_tree.words(Shown().verdict) == ["No errors"]


@pytest.mark.parametrize(
    ("view", "off"),
    [
        (FINE, []),
        (replace(FINE, can_save=False), ["Save"]),
        (BROKEN, ["Try"]),
        (replace(FINE, can_undo=False), ["Undo"]),
        (replace(FINE, can_redo=False), ["Redo"]),
    ],
)
def test_buttons_that_would_do_nothing_are_off(view: EditorView, off: list[str]) -> None:
    """And on again with the next view."""
    shown = Shown(view)
    assert shown.off() == off
    shown.screen.show(FINE)
    assert shown.off() == []


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("Back", "leave"),
        ("Undo", "undo"),
        ("Redo", "redo"),
        ("Help", "help"),
        ("Try", "try"),
        ("Save", "save"),
        ("Hold more, Sit", ChangeNumber(0, NumberField.HOLD, 5)),
    ],
)
def test_each_button_asks_for_its_own(name: str, asked: object) -> None:
    """Once."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.control, name))
    assert shown.commands.done == [asked]


class TestQuestion:
    """A question stands in the place of the text."""

    CHANGED = changed_question(difference("a\nmine\n", "a\ntheirs\n"))

    @pytest.mark.parametrize("question", [LEAVE_QUESTION, GONE_QUESTION, CHANGED])
    def test_each_answer_is_a_button(self, question: Question) -> None:
        """The text, its plan and the buttons below are away."""
        shown = Shown(replace(FINE, question=question))
        assert not shown.has_text
        assert "Try" not in shown.words
        assert shown.words[2:4] == [question.words, question.explanation]
        for words, _ in question.answers:
            control_tree.press(control_tree.button(shown.control, words))
        assert shown.commands.done == [answer for _, answer in question.answers]

    def test_the_lines_say_whose_they_are(self) -> None:
        """Not by their colour alone."""
        words = Shown(replace(FINE, question=self.CHANGED)).words
        assert words[4:8] == ["   a", "mine  mine", "file  theirs", "   "]

    def test_the_text_comes_back(self) -> None:
        """And another question after it is another."""
        shown = Shown(replace(FINE, question=LEAVE_QUESTION))
        shown.screen.show(FINE)
        assert shown.has_text
        assert LEAVE_QUESTION.words not in shown.words
        shown.screen.show(replace(FINE, question=GONE_QUESTION))
        assert GONE_QUESTION.words in shown.words
        assert LEAVE_QUESTION.words not in shown.words

    def test_turning_the_phone_does_not_answer_it(self) -> None:
        """It is asked on the other side too."""
        shown = Shown(replace(FINE, question=LEAVE_QUESTION))
        shown.screen.fit(Viewport(900, 400))
        assert LEAVE_QUESTION.words in shown.words
        assert not shown.has_text
        shown.screen.show(FINE)
        assert shown.has_text
        assert shown.arrangement is ft.Row

    def test_the_same_question_is_left_alone(self) -> None:
        """So that nothing is sent for it."""
        shown = Shown(replace(FINE, question=LEAVE_QUESTION))
        before = list(control_tree.visible_below(shown.control))
        shown.screen.show(replace(FINE, question=LEAVE_QUESTION))
        after = control_tree.visible_below(shown.control)
        assert all(one is other for one, other in zip(before, after, strict=True))


class TestFit:
    """On a phone, a phone with a keyboard, a phone on its side, a desktop."""

    @pytest.mark.parametrize(
        ("width", "height", "place", "has_plan"),
        [
            (390, 844, ft.Column, True),
            (390, 400, ft.Column, False),
            (PLAN_BESIDE_FROM - 1, 1000, ft.Column, True),
            (PLAN_BESIDE_FROM, 1000, ft.Row, True),
            (844, 390, ft.Row, True),
            (2560, 1440, ft.Row, True),
        ],
    )
    def test_the_plan_is_where_there_is_room(
        self, width: float, height: float, place: type[ft.Control], *, has_plan: bool
    ) -> None:
        """Beside the text, below it, or nowhere while a keyboard is there; the text always is."""
        shown = Shown(width=width, height=height)
        assert shown.arrangement is (place if has_plan else None)
        assert ("Evening" in shown.words) is has_plan
        assert shown.has_text

    def test_it_comes_back_when_the_keyboard_goes(self) -> None:
        """And the state with it."""
        shown = Shown(height=400)
        assert "Unsaved changes" not in shown.words
        shown.screen.fit(Viewport(390, 844))
        assert {"Unsaved changes", "Evening"} <= set(shown.words)

    def test_the_same_text_box_is_kept(self) -> None:
        """The widget has the caret and the keyboard."""
        shown = Shown()
        box = shown.screen.box.control.content
        for width in (900, 390, 1000):
            shown.screen.fit(Viewport(width, 800))
        assert shown.screen.box.control.content is box
        assert shown.has_text

    def test_large_text_counts_as_less_room(self) -> None:
        """With everything twice as large, 844 pixels are as low as 422."""
        shown = Shown()
        shown.screen.fit(Viewport(390, 844, TextScale(2.0, 2.0)))
        assert "Evening" not in shown.words
        shown.screen.fit(Viewport(390, 1000, TextScale(2.0, 2.0)))
        assert "Evening" in shown.words
        assert control_tree.button(shown.control, "Save").height == 112

    @pytest.mark.parametrize(("height", "view"), [(844, FINE), (400, FINE), (844, BROKEN)])
    def test_fingers_find_every_button(self, height: float, view: EditorView) -> None:
        """48 pixels at least."""
        found = control_tree.buttons(Shown(view, height=height).control)
        assert [control_tree.name_of(one) for one in found if (one.height or 0) < theme.TOUCH_TARGET] == []


@pytest.mark.parametrize(("scale", "has_picture"), [(1.0, True), (2.0, False)])
def test_three_buttons_have_room_beside_each_other(scale: float, *, has_picture: bool) -> None:
    """Of large words on a small phone the one to save has no picture, and the one to try is as wide as its word."""
    shown = Shown()
    shown.screen.fit(Viewport(320, 568, TextScale(scale, scale)))
    save, try_out = (control_tree.button(shown.control, name) for name in ("Save", "Try"))
    assert (bool(save.icon), bool(try_out.expand)) == (has_picture, has_picture)


def test_three_digits_beside_the_text_are_not_broken_in_two() -> None:
    """However large they are, and in the next file, too; what surrounds them does not grow."""
    shown = Shown()
    as_designed = shown.gutter_width
    shown.screen.fit(Viewport(320, 568, TextScale(2.0, 2.0)))
    assert shown.gutter_width - as_designed >= NUMBERS_WIDTH
    shown.screen.box.open("title: Other\n")
    assert shown.gutter_width > as_designed
    shown.screen.fit(Viewport(320, 568))
    assert shown.gutter_width == as_designed
