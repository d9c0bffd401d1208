"""A routine of two stretches, as the library has it."""

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.problem import Problem
from routine_app.core.routine.repository import RoutineEntry

PIGEON = Stretch(
    "Pigeon pose",
    (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)),
    rest_seconds=10.0,
    switch_seconds=5.0,
    muscles=("hip_flexors", "glutes"),
    how="Fold one shin.",
    why="For the front of the hip.",
    figure="pigeon-pose",
)

SIT = Stretch("Sit", (SideHold(Side.BOTH, 20.0),), 10.0, 5.0)

ROUTINE = Routine("Evening", (PIGEON, SIT), description="Calm.")

ENTRY = RoutineEntry("evening", "evening.yaml", ROUTINE)

PROBLEM = Problem("evening.yaml", 4, 11, "hold", "is not a duration")
