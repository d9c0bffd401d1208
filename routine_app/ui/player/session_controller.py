"""The sessions of one page: begun, gone on with, handed over to another page, ended."""

import logging
import uuid
from collections.abc import Sequence
from typing import Protocol

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import held_seconds, plan
from routine_app.core.routine.repository import RoutineEntry, RoutineRepository
from routine_app.core.session.engine import Session
from routine_app.core.session.events import Ended, Event
from routine_app.core.session.log_writer import SessionLogWriter, end_interrupted
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldRecord, SessionRecord
from routine_app.core.session.repository import SessionRepository
from routine_app.core.session.resume import ResumableSession, find_resumable
from routine_app.ui.player.player import Player
from routine_app.ui.shell.session_services import SessionServices

logger = logging.getLogger(__name__)


class Stage(Protocol):
    """The page that the sessions are shown on."""

    def show_player(self, player: Player) -> None:
        """A session is about to begin."""

    def show_record(self, record: SessionRecord | None) -> None:
        """The session has ended, with nothing logged if there is no record."""

    def show_routines(self) -> None:
        """There is no session here any more."""

    def say(self, words: str) -> None:
        """Tell the user a sentence in passing."""


class SessionController:
    """Runs one session at a time, keeps its log, and knows which one can be gone on with."""

    def __init__(
        self,
        log: SessionRepository,
        library: RoutineRepository,
        equipment: SessionServices,
        running: SessionOwners,
        stage: Stage,
    ) -> None:
        self._log = log
        self._library = library
        self._equipment = equipment
        self._clock = equipment.clock
        self._running = running
        self._stage = stage
        self._offer: ResumableSession | None = None
        self._journal: SessionLogWriter | None = None
        self.player: Player | None = None

    @property
    def playing(self) -> Player | None:
        """The player of a session that runs or stands, and has not ended."""
        return self.player if self.player is not None and self.player.is_under_way else None

    @property
    def record(self) -> SessionRecord | None:
        """What the log has of the session, the last one when it has ended."""
        return None if self._journal is None else self._journal.record

    def begin(self, name: str, routine: Routine, length: Length) -> None:
        """Begin a session of the routine whose file has that name."""
        steps = plan(with_length(routine, length))
        self._play(
            Session(steps),
            SessionRecord(
                uuid.uuid4().hex, name, routine.title, self._clock.wall(), held_seconds(steps), length
            ),
        )

    def offer(self, entries: Sequence[RoutineEntry]) -> ResumableSession | None:
        """The interrupted session that can be gone on with, given the library; None if there is none."""
        try:
            self._offer = find_resumable(self._log.newest(), entries, self._clock.wall())
        except UserFacingError as error:
            logger.warning("No session is offered to go on with: %s", error)
            self._offer = None
        return self._offer

    def go_on(self) -> None:
        """Go on with the interrupted session that was offered; a second tap does nothing."""
        if self._offer is None:
            return
        offer = self._take(self._offer)
        if offer is None:
            self._stage.show_routines()
        else:
            self._play(offer.make_session(), offer.start(self._clock.wall()), offer.earlier)

    def end_interrupted(self) -> None:
        """End the interrupted session that was offered."""
        if self._offer is None:
            return
        offer = self._take(self._offer)
        self._running.release(self._let_go)
        try:
            if offer is not None:
                end_interrupted(self._log, offer)
        except UserFacingError as error:
            logger.exception("An interrupted session could not be ended")
            self._stage.say(str(error))
        self._stage.show_routines()

    def clear(self) -> None:
        """Forget the session that has ended."""
        self.player = self._journal = None

    def close(self) -> None:
        """Run nothing any more, as when the page is gone; what is logged stays."""
        if self.player is not None:
            self.player.close()
        self._running.release(self._let_go)

    def _take(self, shown: ResumableSession) -> ResumableSession | None:
        """Take a session from whatever page still runs it; what is left of it now, or None."""
        session_id = shown.session.session_id
        self._running.take(session_id, self._let_go)
        offer = self.offer(self._library.entries())
        self._offer = None
        if offer is not None and offer.session.session_id == session_id:
            return offer
        self._running.release(self._let_go)
        return None

    def _let_go(self) -> None:
        """Run the session no longer, for another page goes on with it: write nothing, tick no more."""
        if self.player is not None:
            self.player.close()
        self.clear()
        self._stage.show_routines()
        self._stage.say("This session went on elsewhere.")

    def _play(self, session: Session, start: SessionRecord, earlier: Sequence[HoldRecord] = ()) -> None:
        self._running.take(start.session_id, self._let_go)
        self._journal = SessionLogWriter(self._log, self._clock, start, earlier)
        listeners = (self._log_event, self._hear_end)
        self._equipment.coach.begin(session.state.steps)
        self.player = Player(session, start.title, self._equipment, listeners)
        self._stage.show_player(self.player)
        self.player.start()

    def _log_event(self, event: Event) -> None:
        try:
            if self._journal is not None:
                self._journal.hear(event)
        except UserFacingError as error:
            logger.exception("A hold could not be logged")
            self._stage.say(str(error))

    def _hear_end(self, event: Event) -> None:
        if isinstance(event, Ended):
            self._running.release(self._let_go)
            self._stage.show_record(self.record)
