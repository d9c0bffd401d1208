"""A session that runs until it is killed; `test_killed_session.py` starts this program, and reads what it tells.

It loads the app once, and makes a copy of itself for each line of its input: the path of a history, the fake date
at which the session begins or, where the history has an interrupted one, goes on, and how many moments it comes to;
at the last of these it stands still. The moments, as it tells them: `began PID` of the copy, `opened` once the history
has been read, `started` and `held INDEX SECONDS STATUS` once the log has taken the session and each hold, and
`ended`. Of one that was killed, `gone EXIT_CODE` is told.
"""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from routine_app.core.routine.model import Routine, Side, SideHold, Stretch
from routine_app.core.routine.plan import StepKind, held_seconds, plan
from routine_app.core.routine.repository import RoutineEntry
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Event, HoldFinished
from routine_app.core.session.log_writer import SessionLogWriter
from routine_app.core.session.record import SessionRecord
from routine_app.core.session.resume import ResumableSession, find_resumable
from routine_app.data.history.repository import SqliteHistory

TICK_SECONDS = 0.5

ROUTINE = Routine(
    title="Hips",
    stretches=tuple(
        Stretch(
            name=name,
            holds=(SideHold(Side.LEFT, 3.0), SideHold(Side.RIGHT, 4.5)),
            muscles=("glutes",),
            sets=5,
            rest_seconds=1.0,
            switch_seconds=0.5,
        )
        for name in ("Lean", "Pigeon pose")
    ),
    get_ready_seconds=2.0,
)
LIBRARY = (RoutineEntry("hips", "hips.yaml", ROUTINE),)
HOLD_COUNT = 20


class RacingClock:
    """A clock on which a tick of the session passes whenever the session is told the time."""

    def __init__(self, began: datetime) -> None:
        self._began = began
        self._now = 0.0

    def tick(self) -> float:
        """Let the time pass, and give it."""
        self._now += TICK_SECONDS
        return self._now

    def now(self) -> float:
        """Seconds since the session began."""
        return self._now

    def wall(self) -> datetime:
        """The date and time that these seconds make."""
        return self._began + timedelta(seconds=self._now)


def main() -> None:
    """Run a session for each line until there is no more."""
    for line in sys.stdin:
        path, began, count = line.split()
        process = os.fork()
        if process == 0:
            _run_until_killed(_moments(Path(path), RacingClock(datetime.fromisoformat(began))), int(count))
        _, status = os.waitpid(process, 0)
        _tell(f"gone {os.waitstatus_to_exitcode(status)}")


def _run_until_killed(moments: Iterator[str], count: int) -> None:
    try:
        for moment in islice(moments, count):
            _tell(moment)
        signal.pause()
    finally:
        os._exit(1)


def _moments(path: Path, clock: RacingClock) -> Iterator[str]:
    """Run a session; it goes on from a moment only when the next one is asked for."""
    yield f"began {os.getpid()}"
    history = SqliteHistory(path)
    offer = find_resumable(history.newest(), LIBRARY, clock.wall())
    yield "opened"
    session = Session(plan(ROUTINE)) if offer is None else offer.make_session()
    journal = SessionLogWriter(history, clock, _start(offer, clock.wall()), offer.earlier if offer else ())
    yield from _logged(journal, _events(session, clock))
    yield "ended"


def _logged(journal: SessionLogWriter, events: Iterator[Event]) -> Iterator[str]:
    """Let the log take all that happens, and give what is told of it."""
    for event in events:
        was_started = journal.record is not None
        journal.hear(event)
        if not was_started and journal.record is not None:
            yield "started"
        if isinstance(event, HoldFinished):
            yield f"held {event.record.hold_index} {event.record.held_seconds!r} {event.record.status}"


def _start(offer: ResumableSession | None, now: datetime) -> SessionRecord:
    if offer is not None:
        return offer.start(now)
    return SessionRecord("session", "hips", ROUTINE.title, now, held_seconds(plan(ROUTINE)))


def _events(session: Session, clock: RacingClock) -> Iterator[Event]:
    """All that happens in a session in which every third hold is left after half of it, and every fifth at once."""
    yield from session.start(clock.now())
    while session.state.status is not RunStatus.ENDED:
        now = clock.tick()
        yield from session.advance(now)
        if session.state.status is RunStatus.RUNNING and _is_left(session, now):
            yield from session.skip(now)


def _is_left(session: Session, now: float) -> bool:
    step, elapsed = session.state.step, session.state.elapsed(now)
    if step.kind is not StepKind.HOLD:
        return False
    return step.hold_index % 5 == 4 or (step.hold_index % 3 == 1 and elapsed >= step.seconds / 2)


def _tell(words: str) -> None:
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


if __name__ == "__main__":
    main()
