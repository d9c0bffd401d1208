"""Going on with a session that was interrupted: what was done, what is left, and where it begins again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate

from routine_app.core.routine.hold_length import with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import Step, StepKind, holds_of, plan
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.routine.wording import name_and_side
from routine_app.core.session.engine import Session, hold_record
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.core.text.numbers import count, minutes_and_seconds

OFFER_HOURS = 12
"""How long after its last sign of life a session can be gone on with."""

ROUTINE_CHANGED = (
    "It cannot go on: its routine was renamed, changed or deleted. End it, and what you held is kept."
)
ROUTINE_BROKEN = (
    "The file of its routine has an error. Mend that to go on, or end it, and what you held is kept."
)
ALL_HELD = "Nothing is left of it. End it, and what you held is kept."

LEAST_SECONDS_LEFT = 0.5
"""No hold is as short as this: so much less than was planned comes of adding up."""

LEAD_IN_SECONDS = 10.0
"""The time to get down on the floor again, for a routine that has no "Get ready" of its own."""


@dataclass(frozen=True, slots=True)
class ResumableSession:
    """An interrupted session, fitted to its routine as the file is now.

    `earlier` has a record for each hold before the one it begins again with, in the order of the plan.
    `steps` is the whole plan, with a "Get ready" in place of the gap before that hold, at `step_index`.
    """

    session: SessionRecord
    title: str
    steps: tuple[Step, ...]
    step_index: int
    earlier: tuple[HoldRecord, ...]

    @property
    def first_step(self) -> Step:
        """The "Get ready" that leads to the first hold that is left."""
        return self.steps[self.step_index]

    @property
    def holds(self) -> tuple[Step, ...]:
        """Every hold of the plan."""
        return holds_of(self.steps)

    @property
    def seconds_left(self) -> float:
        """The length of what is left, in seconds, from the "Get ready" on."""
        return sum(step.seconds for step in self.steps[self.step_index :])

    @property
    def left_out(self) -> tuple[HoldRecord, ...]:
        """A record for each hold that is left, with nothing held."""
        return tuple(hold_record(step, 0.0) for step in self.holds[len(self.earlier) :])

    def make_session(self) -> Session:
        """Make the rest of the session, not yet started, with the holds of before in it."""
        return Session(self.steps, self.step_index, self.earlier)

    def start(self, now: datetime) -> SessionRecord:
        """What the log is told when it goes on at `now`."""
        planned = sum(hold.planned_seconds for hold in (*self.earlier, *self.left_out))
        return replace(self.session, title=self.title, planned_seconds=planned, resumed_at=now, holds=())


@dataclass(frozen=True, slots=True)
class StrandedSession:
    """An interrupted session that cannot go on: its routine is gone or another by now, or nothing is left of it.

    `is_broken` is whether its routine's file is there, and has errors.
    """

    session: SessionRecord
    is_broken: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether the log has all that was planned."""
        recorded_seconds = sum(hold.planned_seconds for hold in self.session.holds)
        return recorded_seconds > self.session.planned_seconds - LEAST_SECONDS_LEFT


InterruptedSession = ResumableSession | StrandedSession


def find_interrupted(
    newest: SessionRecord | None, entries: Sequence[RoutineEntry], now: datetime
) -> InterruptedSession | None:
    """The session that can go on or be ended at `now`, given the newest of the log and the library; None if none can."""
    if newest is None or newest.status is not SessionStatus.RUNNING:
        return None
    if now - last_sign_of_life(newest) > timedelta(hours=OFFER_HOURS):
        return None
    entry = entry_of(newest, entries)
    if entry is None or entry.routine is None:
        return StrandedSession(newest, is_broken=entry is not None)
    return resumable_session(newest, entry.routine) or StrandedSession(newest)


def find_resumable(
    newest: SessionRecord | None, entries: Sequence[RoutineEntry], now: datetime
) -> ResumableSession | None:
    """The session that can go on at `now`; None if there is none."""
    found = find_interrupted(newest, entries, now)
    return found if isinstance(found, ResumableSession) else None


def entry_of(session: SessionRecord, entries: Sequence[RoutineEntry]) -> RoutineEntry | None:
    """The entry of the session's file; if no file has that name any more, the only one of its title."""
    named = [entry for entry in entries if entry.name == session.routine]
    if named:
        return named[0]
    titled = [entry for entry in entries if entry.routine and entry.routine.title == session.title]
    return titled[0] if len(titled) == 1 else None


