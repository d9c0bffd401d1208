"""What a session writes to the log, and when."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import held_seconds, plan
from routine_app.core.session.engine import Session
from routine_app.core.session.events import Event, HoldFinished
from routine_app.core.session.log_writer import SessionLogWriter
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
STEPS = plan(
    Routine("R", (Stretch("S", (SideHold(Side.LEFT, 30.0), SideHold(Side.RIGHT, 30.0)), 10.0, 5.0),))
)


class FakeClock:
    """Both clocks, at noon when the steady one stands at 0."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        """Give the made-up seconds."""
        return self.seconds

    def wall(self) -> datetime:
        """Give the made-up time of day."""
        return NOON + timedelta(seconds=self.seconds)


class FakeLog:
    """Remembers what it was told, in order; fails while it is told to. At the end it has `ended`."""

    def __init__(self, ended: SessionRecord) -> None:
        self.told: list[object] = []
        self.is_full = False
        self.ended = ended

    def start(self, start: SessionRecord) -> None:
        """Take a beginning."""
        self.told.append(start)

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Take holds, or have no room for them."""
        if self.is_full:
            raise OSError("no space left")
        self.told.append((session_id, [(hold.hold_index, hold.held_seconds, hold.status) for hold in holds]))

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> SessionRecord:
        """Take an end."""
        self.told.append((session_id, ended_at, status))
        return self.ended

    def sessions(self) -> Sequence[SessionRecord]:
        """Have no history."""
        return ()

    def newest(self) -> SessionRecord | None:
        """Have none."""
        return None


class Run:
    """A session with its journal under a made-up clock."""

    def __init__(self) -> None:
        self.clock, self.session = FakeClock(), Session(STEPS)
        self.start = SessionRecord("id", "r", "R", self.clock.wall(), held_seconds(STEPS))
        self.log = FakeLog(self.start)
        self.journal = SessionLogWriter(self.log, self.clock, self.start)
        self.hear(self.session.start(0.0))

    def hear(self, events: Sequence[Event]) -> None:
        """Pass events on."""
        for event in events:
            self.journal.hear(event)

    def to(self, seconds: float) -> None:
        """Let time pass, a second at a time."""
        while self.clock.seconds < seconds:
            self.clock.seconds = min(self.clock.seconds + 1.0, seconds)
            self.hear(self.session.advance(self.clock.seconds))


@pytest.fixture
def run() -> Run:
    """Give a session that has just begun."""
    return Run()


def test_nothing_is_written_before_the_first_hold(run: Run) -> None:
    """A session stopped while getting ready leaves no trace."""
    run.to(5.0)
    run.hear(run.session.stop(5.0))
    assert run.log.told == []
    assert run.journal.record is None


def test_it_is_in_the_log_from_its_first_hold(run: Run) -> None:
    """The beginning is written when the first hold begins, with the time of the start."""
    run.to(10.0)
    assert run.log.told == [run.start]
    assert run.start.started_at == NOON


def test_each_hold_is_written_before_the_next_step(run: Run) -> None:
    """At the second at which the left side ends, it is in the log."""
    run.to(40.0)
    assert run.log.told[1:] == [("id", [(0, 30.0, HoldStatus.DONE)])]


def test_an_end_is_written_with_its_own_time(run: Run) -> None:
    """Noticed late, the end still carries the moment at which it was."""
    run.to(74.0)
    run.clock.seconds = 78.5
    run.hear(run.session.advance(78.5))
    assert run.log.told[-1] == ("id", NOON + timedelta(seconds=75), SessionStatus.COMPLETED)


def test_the_record_of_an_end_is_what_the_log_has(run: Run) -> None:
    """Another process may have written more of the same session, and that counts."""
    longer = HoldRecord(0, "S", (), Side.LEFT, 1, 1, 30.0, 45.0, HoldStatus.DONE)
    run.log.ended = replace(run.start, status=SessionStatus.COMPLETED, holds=(longer,))
    run.to(20.0)
    run.hear(run.session.stop(20.0))
    assert run.journal.record == run.log.ended


def test_a_log_that_fails_at_the_end_leaves_what_was_held(run: Run) -> None:
    """The record is what would have been written."""
    run.to(39.0)
    run.log.is_full = True
    with pytest.raises(OSError, match="no space"):
        run.hear(run.session.stop(39.0))
    record = run.journal.record
    assert record is not None
    assert record.held_seconds == 29.0


def test_a_hold_told_again_is_the_longer_one(run: Run) -> None:
    """In the record as in the log."""
    run.to(41.0)
    short = HoldRecord(0, "S", (), Side.LEFT, 1, 1, 30.0, 2.0, HoldStatus.CUT)
    run.hear([HoldFinished(41.0, short)])
    record = run.journal.record
    assert record is not None
    assert [hold.held_seconds for hold in record.holds] == [30.0]


def test_a_stop_writes_the_holds_that_were_left(run: Run) -> None:
    """The one under way is cut short, the other skipped."""
    run.to(22.0)
    run.hear(run.session.stop(22.0))
    left = [(0, 12.0, HoldStatus.CUT), (1, 0.0, HoldStatus.SKIPPED)]
    assert run.log.told[1] == ("id", left)
    assert run.log.told[-1] == ("id", NOON + timedelta(seconds=22), SessionStatus.STOPPED)


def test_what_could_not_be_written_is_written_at_the_end(run: Run) -> None:
    """A disk that was full for a while loses nothing."""
    run.to(39.0)
    run.log.is_full = True
    with pytest.raises(OSError, match="no space"):
        run.to(40.0)
    run.log.is_full = False
    run.to(80.0)
    assert run.log.told[-2] == ("id", [(0, 30.0, HoldStatus.DONE), (1, 30.0, HoldStatus.DONE)])


def test_what_could_not_be_written_goes_with_the_next_hold(run: Run) -> None:
    """It does not wait for the end, and nothing is written twice."""
    run.to(39.0)
    run.log.is_full = True
    with pytest.raises(OSError, match="no space"):
        run.to(40.0)
    run.log.is_full = False
    run.to(75.0)
    done = HoldStatus.DONE
    assert run.log.told[1:-1] == [("id", [(0, 30.0, done), (1, 30.0, done)])]
