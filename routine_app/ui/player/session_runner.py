"""Lets a session run: asks the clock, passes time and commands in, and events out."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from routine_app.core.cues.soundtrack import Heard
from routine_app.core.routine.plan import StepKind
from routine_app.core.session.engine import RunStatus, Session
from routine_app.core.session.events import Ended, Event, Events
from routine_app.core.session.player_view import PlayerView, present_player, seconds_to_next_change
from routine_app.ui.kit.deferred_call import DeferredCall
from routine_app.ui.player.ticker import Ticker
from routine_app.ui.shell.page_services import PageServices

logger = logging.getLogger(__name__)

Listener = Callable[[Event], None]

SHAKE_FIRST_SECONDS = 0.004
"""A new step is shown so much later than it shakes: to send a whole player takes 30 ms, and a shake cannot wait."""

WAIT_SECONDS = 0.2
"""How often a session that waits for its track looks whether it still has to."""

COMMAND_WAITS_SECONDS = 1.0
"""A command that comes while a session waits for its track is obeyed by then, whether the track is heard of or not."""


class SessionRunner:
    """One session with its ticker. `show` gets a view after each change; listeners get each event.

    The coach comes first, since a sound has its moment. One that fails is logged and never stops the timer.
    """

    def __init__(
        self,
        session: Session,
        title: str,
        services: PageServices,
        show: Callable[[PlayerView], None],
        listeners: Sequence[Listener],
    ) -> None:
        self._session = session
        self._title = title
        self._clock, self._navigation = services.clock, services.navigation
        self._coach = services.find_coach()
        self._settings = services.settings
        self._show = show
        self._listeners = listeners
        self._ticker = Ticker(self._tick)
        self._asks_to_end = False
        self._ran_before = False
        self._waiting_commands: list[Callable[[Events], None]] = []
        self._obey_later = DeferredCall()

    @property
    def is_under_way(self) -> bool:
        """Whether the session has neither ended nor yet to begin."""
        return self._session.state.status not in {RunStatus.READY, RunStatus.ENDED}

    @property
    def asks_to_end(self) -> bool:
        """Whether the session is paused and the user is asked if it shall end."""
        return self._asks_to_end

    @property
    def session(self) -> Session:
        """The session that runs."""
        return self._session

    def start(self) -> None:
        """Begin the first step."""
        self._coach.begin(self._session.state.steps, self._title, self._follow)
        self._act(self._session.start)

    def refresh(self) -> None:
        """Show how things stand, as when a browser comes back."""
        self._ticker.start()

    def close(self) -> None:
        """Stop the ticker; the session stays as it is."""
        self._ticker.stop()
        self._obey_later.cancel()

    def pause(self) -> None:
        """Pause the session."""
        self._do(self._session.pause, asks_to_end=self._asks_to_end)

    def pause_as_heard(self) -> None:
        """Pause where the track stands: the system stopped it, maybe long ago, while the page could tell nobody."""
        if self._is_running and self._coach.is_leading:
            self._coach.ask_track()
            self._obey_soon(self._session.pause, asks_to_end=self._asks_to_end)
        else:
            self.pause()

    def pause_unless_followed(self) -> bool:
        """Pause the session if nothing leads through it while no page is there; whether it is paused."""
        if self._is_running and self._coach.may_lead(self._clock.now()):
            return False
        self.pause()
        return True

    def resume(self) -> None:
        """Go on after a pause or a sleep; what runs already is made to sound again if it does not."""
        if self._waiting_commands or not self._is_running:
            self._act(self._session.resume)
        elif not self._coach.is_leading and not self._must_wait(self._clock.now()):
            self._coach.sound_anew()

    def pause_or_resume(self) -> None:
        """Pause the session, or resume it."""
        self._act(self._session.pause if self._is_running else self._session.resume)

    def ask_to_end(self) -> None:
        """Pause the session, and ask if it shall end; a command that moves it on is an answer too."""
        if self.is_under_way and not self._asks_to_end:
            self._ran_before = self._is_running
            self._do(self._session.pause, asks_to_end=True)

    def keep_going(self) -> None:
        """Answer: it shall not end. What ran before runs again, what stood still stands."""
        if self._asks_to_end:
            is_paused = self._session.state.status is RunStatus.PAUSED
            self._act(self._session.resume if self._ran_before and is_paused else self._session.advance)

    def skip(self) -> None:
        """Go to the next step."""
        self._act(self._session.skip)

    def back(self) -> None:
        """Begin this step again, or the hold before."""
        self._act(self._session.back)

    def add_ten_seconds(self) -> None:
        """Make the step longer."""
        self._act(self._session.add_ten_seconds)

    def redo_step(self) -> None:
        """Begin again the step in which the device slept."""
        self._act(self._session.redo_step)

    def count_sleep(self) -> None:
        """Count the time that the device slept as held."""
        self._act(self._session.count_sleep)

    def leave(self) -> None:
        """Ask if the session shall end, or end it at once while nothing was held."""
        state = self._session.state
        if state.has_held or state.step.kind is StepKind.HOLD:
            self.ask_to_end()
        else:
            self.stop()

    def stop(self) -> None:
        """End the session."""
        self._act(self._session.stop)

    @property
    def _is_running(self) -> bool:
        return self._session.state.status is RunStatus.RUNNING

    def _act(self, command: Callable[[float], Events]) -> None:
        self._do(command, asks_to_end=False)

    def _do(self, command: Callable[[float], Events], *, asks_to_end: bool) -> None:
        if self._waiting_commands or self._must_wait(self._clock.now()):
            self._obey_soon(command, asks_to_end=asks_to_end)
        else:
            self._obey(command, asks_to_end=asks_to_end)

    def _obey_soon(self, command: Callable[[float], Events], *, asks_to_end: bool) -> None:
        """Obey once the track has told where it is, after what waits already."""
        self._waiting_commands.append(partial(self._obey, command, asks_to_end=asks_to_end))
        if not self._obey_later.is_waiting:
            self._obey_later.start(COMMAND_WAITS_SECONDS, self._obey_what_waits)

    def _obey_what_waits(self, before: Events = ()) -> None:
        self._obey_later.cancel()
        commands, self._waiting_commands = self._waiting_commands, []
        for command in commands:
            command(before)
            before = ()

    def _must_wait(self, now: float) -> bool:
        """Whether the session must not go on before its track has said how far it was followed."""
        is_running, state = self._is_running, self._session.state
        return is_running and self._coach.must_answer(state.deadline, self._session.last_alive, now)

    def _follow(self, heard: Heard) -> None:
        """Be where the track is."""
        now = self._clock.now()
        events = () if heard.until is None else self._session.follow(now, heard.until, heard.ahead_seconds)
        if self._waiting_commands:
            self._obey_what_waits(events)
        elif heard.until is not None:
            self._notify(events, now)
        if self.is_under_way:
            self._ticker.start()

    def _obey(self, command: Callable[[float], Events], before: Events = (), *, asks_to_end: bool) -> None:
        """Obey, and tell of it together with what was `before`: a track made for that alone would sound into it."""
        at_hand = self._at_hand
        self._asks_to_end = asks_to_end
        now = self._clock.now()
        self._notify((*before, *command(now)), now)
        if self._at_hand != at_hand:
            self._navigation.note_change()
        if self.is_under_way:
            self._ticker.start()

    @property
    def _at_hand(self) -> tuple[int, bool, bool]:
        """What the buttons are about: the step, and whether they answer one of the questions."""
        state = self._session.state
        return state.step_index, state.status is RunStatus.ASLEEP, self._asks_to_end

    def _tick(self) -> float:
        now = self._clock.now()
        if self._must_wait(now):
            return WAIT_SECONDS
        events = self._session.advance(now)
        self._notify(events, now)
        if events or not self.is_under_way:
            return SHAKE_FIRST_SECONDS
        state = self._session.state
        self._show(
            present_player(state, self._title, now, self._settings.in_use, asks_to_end=self._asks_to_end)
        )
        now = self._clock.now()
        return min(seconds_to_next_change(state, now), self._coach.seconds_to_next(state, now))

    def _notify(self, events: Events, now: float) -> None:
        self._notify_coach(events, now)
        if any(isinstance(event, Ended) for event in events):
            self._ticker.stop()
        for event in events:
            for listener in self._listeners:
                self._notify_listener(listener, event)

    def _notify_coach(self, events: Events, now: float) -> None:
        try:
            self._coach.on_events(events, self._session.state, now)
        except Exception:
            logger.exception("The coach failed on %s; the session goes on", events)

    def _notify_listener(self, listener: Listener, event: Event) -> None:
        try:
            listener(event)
        except Exception:
            logger.exception("A listener failed on %s; the session goes on", event)
