"""What the card says of what is most worth doing today."""

from dataclasses import dataclass

from routine_app.core.balance.today import Today
from routine_app.core.routine.plan import planned_seconds
from routine_app.core.text.numbers import minutes_and_seconds


@dataclass(frozen=True, slots=True)
class TodayView:
    """What to do, why, and how long it takes; `length` is empty where nothing is to be done."""

    title: str
    why: str
    length: str


def present_today(today: Today) -> TodayView:
    """The card for that."""
    routine = today.routine
    return TodayView(today.title, today.why, minutes_and_seconds(planned_seconds(routine)) if routine else "")
