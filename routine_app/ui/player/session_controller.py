"""The sessions of one page: begun, gone on with, handed over to another page, ended."""

import logging
import uuid
from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

import flet as ft

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.hold_length import Length, with_length
from routine_app.core.routine.model import Routine
from routine_app.core.routine.plan import Step, held_seconds, plan
from routine_app.core.routine.repository import RoutineEntry, RoutineRepository
from routine_app.core.session.engine import Session
from routine_app.core.session.events import Ended, Event
from routine_app.core.session.log_writer import SessionLogWriter, end_interrupted
from routine_app.core.session.ownership import SessionOwners
from routine_app.core.session.record import HoldRecord, SessionRecord
from routine_app.core.session.repository import SessionRepository
from routine_app.core.session.resume import (
    ElsewhereView,
    InterruptedSession,
    ResumableSession,
    find_interrupted,
    present_elsewhere,
)
from routine_app.core.session.summary_view import legible, present_summary
from routine_app.core.settings.settings import as_set
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.kit.viewport import Viewport
from routine_app.ui.player.take_over import TakeOver
from routine_app.ui.shell.controller import Controller
from routine_app.ui.shell.messenger import reporting
from routine_app.ui.shell.navigator import Scene
from routine_app.ui.shell.page_services import PageServices
from routine_app.ui.shell.routes import DONE, EDIT, LIST, PLAY

if TYPE_CHECKING:
    from routine_app.ui.feedback.controller import FeedbackController
    from routine_app.ui.player.player import Player
    from routine_app.ui.player.summary_screen import SummaryScreen

logger = logging.getLogger(__name__)

READY_AFTER_SECONDS = 0.1
"""So long after a session is expected it is made ready for: the screen that leads to it is sent by then."""


