"""What happens in a session, told to whoever listens: the log, the screen, sounds and voice.

`at` is the moment on the session's own clock at which it happened, which may lie before the call
that reports it: a late wake-up reports each event at its true moment.
"""

from dataclasses import dataclass

from routine_app.core.routine.plan import Step
from routine_app.core.session.record import HoldRecord, SessionStatus


@dataclass(frozen=True, slots=True)
class StepStarted:
    """A step begins, or begins again."""

    at: float
    step: Step


@dataclass(frozen=True, slots=True)
class HoldFinished:
    """A hold is over, held to its end or not; the record is the best attempt at it so far."""

    at: float
    record: HoldRecord


@dataclass(frozen=True, slots=True)
class HoldsLeft:
    """The session ends early, and these holds were never finished."""

    at: float
    records: tuple[HoldRecord, ...]


@dataclass(frozen=True, slots=True)
class Paused:
    """The session was paused."""

    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session goes on after a pause or a sleep."""

    at: float


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """The step at hand became longer."""

    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class FellAsleep:
    """The device slept from `at` on, for `seconds`; the session stands still and asks."""

    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over."""

    at: float
    status: SessionStatus


Event = StepStarted | HoldFinished | HoldsLeft | Paused | Resumed | TimeAdded | FellAsleep | Ended
Events = tuple[Event, ...]
