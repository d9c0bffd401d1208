"""What the editor shows of the plan that a routine compiles to."""

from dataclasses import dataclass

from routine_app.core.library.routine_view import length_facts
from routine_app.core.routine.model import Routine, Side, Stretch
from routine_app.core.routine.muscles import muscle_label
from routine_app.core.routine.plan import Step, StepKind, plan
from routine_app.core.routine.repository import NumberField
from routine_app.core.routine.wording import PHASE_WORDS, name_and_side
from routine_app.core.session.muscle_totals import MuscleSeconds, planned_muscle_seconds
from routine_app.core.text.numbers import clock_face, count, minutes_and_seconds

STEPS_SHOWN = 60
"""Of a longer plan the rest is counted."""


@dataclass(frozen=True, slots=True)
class NumberFieldView:
    """A number with its plus and minus; `step` is what one press changes, in seconds or sets."""

    knob: NumberField
    label: str
    value: str
    step: int
    less: str
    more: str


@dataclass(frozen=True, slots=True)
class StretchNumberFields:
    """One stretch with what can be changed of it by buttons."""

    index: int
    name: str
    knobs: tuple[NumberFieldView, ...]
    can_go_up: bool
    can_go_down: bool


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step: when it begins, and what is done for how long."""

    start: str
    words: str
    length: str
    is_hold: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan of the text, or of the last text without errors."""

    title: str
    facts: str
    stretches: tuple[StretchNumberFields, ...]
    muscles: tuple[tuple[str, str], ...]
    steps: tuple[PlanStep, ...]
    more_steps: str


def present_plan(routine: Routine) -> PlanView:
    """The plan of a routine, with the buttons that change it."""
    steps = plan(routine)
    left_out = len(steps) - STEPS_SHOWN
    return PlanView(
        title=routine.title,
        facts=" · ".join([*length_facts(routine), count(len(steps), "step")]),
        stretches=tuple(
            _stretch(index, stretch, len(routine.stretches))
            for index, stretch in enumerate(routine.stretches)
        ),
        muscles=tuple((muscle_label(total.muscle), _sides(total)) for total in planned_muscle_seconds(steps)),
        steps=tuple(_step(step) for step in steps[:STEPS_SHOWN]),
        more_steps=f"and {count(left_out, 'more step')}" if left_out > 0 else "",
    )


def _stretch(index: int, stretch: Stretch, among: int) -> StretchNumberFields:
    return StretchNumberFields(index, stretch.name, tuple(_knobs(stretch)), index > 0, index < among - 1)


def _knobs(stretch: Stretch) -> list[NumberFieldView]:
    lengths = {hold.side: hold.hold_seconds for hold in stretch.holds}
    if len(set(lengths.values())) > 1:
        holds = [
            _seconds(stretch, NumberField.LEFT_HOLD, "Left", lengths[Side.LEFT]),
            _seconds(stretch, NumberField.RIGHT_HOLD, "Right", lengths[Side.RIGHT]),
        ]
    else:
        holds = [_seconds(stretch, NumberField.HOLD, "Hold", stretch.holds[0].hold_seconds)]
    sets = _knob(stretch, NumberField.SETS, "Sets", str(stretch.sets), 1)
    return [*holds, sets, _seconds(stretch, NumberField.REST, "Rest", stretch.rest_seconds)]


def _seconds(stretch: Stretch, knob: NumberField, label: str, seconds: float) -> NumberFieldView:
    return _knob(stretch, knob, label, minutes_and_seconds(seconds), 5)


def _knob(stretch: Stretch, knob: NumberField, label: str, value: str, step: int) -> NumberFieldView:
    less, more = f"{label} less, {stretch.name}", f"{label} more, {stretch.name}"
    return NumberFieldView(knob, label, value, step, less, more)


def _sides(total: MuscleSeconds) -> str:
    left, right = minutes_and_seconds(total.left_seconds), minutes_and_seconds(total.right_seconds)
    return f"{left} each side" if left == right else f"left {left}, right {right}"


def _step(step: Step) -> PlanStep:
    name = name_and_side(step.stretch.name, step.side)
    is_hold = step.kind is StepKind.HOLD
    words = name if is_hold else PHASE_WORDS[step.kind]
    return PlanStep(clock_face(round(step.start_seconds)), words, minutes_and_seconds(step.seconds), is_hold)
