"""Where feedback is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from routine_app.core.days import Days
from routine_app.core.feedback.feedback import Feedback, PainRecord


@dataclass(frozen=True, slots=True)
class PainTold:
    """A pain that was told of one session, which began at `started_at`."""

    session_id: str
    started_at: datetime
    pain: PainRecord


class FeedbackRepository(Protocol):
    """What the user says of sessions."""

    def say_of(self, session_id: str, change: Callable[[Feedback], Feedback], at: datetime) -> Feedback:
        """Put what `change` makes of what is said of a session in its place, as said at that time; gives it."""

    def pains(self, days: Days) -> Sequence[PainTold]:
        """Every pain told of sessions of these days, oldest session first."""

    def acknowledged(self) -> Mapping[str, datetime]:
        """For each muscle when the user last acknowledged the advice about its pain."""

    def acknowledge(self, muscle: str, at: datetime) -> None:
        """Write that the user has read the advice about pain in a muscle."""
