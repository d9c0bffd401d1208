"""Keeps the log of one session: hears its events and writes them down as they happen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from routine_app.core.clock import Clock
from routine_app.core.routine.plan import StepKind
from routine_app.core.session.events import Ended, Event, HoldFinished, HoldsLeft, StepStarted
from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStatus, longer_hold
from routine_app.core.session.repository import SessionRepository
from routine_app.core.session.resume import InterruptedSession, ResumableSession, last_sign_of_life


class SessionLogWriter:
    """Writes a session to the log from its first hold on; one that ends before leaves no trace.

    A session that goes on after an interruption is in the log already, and writes from its first step on;
    `earlier` are the holds of before, at their places in the plan.
    """

    def __init__(
        self, log: SessionRepository, clock: Clock, start: SessionRecord, earlier: Sequence[HoldRecord] = ()
    ) -> None:
        self._log = log
        self._clock = clock
        self._session = start
        self._is_begun = False
        self._holds = {hold.hold_index: hold for hold in earlier}
        self._unwritten = dict(self._holds)

    @property
    def record(self) -> SessionRecord | None:
        """What has been written so far, and once it has ended what the log has of it; None before the first hold."""
        if not self._is_begun:
            return None
        return replace(self._session, holds=tuple(self._holds[index] for index in sorted(self._holds)))

    def hear(self, event: Event) -> None:
        """Write down what happened; on disk when this returns."""
        if isinstance(event, StepStarted) and (self._goes_on or event.step.kind is StepKind.HOLD):
            self._begin()
        if not self._is_begun:
            return
        if isinstance(event, HoldFinished):
            self._write((event.record,))
        elif isinstance(event, HoldsLeft):
            self._write(event.records)
        elif isinstance(event, Ended):
            self._end(event)

    @property
    def _goes_on(self) -> bool:
        return self._session.resumed_at is not None

    def _begin(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._log.start(self._session)

    def _write(self, holds: Sequence[HoldRecord]) -> None:
        for hold in holds:
            index = hold.hold_index
            self._holds[index] = self._unwritten[index] = longer_hold(self._holds.get(index, hold), hold)
        self._write_rest()

    def _write_rest(self) -> None:
        """Write all holds that are not on disk yet, those included that could not be written before."""
        if self._unwritten:
            self._log.record_holds(self._session.session_id, tuple(self._unwritten.values()))
            self._unwritten.clear()

    def _end(self, event: Ended) -> None:
        ended_at = self._wall_time(event.at)
        self._session = replace(self._session, ended_at=ended_at, status=event.status)
        self._write_rest()
        self._session = self._log.end(self._session.session_id, ended_at, event.status)
        self._holds = {hold.hold_index: hold for hold in self._session.holds}

    def _wall_time(self, at: float) -> datetime:
        """The date and time of a moment on the session's clock."""
        return self._clock.wall() - timedelta(seconds=self._clock.now() - at)


def end_interrupted(log: SessionRepository, interrupted: InterruptedSession) -> None:
    """End a session that nobody goes on with, at its last sign of life; the rest was not held.

    It counts as stopped, unless all was logged that was planned.
    """
    session, status = interrupted.session, SessionStatus.STOPPED
    if isinstance(interrupted, ResumableSession):
        log.record_holds(session.session_id, (*interrupted.earlier, *interrupted.left_out))
    elif interrupted.is_complete:
        status = SessionStatus.COMPLETED
    log.end(session.session_id, last_sign_of_life(session), status)
