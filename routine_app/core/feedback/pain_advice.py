"""The advice about pain that does not go away: when it is due, and how it reads."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from routine_app.core.feedback.repository import PainTold
from routine_app.core.routine.muscles import muscle_labels

PAIN_SESSIONS = 3
PAIN_DAYS = 3
"""Pain in so many sessions, the first and the last of them so many days apart, both counted."""

LOOK_BACK_DAYS = 28
"""Pain of longer ago is not the same pain."""


def muscles_to_advise(pains: Iterable[PainTold], acknowledged: Mapping[str, datetime]) -> tuple[str, ...]:
    """The muscles whose pain deserves the advice, in the order in which they were first told of.

    The advice: pain that does not go away with stretching and a few days' rest may have another cause; a medical
    evaluation is recommended (source: the article "Your Hips: Balance is Key"). `acknowledged` says when it was
    last read for a muscle; only sessions that began later count then. The pains are those of the last
    `LOOK_BACK_DAYS`.
    """
    began: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    for told in pains:
        muscle, read_at = told.pain.muscle, acknowledged.get(told.pain.muscle)
        if read_at is None or told.started_at > read_at:
            began[muscle][told.session_id] = told.started_at
    return tuple(muscle for muscle, sessions in began.items() if _is_lasting(sessions.values()))


def _is_lasting(starts: Iterable[datetime]) -> bool:
    days = [started_at.date() for started_at in starts]
    return len(days) >= PAIN_SESSIONS and (max(days) - min(days)).days + 1 >= PAIN_DAYS


ADVICE = (
    "Pain that stays in spite of stretching and a few days' rest may have another cause. "
    "A medical evaluation is recommended."
)
"""The advice of the article "Your Hips: Balance is Key", in the app's own words."""


@dataclass(frozen=True, slots=True)
class PainAdviceView:
    """The advice, and the muscles that it is about."""

    title: str
    words: str
    muscles: tuple[str, ...]


def present_pain_advice(muscles: Sequence[str]) -> PainAdviceView | None:
    """The advice for these muscles; None if it is due for none."""
    if not muscles:
        return None
    title = f"{muscle_labels(muscles)}: pain in {PAIN_SESSIONS} sessions or more"
    return PainAdviceView(title, ADVICE, tuple(muscles))
