"""Ropes, days and reasons of the balance as short phrases."""

from routine_app.core.balance.balance import Balance, Rope
from routine_app.core.days import WEEK_DAYS
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import muscle_label
from routine_app.core.text.numbers import minutes_and_seconds, of_planned


def rope_words(rope: Rope) -> str:
    """A rope in a phrase: "hamstrings, right", "IT band", or both sides of it by the name alone."""
    label = muscle_label(rope.muscle)
    name = label if label.startswith("IT") else label[0].lower() + label[1:]
    return name if rope.side is Side.BOTH else f"{name}, {rope.side.value}"


def days_words(days: int) -> str:
    """The last so many days in a phrase: "this week", "in 28 days"."""
    return "this week" if days == WEEK_DAYS else f"in {days} days"


def why_words(balance: Balance, muscle: str, *, is_weak: bool) -> str:
    """Why a muscle is worked, in one line: "Hamstrings: right 40 s of 3 min held this week, left 2 min 30 s"."""
    row = balance.row_of(muscle)
    weak, other = (row.left_seconds, "left"), (row.right_seconds, "right")
    if weak[0] > other[0]:
        weak, other = other, weak
    held_words, other_words = minutes_and_seconds(weak[0]), minutes_and_seconds(other[0])
    held = f"{of_planned(weak[0], balance.dose_seconds)} held {days_words(balance.days)}"
    held = (
        f"{held}, each side" if held_words == other_words else f"{weak[1]} {held}, {other[1]} {other_words}"
    )
    strength = ". They are seldom tight: this makes them stronger" if is_weak else ""
    return f"{muscle_label(muscle)}: {held}{strength}"
