"""What the card says that offers to go on with an interrupted session."""

from dataclasses import dataclass

from routine_app.core.routine.wording import name_and_side
from routine_app.core.session.record import HoldStatus
from routine_app.core.session.resume import Continuation
from routine_app.core.text.numbers import count, minutes_and_seconds


@dataclass(frozen=True, slots=True)
class ContinueView:
    """The session, what is done of it, what comes next, and how long the rest takes."""

    title: str
    done: str
    next_words: str
    time_left: str


def present_continuation(offer: Continuation) -> ContinueView:
    """The card for a session that can be gone on with."""
    done = sum(hold.status is HoldStatus.DONE for hold in offer.earlier)
    coming = offer.first_step
    return ContinueView(
        title=offer.title,
        done=f"{done} of {count(len(offer.holds), 'hold')} done",
        next_words=f"Next: {name_and_side(coming.stretch.name, coming.side)}",
        time_left=f"{minutes_and_seconds(offer.seconds_left)} left",
    )
