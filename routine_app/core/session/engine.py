"""One run through a plan: a state machine that is told the time and never asks for it.

Times are seconds on one clock that does not jump. Deadlines chain: a step begins where the one
before it ended, however late the call that notices.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import wraps

from routine_app.core.routine.plan import Step, StepKind, holds_of
from routine_app.core.session.events import (
    Ended,
    Event,
    Events,
    FellAsleep,
    HoldFinished,
    HoldsLeft,
    Paused,
    Resumed,
    StepStarted,
    TimeAdded,
)
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionStatus

ADDED_SECONDS = 10.0
"""What one press of "+10 s" adds to the step at hand."""

BACK_TO_PREVIOUS_SECONDS = 3.0
"""Back this early in a step goes to the hold before; later, to the start of the step."""

SLEEP_SECONDS = 5.0
"""A longer gap between two calls of a running session means that the device slept."""

PAUSE_LIMIT_SECONDS = 30 * 60.0
"""A session that stood still for this long is over."""

HELD_AT_LEAST_SECONDS = 1.0
"""A hold left before this was skipped, not cut short."""

TOLERANCE_SECONDS = 1e-6
"""A deadline this near has come: sums of decimal seconds are not exact."""


class RunStatus(StrEnum):
    """Whether the time of a session runs, and if not, why."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    ASLEEP = "asleep"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class SessionState:
    """A session at one moment.

    `elapsed_seconds` is what had passed of the step at the moment `as_of`; while `RUNNING` it grows
    from there. `hold_statuses` has an entry for each planned hold, None until it was attempted.
    `standing_since` is when a pause or a sleep began, `asleep_seconds` how long the sleep was.
    """

    steps: tuple[Step, ...]
    hold_statuses: tuple[HoldStatus | None, ...]
    status: RunStatus = RunStatus.READY
    step_index: int = 0
    added_seconds: float = 0.0
    elapsed_seconds: float = 0.0
    as_of: float = 0.0
    standing_since: float = 0.0
    asleep_seconds: float = 0.0

    @property
    def step(self) -> Step:
        """The step at hand; the last one when the session has ended."""
        return self.steps[self.step_index]

    @property
    def length_seconds(self) -> float:
        """The length of the step at hand, with what was added to it."""
        return self.step.seconds + self.added_seconds

    def elapsed(self, now: float) -> float:
        """Seconds of the step that have passed."""
        running = now - self.as_of if self.status is RunStatus.RUNNING else 0.0
        elapsed = self.elapsed_seconds + max(running, 0.0)
        return elapsed if elapsed < self.length_seconds - TOLERANCE_SECONDS else self.length_seconds

    def remaining(self, now: float) -> float:
        """Seconds of the step that are left."""
        return self.length_seconds - self.elapsed(now)

    @property
    def has_held(self) -> bool:
        """Whether a hold was held until now, to its end or not; the one at hand does not count yet."""
        return any(status in (HoldStatus.DONE, HoldStatus.CUT) for status in self.hold_statuses)

    @property
    def deadline(self) -> float:
        """The moment at which the step ends if nothing stops it."""
        return self.as_of + self.length_seconds - self.elapsed_seconds


def _command(act: Callable[["Session", float], None]) -> Callable[["Session", float], Events]:
    """Make a command of it: bring the session up to `now`, act, and return all events since the last call."""

    @wraps(act)
    def told(self: "Session", now: float) -> Events:
        now = max(now, self._last_alive)
        self._catch_up(now)
        act(self, now)
        self._last_alive = now
        events, self._events = tuple(self._events), []
        return events

    return told


