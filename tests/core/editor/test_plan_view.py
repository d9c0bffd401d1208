"""The plan beside the text."""

import pytest

from routine_app.core.editor.plan_view import (
    STEPS_SHOWN,
    NumberFieldView,
    PlanStep,
    StretchNumberFields,
    present_plan,
)
from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.repository import NumberField

PIGEON = Stretch(
    "Pigeon pose",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    muscles=("hip_flexors", "glutes"),
)
SIT = Stretch("Sit", (SideHold(Side.BOTH, 90.0),), 0.0, 5.0, muscles=("adductors",), sets=2)
VIEW = present_plan(Routine("Evening", (PIGEON, SIT)))


def uneven(left: float, right: float) -> Stretch:
    """Make a stretch with a hold for each side."""
    holds = (SideHold(Side.RIGHT, right), SideHold(Side.LEFT, left))
    return Stretch("Lean", holds, 10.0, 5.0, muscles=("it_band",))


def test_its_facts() -> None:
    """The title, how long it is, and of how many parts."""
    assert VIEW.title == "Evening"
    assert VIEW.facts == "4 min 25 s · 2 stretches · 7 steps"
    assert present_plan(Routine("One", (SIT,), get_ready_seconds=0.0)).facts == "3 min · 1 stretch · 2 steps"


def test_every_step_with_its_start() -> None:
    """A hold by its name and side, a gap by what it is."""
    assert VIEW.steps == (
        PlanStep("0:00", "Get ready", "10 s", is_hold=False),
        PlanStep("0:10", "Pigeon pose, left side", "30 s", is_hold=True),
        PlanStep("0:40", "Switch sides", "5 s", is_hold=False),
        PlanStep("0:45", "Pigeon pose, right side", "30 s", is_hold=True),
        PlanStep("1:15", "Rest", "10 s", is_hold=False),
        PlanStep("1:25", "Sit", "1 min 30 s", is_hold=True),
        PlanStep("2:55", "Sit", "1 min 30 s", is_hold=True),
    )
    assert VIEW.more_steps == ""


@pytest.mark.parametrize(
    ("sets", "shown", "more"),
    [
        (STEPS_SHOWN, STEPS_SHOWN, ""),
        (STEPS_SHOWN + 1, STEPS_SHOWN, "and 1 more step"),
        (STEPS_SHOWN + 9, STEPS_SHOWN, "and 9 more steps"),
    ],
)
def test_the_rest_of_a_long_plan_is_counted(sets: int, shown: int, more: str) -> None:
    """A screen of a thousand rows is slow, and nobody reads it."""
    sit = Stretch("Sit", (SideHold(Side.BOTH, 9.0),), 0.0, 5.0, sets=sets)
    view = present_plan(Routine("Long", (sit,), get_ready_seconds=0.0))
    assert (len(view.steps), view.more_steps) == (shown, more)


def test_seconds_for_each_muscle_and_side() -> None:
    """One number where both sides get as much."""
    view = present_plan(Routine("Evening", (PIGEON, SIT, uneven(20.0, 45.0))))
    assert view.muscles == (
        ("Hip flexors", "30 s each side"),
        ("Glutes", "15 s each side"),
        ("Adductors", "3 min each side"),
        ("IT band", "left 20 s, right 45 s"),
    )


def test_without_muscles_there_is_nothing_of_them() -> None:
    """No row."""
    assert present_plan(Routine("R", (Stretch("S", (SideHold(Side.BOTH, 9.0),), 0.0, 5.0),))).muscles == ()


def test_a_stretch_can_be_changed() -> None:
    """Its hold and rest by five seconds, its sets by one; each button is named after its stretch."""
    assert VIEW.stretches[0] == StretchNumberFields(
        index=0,
        name="Pigeon pose",
        knobs=(
            NumberFieldView(
                NumberField.HOLD, "Hold", "30 s", 5, "Hold less, Pigeon pose", "Hold more, Pigeon pose"
            ),
            NumberFieldView(
                NumberField.SETS, "Sets", "1", 1, "Sets less, Pigeon pose", "Sets more, Pigeon pose"
            ),
            NumberFieldView(
                NumberField.REST, "Rest", "10 s", 5, "Rest less, Pigeon pose", "Rest more, Pigeon pose"
            ),
        ),
        can_go_up=False,
        can_go_down=True,
    )


def test_sides_of_different_length_have_a_hold_each() -> None:
    """Left first, whichever is held first."""
    knobs = present_plan(Routine("R", (uneven(20.0, 45.0),))).stretches[0].knobs
    assert [(knob.knob, knob.label, knob.value) for knob in knobs] == [
        (NumberField.LEFT_HOLD, "Left", "20 s"),
        (NumberField.RIGHT_HOLD, "Right", "45 s"),
        (NumberField.SETS, "Sets", "1"),
        (NumberField.REST, "Rest", "10 s"),
    ]


def test_the_first_goes_no_higher_and_the_last_no_lower() -> None:
    """And one alone stays where it is."""
    three = present_plan(Routine("R", (PIGEON, SIT, PIGEON))).stretches
    assert [(one.can_go_up, one.can_go_down) for one in three] == [(False, True), (True, True), (True, False)]
    (alone,) = present_plan(Routine("R", (SIT,))).stretches
    assert (alone.can_go_up, alone.can_go_down) == (False, False)
