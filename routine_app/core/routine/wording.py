"""Phases and sides as people read them."""

from routine_app.core.routine.model import Side
from routine_app.core.routine.plan import Step, StepKind

PHASE_WORDS = {
    StepKind.GET_READY: "Get ready",
    StepKind.HOLD: "Hold",
    StepKind.SWITCH: "Switch sides",
    StepKind.REST: "Rest",
}


SIDE_WORDS = {Side.LEFT: "Left side", Side.RIGHT: "Right side", Side.BOTH: ""}


def name_and_side(name: str, side: Side) -> str:
    """A hold in one phrase: "Pigeon pose, right side", or the name alone when it has no side."""
    return name if side is Side.BOTH else f"{name}, {side.value} side"


def step_title(step: Step) -> str:
    """A step in one phrase: "Pigeon pose, left side" for a hold, "Rest: Pigeon pose, left side" for the gap before it."""
    hold = name_and_side(step.stretch.name, step.side)
    return hold if step.kind is StepKind.HOLD else f"{PHASE_WORDS[step.kind]}: {hold}"