class Session:
    """Drives one plan. Every command takes `now` and returns the events since the last call.

    A command that makes no sense at the moment (pause while paused, anything after the end) does
    nothing. `now` never goes back: an earlier one counts as the latest seen.

    A session that goes on after an interruption begins at the step `step_index`; `earlier` are its holds of
    before, which stay as they are unless they are held again, and longer.
    """

    def __init__(
        self, steps: tuple[Step, ...], step_index: int = 0, earlier: Sequence[HoldRecord] = ()
    ) -> None:
        self._holds = holds_of(steps)
        if not self._holds:
            raise ValueError("a session needs a plan with at least one hold")
        self._earlier = {record.hold_index: record for record in earlier}
        known = [self._earlier.get(index) for index in range(len(self._holds))]
        statuses = tuple(None if record is None else record.status for record in known)
        self._state = SessionState(steps, statuses, step_index=step_index)
        self._held_seconds = [None if record is None else record.held_seconds for record in known]
        self._last_alive = float("-inf")
        self._events: list[Event] = []

    @property
    def state(self) -> SessionState:
        """The session as it was left by the last call."""
        return self._state

    @property
    def last_alive(self) -> float:
        """The moment of the last call."""
        return self._last_alive

    @property
    def records(self) -> tuple[HoldRecord, ...]:
        """A record for each hold attempted so far, in the order of the plan."""
        return tuple(self._record(i) for i, held in enumerate(self._held_seconds) if held is not None)

    @_command
    def start(self, now: float) -> None:
        """Begin the first step."""
        if self._state.status is RunStatus.READY:
            self._enter(self._state.step_index, now, RunStatus.RUNNING)

    @_command
    def advance(self, now: float) -> None:
        """Let the time pass: finish every step whose deadline has come."""

    @_command
    def pause(self, now: float) -> None:
        """Stand still; the remaining time is frozen exactly."""
        if self._state.status is RunStatus.RUNNING:
            self._stand_still(RunStatus.PAUSED, now)
            self._events.append(Paused(now))

    @_command
    def resume(self, now: float) -> None:
        """Go on where the session stood still, after a pause or a sleep."""
        if self._is_standing:
            self._run_on(now)

    @_command
    def skip(self, now: float) -> None:
        """Go to the next step; a hold keeps what was held of it."""
        if self._is_under_way:
            self._finish_step(now, self._standing_or_running)

    @_command
    def back(self, now: float) -> None:
        """Go to the start of this step, or in its first seconds to the hold before."""
        if self._is_under_way:
            index = self._previous_hold_index() if self._is_early(now) else None
            self._note_attempt(now)
            self._enter(self._state.step_index if index is None else index, now, self._standing_or_running)

    @_command
    def add_ten_seconds(self, now: float) -> None:
        """Make the step at hand ten seconds longer."""
        if self._is_under_way:
            self._state = replace(self._state, added_seconds=self._state.added_seconds + ADDED_SECONDS)
            self._events.append(TimeAdded(now, ADDED_SECONDS))

    @_command
    def redo_step(self, now: float) -> None:
        """Answer to a sleep: begin the step again."""
        if self._state.status is RunStatus.ASLEEP:
            self._note_attempt(now)
            self._enter(self._state.step_index, now, RunStatus.RUNNING)

    @_command
    def count_sleep(self, now: float) -> None:
        """Answer to a sleep: it was held all the while, so the time asleep counts."""
        state = self._state
        if state.status is not RunStatus.ASLEEP:
            return
        self._state = replace(state, elapsed_seconds=state.elapsed_seconds + state.asleep_seconds)
        if self._state.remaining(now) <= TOLERANCE_SECONDS:
            self._finish_step(now, RunStatus.RUNNING)
        else:
            self._run_on(now)

    def follow(self, now: float, heard_until: float, ahead_seconds: float = 0.0) -> Events:
        """Take in that a sound track was heard until that moment, which may be before or after the last call.

        What runs began `ahead_seconds` later than was thought. What the track led to its end by then is held, though
        nobody called; a sleep that was told before is taken back. A moment before the step at hand began, or went on
        after a pause, counts as that one.
        """
        state = self._state
        if state.status is RunStatus.ASLEEP:
            self._state = replace(state, status=RunStatus.RUNNING, asleep_seconds=0.0)
        if self._state.status is RunStatus.RUNNING:
            self._state = replace(self._state, as_of=self._state.as_of + ahead_seconds)
            self._last_alive = min(max(heard_until, self._state.as_of), now)
        return self.advance(now)

    @_command
    def stop(self, now: float) -> None:
        """End the session here; every hold keeps what was held of it."""
        if self._is_under_way:
            self._stop(now)

    @property
    def _is_standing(self) -> bool:
        return self._state.status in {RunStatus.PAUSED, RunStatus.ASLEEP}

    @property
    def _is_under_way(self) -> bool:
        return self._is_standing or self._state.status is RunStatus.RUNNING

    @property
    def _standing_or_running(self) -> RunStatus:
        """The status after Skip or Back: a paused session stays paused, one that slept runs."""
        return RunStatus.PAUSED if self._state.status is RunStatus.PAUSED else RunStatus.RUNNING

    def _catch_up(self, now: float) -> None:
        if self._state.status is RunStatus.RUNNING:
            has_slept = now - self._last_alive > SLEEP_SECONDS
            self._finish_steps(self._last_alive if has_slept else now)
            if has_slept and self._state.status is RunStatus.RUNNING:
                self._fall_asleep(now)
        if self._is_standing and now - self._state.standing_since >= PAUSE_LIMIT_SECONDS:
            self._stop_standing()

    def _finish_steps(self, now: float) -> None:
        while self._state.status is RunStatus.RUNNING and self._state.deadline <= now + TOLERANCE_SECONDS:
            self._finish_step(self._state.deadline, RunStatus.RUNNING)

    def _fall_asleep(self, now: float) -> None:
        seconds = now - self._last_alive
        self._stand_still(RunStatus.ASLEEP, self._last_alive)
        self._state = replace(self._state, asleep_seconds=seconds, standing_since=now)
        self._events.append(FellAsleep(self._last_alive, seconds))

    def _stand_still(self, status: RunStatus, at: float) -> None:
        elapsed = self._state.elapsed(at)
        self._state = replace(
            self._state, status=status, elapsed_seconds=elapsed, as_of=at, standing_since=at
        )

    def _run_on(self, now: float) -> None:
        self._state = replace(self._state, status=RunStatus.RUNNING, as_of=now, asleep_seconds=0.0)
        self._events.append(Resumed(now))

    def _stop_standing(self) -> None:
        self._stop(self._state.standing_since + PAUSE_LIMIT_SECONDS)

    def _finish_step(self, at: float, then: RunStatus) -> None:
        self._note_attempt(at)
        step = self._state.step
        if step.kind is StepKind.HOLD:
            self._events.append(HoldFinished(at, self._record(step.hold_index)))
        if self._state.step_index + 1 < len(self._state.steps):
            self._enter(self._state.step_index + 1, at, then)
        else:
            self._end(at, SessionStatus.COMPLETED)

    def _enter(self, index: int, at: float, status: RunStatus) -> None:
        self._state = replace(
            self._state,
            status=status,
            step_index=index,
            added_seconds=0.0,
            elapsed_seconds=0.0,
            as_of=at,
            asleep_seconds=0.0,
        )
        self._events.append(StepStarted(at, self._state.step))

    def _is_early(self, now: float) -> bool:
        return self._state.elapsed(now) < BACK_TO_PREVIOUS_SECONDS

    def _previous_hold_index(self) -> int | None:
        before = range(self._state.step_index - 1, -1, -1)
        return next((i for i in before if self._state.steps[i].kind is StepKind.HOLD), None)

    def _note_attempt(self, at: float) -> None:
        """Keep what was held just now, unless an earlier attempt at the same hold was longer."""
        step = self._state.step
        if step.kind is not StepKind.HOLD:
            return
        earlier = self._held_seconds[step.hold_index] or 0.0
        self._held_seconds[step.hold_index] = max(earlier, self._state.elapsed(at))
        statuses = list(self._state.hold_statuses)
        statuses[step.hold_index] = self._record(step.hold_index).status
        self._state = replace(self._state, hold_statuses=tuple(statuses))

    def _stop(self, at: float) -> None:
        self._note_attempt(at)
        unfinished = range(self._state.step.hold_index, len(self._holds))
        self._events.append(HoldsLeft(at, tuple(self._record(index) for index in unfinished)))
        self._end(at, SessionStatus.STOPPED)

    def _end(self, at: float, status: SessionStatus) -> None:
        self._state = replace(self._state, elapsed_seconds=self._state.elapsed(at), status=RunStatus.ENDED)
        self._events.append(Ended(at, status))

    def _record(self, hold_index: int) -> HoldRecord:
        held_seconds = self._held_seconds[hold_index] or 0.0
        earlier = self._earlier.get(hold_index)
        if earlier is not None and held_seconds <= earlier.held_seconds:
            return earlier
        return hold_record(self._holds[hold_index], held_seconds)


def hold_record(step: Step, held_seconds: float) -> HoldRecord:
    """The record of a planned hold, of which `held_seconds` were held."""
    return HoldRecord(
        hold_index=step.hold_index,
        stretch=step.stretch.name,
        muscles=step.stretch.muscles,
        side=step.side,
        set_number=step.set_number,
        round_number=step.round_number,
        planned_seconds=step.seconds,
        held_seconds=held_seconds,
        status=hold_status(step.seconds, held_seconds),
    )


def hold_status(planned_seconds: float, held_seconds: float) -> HoldStatus:
    """How a hold came out: done if all of it was held, skipped if less than a second was."""
    if held_seconds >= planned_seconds - TOLERANCE_SECONDS:
        return HoldStatus.DONE
    return HoldStatus.SKIPPED if held_seconds < HELD_AT_LEAST_SECONDS else HoldStatus.CUT