class SessionController(Controller):
    """Runs one session at a time, keeps its log, and knows which one can be gone on with.

    `new_form` makes the form below its summary.
    """

    def __init__(
        self,
        services: PageServices,
        log: SessionRepository,
        library: RoutineRepository,
        owners: SessionOwners,
        new_form: "Callable[[], FeedbackController]",
    ) -> None:
        self._log, self._library, self._owners, self._new_form = log, library, owners, new_form
        self._services, self._clock = services, services.clock
        self._navigation, self._messenger = services.navigation, services.messenger
        self._take_over = TakeOver(owners, services.clock, self._go_on_with, self._tell_of_silence)
        self._elsewhere: ResumableSession | None = None
        self._offer: InterruptedSession | None = None
        self._log_writer: SessionLogWriter | None = None
        self._ready_later = DeferredCall()
        self._planned: tuple[Routine, Length, tuple[Step, ...]] | None = None
        self._came_from = LIST
        self.player: Player | None = None

    @cached_property
    def _feedback(self) -> "FeedbackController":
        return self._new_form()

    @cached_property
    def _summary(self) -> "SummaryScreen":
        from routine_app.ui.player.summary_screen import SummaryScreen  # noqa: PLC0415 - loaded as a session is prepared

        return SummaryScreen(self._finish, self._feedback.control)

    @property
    def playing(self) -> "Player | None":
        """The player of a session that runs or stands, and has not ended."""
        return self.player if self.player is not None and self.player.is_under_way else None

    @property
    def _record(self) -> SessionRecord | None:
        """What the log has of the session, the last one when it has ended."""
        return None if self._log_writer is None else self._log_writer.record

    def may_leave(self, route: str) -> bool:
        """Let the player ask first whether the session shall end."""
        if self.playing is not None and route != PLAY:
            self.playing.ask_to_end()
            return False
        return True

    def enter(self, route: str) -> bool:
        """Whether there is a session for the player, or one that ended for the summary."""
        return (self.playing if route == PLAY else self._record) is not None

    def scene(self, route: str) -> Scene:  # noqa: ARG002 - while a session runs, there is nothing but the player
        """The player while a session runs, then its summary."""
        if self.playing is not None:
            return _scene_of(self.playing)
        return Scene(DONE, self._summary.control, self._fit_summary)

    def _fit_summary(self, viewport: Viewport) -> None:
        self._summary.fit(viewport)
        self._feedback.fit(viewport)

    def prepare(self, routine: Routine, length: Length) -> None:
        """Make ready for a session of this routine, which may begin soon."""
        self.expect(self._steps(routine, length))

    def expect(self, steps: tuple[Step, ...] = (), after_seconds: float = READY_AFTER_SECONDS) -> None:
        """Make ready, in a moment, for a session that may begin soon, of this plan if that is known."""
        self._ready_later.start(after_seconds, partial(self._get_ready, steps))

    def _get_ready(self, steps: tuple[Step, ...] = ()) -> "type[Player]":
        """Load and make what a session needs, up to its summary: nothing of it may come between two sounds."""
        from routine_app.ui.player.player import Player  # noqa: PLC0415 - the same

        self._ready_later.cancel()
        coach = self._services.find_coach()
        if steps:
            coach.prepare(steps)
        self._fit_summary(self._navigation.viewport)
        return Player

    def begin(self, name: str, routine: Routine, length: Length, came_from: str) -> None:
        """Begin a session of the routine whose file has that name; `came_from` is the route to go back to."""
        steps, now = self._steps(routine, length), self._clock.wall()
        start = SessionRecord(uuid.uuid4().hex, name, routine.title, now, held_seconds(steps), length)
        self._came_from = came_from
        self._owners.claim(start.session_id, self._on_revoked)
        self._play(Session(steps), start)

    def _steps(self, routine: Routine, length: Length) -> tuple[Step, ...]:
        """The plan of a session by the settings of now; what was planned last is not planned again."""
        routine = as_set(routine, self._services.settings.settings)
        if self._planned is None or self._planned[:2] != (routine, length):
            self._planned = routine, length, plan(with_length(routine, length))
        return self._planned[2]

    def offer(self, entries: Sequence[RoutineEntry]) -> InterruptedSession | None:
        """The interrupted session that can be gone on with or ended, given the library; None if there is none."""
        found = self._find_interrupted(entries)
        runs_elsewhere = found is not None and found.session.session_id in self._owners.elsewhere()
        self._offer = None if runs_elsewhere else found
        return self._offer

    def _find_interrupted(self, entries: Sequence[RoutineEntry]) -> InterruptedSession | None:
        try:
            return find_interrupted(self._log.newest(), entries, self._clock.wall())
        except UserFacingError as error:
            logger.warning("No session is offered to go on with: %s", error)
            return None

    def elsewhere(self, entries: Sequence[RoutineEntry]) -> ElsewhereView | None:
        """What to show of the session that would be offered, but that another process runs; None if none does."""
        running = self._owners.elsewhere()
        found = self._find_interrupted(entries) if running else None
        self._elsewhere = None
        if isinstance(found, ResumableSession) and found.session.session_id in running:
            self._elsewhere = found
        if self._elsewhere is None:
            return None
        session_id = self._elsewhere.session.session_id
        return present_elsewhere(self._elsewhere, is_asked_for=self._take_over.session_id == session_id)

    def take_over(self) -> None:
        """Ask the process that runs the session which was shown to let go, to go on with it here."""
        if self._elsewhere is not None:
            self._take_over.ask(self._elsewhere.session.session_id)
            self._navigation.go(LIST)

    def look_around(self) -> None:
        """See what another process let go of that was asked for; once a second."""
        if self._navigation.is_away or self._navigation.route != LIST:
            self._take_over.give_up()
        self._take_over.look()

    def _go_on_with(self, session_id: str) -> None:
        """Go on with a session that another process has let go of, if it was not ended there."""
        offer = self.offer(self._library.entries())
        if offer is not None and offer.session.session_id == session_id:
            self.resume()

    def _tell_of_silence(self) -> None:
        self._messenger.show("The other window did not answer; close it, and the session can go on here.")

    def resume(self) -> None:
        """Go on with the interrupted session that was offered; a second tap does nothing."""
        if self._offer is None:
            return
        offer = self._claim(self._offer)
        if not isinstance(offer, ResumableSession):
            self._release()
            self._navigation.go(LIST)
        else:
            self._came_from = LIST
            self._play(offer.make_session(), offer.start(self._clock.wall()), offer.earlier)

    def end_interrupted(self) -> None:
        """End the interrupted session that was offered."""
        if self._offer is None:
            return
        offer = self._claim(self._offer)
        if offer is not None:
            with reporting(self._messenger, logger, "An interrupted session could not be ended"):
                end_interrupted(self._log, offer)
        self._release()
        self._navigation.go(LIST)

    def look_outside(self) -> None:
        """Show on the summary what was said of its session elsewhere; a session under way is its page's own."""
        if self.playing is None:
            self._feedback.look_outside()

    def press(self, event: ft.KeyboardEvent) -> None:
        """Give a key to the player; with Ctrl, Alt or the command key it is the browser's."""
        if self.playing is not None and not (event.ctrl or event.meta or event.alt):
            self.playing.press(event.key)

    def close(self) -> None:
        """Stop the session, as when the page is gone; what is logged stays."""
        if self.player is not None:
            self.player.close()
        self._ready_later.cancel()
        self._take_over.give_up()
        self._release()

    def _claim(self, shown: InterruptedSession) -> InterruptedSession | None:
        """Take a session from whatever page of this process still runs it; what is left of it now, or None."""
        session_id = shown.session.session_id
        self._offer = None
        if not self._owners.claim(session_id, self._on_revoked):
            return None
        offer = self._find_interrupted(self._library.entries())
        if offer is not None and offer.session.session_id == session_id:
            return offer
        self._release()
        return None

    def _release(self) -> None:
        self._owners.release(self._on_revoked)

    def _on_revoked(self) -> None:
        """Stop the session, for another page goes on with it: nothing is written here any more."""
        if self.player is not None:
            self.player.close()
        self._clear()
        self._navigation.go(LIST)
        self._messenger.show("This session went on elsewhere.")

    def _clear(self) -> None:
        self.player = self._log_writer = None

    def _play(self, session: Session, start: SessionRecord, earlier: Sequence[HoldRecord] = ()) -> None:
        new_player = self._get_ready()
        self._log_writer = SessionLogWriter(self._log, self._clock, start, earlier)
        listeners = (self._log_event, self._on_end)
        self.player = new_player(session, start.title, self._services, listeners)
        self._navigation.show_scene(_scene_of(self.player))
        self.player.start()

    def _log_event(self, event: Event) -> None:
        if self._log_writer is not None:
            with reporting(self._messenger, logger, "A hold could not be logged"):
                self._log_writer.hear(event)

    def _on_end(self, event: Event) -> None:
        """Show the summary; a session of which nothing was logged leads back to where it was begun."""
        if not isinstance(event, Ended):
            return
        self._release()
        record = self._record
        if record is None:
            self._navigation.go(self._came_from)
        else:
            self._summary.show(present_summary(legible(record, self._services.missing_scripts())))
            self._feedback.open(record.session_id)
            self._navigation.go(DONE)

    def _finish(self) -> None:
        self._clear()
        self._navigation.go(self._came_from if self._came_from.startswith(EDIT) else LIST)


def _scene_of(player: "Player") -> Scene:
    return Scene(PLAY, player.control, player.fit, on_back=player.ask_to_end, covers_all=True)
