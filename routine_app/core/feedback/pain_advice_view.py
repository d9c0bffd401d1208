"""The advice about pain that stays, as the screens show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from routine_app.core.feedback.pain_advice import PAIN_SESSIONS
from routine_app.core.routine.muscles import muscle_labels

ADVICE = (
    "Pain that stays in spite of stretching and a few days' rest may have another cause. "
    "A medical evaluation is recommended."
)
"""The advice of the article "Your Hips: Balance is Key", in the app's own words."""


@dataclass(frozen=True, slots=True)
class PainAdviceView:
    """What is said, and of which muscles."""

    title: str
    words: str
    muscles: tuple[str, ...]


def present_pain_advice(muscles: Sequence[str]) -> PainAdviceView | None:
    """The advice for these muscles; None if it is due for none."""
    if not muscles:
        return None
    title = f"{muscle_labels(muscles)}: pain in {PAIN_SESSIONS} sessions or more"
    return PainAdviceView(title, ADVICE, tuple(muscles))
