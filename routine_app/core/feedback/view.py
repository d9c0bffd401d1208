"""What the user says of a session, as the screens show it and ask for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_app.core.feedback.feedback import Feedback, Feeling, painful_sides
from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES, OTHER_MUSCLES, muscle_label
from routine_app.core.routine.wording import name_and_side
from routine_app.core.text.clean import shortened

NOTE_SHOWN = 80
"""So many letters of a note stand in a list."""


@dataclass(frozen=True, slots=True)
class PainRow:
    """One muscle, and on which sides it is said to hurt."""

    muscle: str
    label: str
    is_left: bool
    is_right: bool


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The questions after a session and what was answered; `others` are the muscles beyond the hip."""

    feeling: Feeling | None
    hip: tuple[PainRow, ...]
    others: tuple[PainRow, ...]
    note: str


def present_feedback(feedback: Feedback) -> FeedbackView:
    """The questions, with what was answered."""
    return FeedbackView(
        feedback.feeling, _rows(feedback, HIP_MUSCLES), _rows(feedback, OTHER_MUSCLES), feedback.note
    )


def feedback_words(feedback: Feedback) -> str:
    """Feedback on one line: "Hard · Pain: Hip flexors, left side; Neck · Slept badly"; empty if there is none."""
    parts = [feedback.feeling.value.capitalize()] if feedback.feeling else []
    if feedback.pain:
        pains = "; ".join(name_and_side(muscle_label(pain.muscle), pain.side) for pain in feedback.pain)
        parts.append(f"Pain: {pains}")
    note = " ".join(feedback.note.split())
    if note:
        parts.append(shortened(note, NOTE_SHOWN))
    return " · ".join(parts)


def _rows(feedback: Feedback, muscles: Sequence[str]) -> tuple[PainRow, ...]:
    sides = {muscle: painful_sides(feedback, muscle) for muscle in muscles}
    return tuple(
        PainRow(muscle, muscle_label(muscle), Side.LEFT in hurt, Side.RIGHT in hurt)
        for muscle, hurt in sides.items()
    )
