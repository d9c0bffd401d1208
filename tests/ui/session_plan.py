"""A short session: get ready 0-10, left 10-40, switch 40-45, right 45-75."""

from routine_app.core.routine.model import Cue, CueTime, Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import plan

PIGEON = Stretch(
    "Pigeon pose",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    muscles=("hip_flexors",),
    figure="pigeon-pose",
    cues=(Cue("Sink the hips."), Cue("Ten more.", CueTime(1.0, -10.0))),
)
ROUTINE = Routine("Hips", (PIGEON,), get_ready_seconds=10.0)
STEPS = plan(ROUTINE)
END_SECONDS = 75.0
