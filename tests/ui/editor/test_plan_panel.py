"""The plan beside the text, with its buttons."""

from dataclasses import replace

import pytest

from routine_app.core.editor.plan_view import PlanView, present_plan
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.repository import ChangeNumber, Edit, MoveStretch, NumberField
from routine_app.ui.editor.plan_panel import PlanPanel
from routine_app.ui.kit import theme
from tests.ui import control_tree

LEAN = Stretch(
    "Lean",
    (SideHold(Side.LEFT, 20.0), SideHold(Side.RIGHT, 30.0)),
    10.0,
    5.0,
    muscles=("it_band",),
)
SIT = Stretch("Sit", (SideHold(Side.BOTH, 45.0),), 0.0, 5.0, muscles=("adductors",))
VIEW = present_plan(Routine("Evening", (LEAN, SIT)))


class Shown:
    """A panel with a plan, and the edits that were asked for."""

    def __init__(self, view: PlanView | None = VIEW, *, is_current: bool = True) -> None:
        self.edits: list[Edit] = []
        self.panel = PlanPanel(self.edits.append)
        self.panel.show(view, is_current=is_current)

    @property
    def words(self) -> list[str]:
        """What one reads."""
        return control_tree.words(self.panel.control)

    def names(self, *, are_off: bool) -> list[str]:
        """The buttons that are off, or those that are not."""
        found = control_tree.buttons(self.panel.control)
        return [control_tree.name_of(one) for one in found if bool(one.disabled) is are_off]


def test_it_says_all_there_is() -> None:
    """From the title to the last step."""
    assert Shown().words == [
        *("Evening", "2 min · 2 stretches · 6 steps"),
        *("Lean", "Left", "20 s", "Right", "30 s", "Sets", "1", "Rest", "10 s"),
        *("Sit", "Hold", "45 s", "Sets", "1", "Rest", "0 s"),
        *("Held for each muscle", "IT band", "left 20 s, right 30 s", "Adductors", "45 s each side"),
        *("Step by step", "0:00", "Get ready", "10 s", "0:10", "Lean, left side", "20 s"),
        *("0:30", "Switch sides", "5 s", "0:35", "Lean, right side", "30 s"),
        *("1:05", "Rest", "10 s", "1:15", "Sit", "45 s"),
    ]


@pytest.mark.parametrize(
    ("name", "edit"),
    [
        ("Left less, Lean", ChangeNumber(0, NumberField.LEFT_HOLD, -5)),
        ("Right more, Lean", ChangeNumber(0, NumberField.RIGHT_HOLD, 5)),
        ("Hold more, Sit", ChangeNumber(1, NumberField.HOLD, 5)),
        ("Sets less, Sit", ChangeNumber(1, NumberField.SETS, -1)),
        ("Rest more, Lean", ChangeNumber(0, NumberField.REST, 5)),
        ("Down, Lean", MoveStretch(0, 1)),
        ("Up, Sit", MoveStretch(1, -1)),
    ],
)
def test_a_button_asks_for_its_edit(name: str, edit: Edit) -> None:
    """Named after what it changes, and of which stretch."""
    shown = Shown()
    control_tree.press(control_tree.button(shown.panel.control, name))
    assert shown.edits == [edit]


def test_buttons_that_lead_nowhere_are_off() -> None:
    """The first goes no higher, the last no lower."""
    assert Shown().names(are_off=True) == ["Up, Lean", "Down, Sit"]


def test_the_plan_before_an_error_cannot_be_changed() -> None:
    """It says what it is."""
    shown = Shown(is_current=False)
    assert shown.words[2] == "This is the plan before the error."
    assert shown.names(are_off=False) == []
    shown.panel.show(VIEW, is_current=True)
    assert "This is the plan before the error." not in shown.words
    assert len(shown.names(are_off=False)) == 16


def test_without_a_plan_it_says_when_there_is_one() -> None:
    """In one sentence."""
    assert Shown(None, is_current=False).words == ["The plan stands here as soon as the text has no errors."]


def test_what_is_shown_already_is_left_alone() -> None:
    """So that nothing is sent for it; another plan is another."""
    shown = Shown()
    before = list(control_tree.visible_below(shown.panel.control))
    shown.panel.show(replace(VIEW), is_current=True)
    after = control_tree.visible_below(shown.panel.control)
    assert all(one is other for one, other in zip(before, after, strict=True))
    shown.panel.show(replace(VIEW, title="Morning"), is_current=True)
    assert shown.words[0] == "Morning"


def test_what_is_left_out_is_counted() -> None:
    """At the end; muscles that are not named have no card."""
    sit = Stretch("Sit", (SideHold(Side.BOTH, 9.0),), 0.0, 5.0, sets=70)
    words = Shown(present_plan(Routine("Long", (sit,)))).words
    assert words[-1] == "and 11 more steps"
    assert "Held for each muscle" not in words


def test_fingers_find_every_button() -> None:
    """48 pixels each."""
    found = control_tree.buttons(Shown().panel.control)
    assert {(one.width, one.height) for one in found} == {(theme.TOUCH_TARGET, theme.TOUCH_TARGET)}
