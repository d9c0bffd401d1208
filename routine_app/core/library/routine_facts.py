"""What both the list and the page of a routine say of it first."""

from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.text.numbers import count, minutes_and_seconds


def length_facts(routine: Routine) -> list[str]:
    """Its length and the number of its stretches: "6 min 40 s", "5 stretches"."""
    return [
        minutes_and_seconds(planned_seconds(routine)),
        count(len(routine.stretches), "stretch", "stretches"),
    ]