def last_sign_of_life(session: SessionRecord) -> datetime:
    """The latest moment at which the log knows the session to have been alive."""
    held_until = session.started_at + timedelta(seconds=session.held_seconds)
    return max(held_until, session.resumed_at or session.started_at)


def resumable_session(session: SessionRecord, routine: Routine) -> ResumableSession | None:
    """Fit a session to its routine; None if nothing is left, or if what was held has no place in it."""
    steps = plan(with_length(routine, session.length))
    holds = holds_of(steps)
    earlier = _fitted(session.holds, holds)
    if earlier is None or len(earlier) == len(holds):
        return None
    lead_in_seconds = routine.get_ready_seconds or LEAD_IN_SECONDS
    joined, step_index = _with_lead_in(steps, steps.index(holds[len(earlier)]), lead_in_seconds)
    return ResumableSession(session, routine.title, joined, step_index, earlier)


def _fitted(records: Sequence[HoldRecord], holds: Sequence[Step]) -> tuple[HoldRecord, ...] | None:
    """The records at their places in the plan; holds that came into the file between them count as skipped.

    None if a record has no place, or if its old place in the log would not be overwritten by these.
    """
    fitted: list[HoldRecord] = []
    for record in records:
        place = next((i for i in range(len(fitted), len(holds)) if _is_of(record, holds[i])), None)
        if place is None:
            return None
        fitted += [hold_record(hold, 0.0) for hold in holds[len(fitted) : place]]
        fitted.append(replace(record, hold_index=place))
    return tuple(fitted) if all(record.hold_index < len(fitted) for record in records) else None


def _is_of(record: HoldRecord, hold: Step) -> bool:
    recorded = (record.stretch, record.side, record.set_number, record.round_number)
    return recorded == (hold.stretch.name, hold.side, hold.set_number, hold.round_number)


def _with_lead_in(steps: tuple[Step, ...], place: int, seconds: float) -> tuple[tuple[Step, ...], int]:
    """Put a "Get ready" in place of the gap before the hold at `place`; gives the steps and where it stands."""
    has_gap = place > 0 and steps[place - 1].kind is not StepKind.HOLD
    index = place - 1 if has_gap else place
    lead_in = steps[place]._replace(kind=StepKind.GET_READY, seconds=seconds, cues=())
    joined = (*steps[:index], lead_in, *steps[place:])
    starts = accumulate((step.seconds for step in joined), initial=0.0)
    timed = (step._replace(start_seconds=start) for step, start in zip(joined, starts, strict=False))
    return tuple(timed), index


@dataclass(frozen=True, slots=True)
class ResumeView:
    """An interrupted session: what is done of it, what comes next, and how long the rest takes.

    One that cannot go on says why in place of what comes next.
    """

    title: str
    done: str
    next_words: str
    time_left: str = ""
    can_go_on: bool = True


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """A session that another process runs, which can be asked for it."""

    title: str
    words: str


def present_elsewhere(session: ResumableSession, *, is_asked_for: bool) -> ElsewhereView:
    """The card for a session that another process runs; `is_asked_for` if that was asked to let go of it."""
    words = "Asking the other window…" if is_asked_for else "This session runs in another window."
    return ElsewhereView(session.title, words)


def present_interrupted(offer: InterruptedSession) -> ResumeView:
    """The card for a session that can be gone on with, or ended."""
    if isinstance(offer, StrandedSession):
        return _present_stranded(offer)
    done = sum(hold.status is HoldStatus.DONE for hold in offer.earlier)
    coming = offer.first_step
    return ResumeView(
        title=offer.title,
        done=f"{done} of {count(len(offer.holds), 'hold')} done",
        next_words=f"Next: {name_and_side(coming.stretch.name, coming.side)}",
        time_left=f"{minutes_and_seconds(offer.seconds_left)} left",
    )


def _present_stranded(offer: StrandedSession) -> ResumeView:
    done = sum(hold.status is HoldStatus.DONE for hold in offer.session.holds)
    why = ALL_HELD if offer.is_complete else ROUTINE_BROKEN if offer.is_broken else ROUTINE_CHANGED
    return ResumeView(offer.session.title, f"{count(done, 'hold')} done", why, can_go_on=False)
