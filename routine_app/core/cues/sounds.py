"""The sounds of the app, and the ways in which a device shakes."""

from enum import StrEnum

from routine_app.core.routine.plan import StepKind


class Sound(StrEnum):
    """A short sound; the value is the name of its file."""

    START = "start"
    GET_READY_BEEP = "get-ready-beep"
    HOLD_BEEP = "hold-beep"
    SWITCH_BEEP = "switch-beep"
    REST_BEEP = "rest-beep"
    HALFWAY = "halfway"
    HOLD_END = "hold-end"
    GAP_END = "gap-end"
    FINISH = "finish"
    CHIME = "chime"


BEEPS = {
    StepKind.GET_READY: Sound.GET_READY_BEEP,
    StepKind.HOLD: Sound.HOLD_BEEP,
    StepKind.SWITCH: Sound.SWITCH_BEEP,
    StepKind.REST: Sound.REST_BEEP,
}
"""What counts the last seconds of each kind of step, each in a pitch of its own."""


class Vibration(StrEnum):
    """A pattern of vibration, which feels unlike the others."""

    HOLD_START = "hold start"
    HOLD_END = "hold end"
    SIDE_SWITCH = "side switch"
    FINISH = "finish"
