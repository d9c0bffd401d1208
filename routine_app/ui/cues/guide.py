"""Leads a session by its track: knows which moment of the session is heard, and until when the track was followed."""

import logging
from collections.abc import Callable

from routine_app.core.clock import Clock
from routine_app.core.cues.arrangement import Placed
from routine_app.core.cues.mp3 import HEARD_AFTER_SECONDS
from routine_app.core.cues.soundtrack import Heard, Track
from routine_app.core.session.engine import SLEEP_SECONDS
from routine_app.ui.cues.track_player import TrackPlayer
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall

logger = logging.getLogger(__name__)

LOAD_SECONDS = 5.0
"""A track that is not loaded by then is not waited for: the session goes on without."""

BEGUN_AFTER_SECONDS = 0.25
"""So long after a track was loaded it is asked where it stands: a player's first answers are rough."""

ASK_AHEAD_SECONDS = 1.1
"""So long before the end of a step the track is asked whether it still leads."""

FRESH_SECONDS = 2.0
"""A word of the track that is older does not count."""

ASK_AGAIN_SECONDS = 3.0
"""What is not answered is asked again: the page sleeps, or its connection is lost."""

SAME_SECONDS = 0.015
"""What differs by less is in time: a tenth of what a listener notices."""

MOST_SHIFT_SECONDS = 0.5
"""A track that differs by more was stopped: clocks and players do not drift so far within a step."""

EXACT_ANSWER_SECONDS = 0.2
"""An answer that took longer does not tell the moment at which it was true."""

NO_SOUND = "No sound can be played here: the screen goes on without."
NO_TOUCH = "The browser plays no sound until you touch the page."


class Guide:
    """One for a page. `on_heard` gets each word of the track, `tell` the sentence if it cannot play."""

    def __init__(
        self,
        calls: ClientCalls,
        clock: Clock,
        on_heard: Callable[[Heard], None],
        tell: Callable[[str], None],
        *,
        begins_by_itself: bool,
    ) -> None:
        self._clock, self._on_heard, self._tell = clock, on_heard, tell
        self._player = TrackPlayer(
            calls, self._on_loaded, self._on_new_page, begins_by_itself=begins_by_itself
        )
        self._track: Track | None = None
        self._begun_at = 0.0
        self._is_leading = False
        self._heard_at = self._asked_at = float("-inf")
        self._check_later = DeferredCall()
        self._has_second_chance = False
        self._told: set[str] = set()

    @property
    def track(self) -> Track | None:
        """The track that plays, or that was sent to play; None while nothing does."""
        return self._track

    @property
    def is_leading(self) -> bool:
        """Whether a track was heard to play, and nothing stopped it since."""
        return self._is_leading

    def leads_to(self, end: float) -> bool:
        """Whether the plan of the track ends at that moment of the session's clock."""
        track = self._track
        return track is not None and abs(self._begun_at + track.plan_seconds - end) < MOST_SHIFT_SECONDS / 10

    def lead(self, track: Track, mp3: bytes, now: float) -> None:
        """Play this track, which begins now, in place of the one before; one in which nothing is heard is not played."""
        self._track, self._begun_at, self._is_leading = track, now, False
        self._heard_at = self._asked_at = float("-inf")
        if track.placed:
            self._player.play(mp3)
            self._check_later.start(LOAD_SECONDS, self._give_up)
        else:
            self._check_later.cancel()
            self._player.stop()

    def stop(self) -> None:
        """Be silent, and lead no more; the system still shows what it can go on with."""
        self.let_end()
        self._player.stop()

    def let_end(self) -> None:
        """Lead no more, but sound to the end."""
        self._check_later.cancel()
        self._track, self._is_leading = None, False

    def close(self) -> None:
        """Be silent, for good."""
        self.let_end()
        self._player.clear()

    def unsaid(self, now: float) -> tuple[Placed, ...]:
        """The sentences that are just being said, and are not over."""
        return self._track.unsaid(now - self._begun_at) if self._track else ()

    def is_quiet(self, now: float, seconds: float) -> bool:
        """Whether nothing is heard from now on, for so long."""
        return self._track is not None and self._track.is_quiet(now - self._begun_at, seconds)

    def must_answer(self, deadline: float, last_alive: float, now: float) -> bool:
        """Whether the session may not go on before the track has said how far it was followed; asks it if it is time.

        So it is from the `deadline` of a step on, and after a time in which nothing ran.
        """
        if not self._is_leading:
            return False
        has_slept = now - last_alive > SLEEP_SECONDS
        is_near = now >= deadline - ASK_AHEAD_SECONDS
        if self._heard_at >= (now if has_slept else min(now, deadline)) - FRESH_SECONDS:
            return False
        if (has_slept or is_near) and now - self._asked_at > ASK_AGAIN_SECONDS:
            self._ask(now)
        return has_slept or now >= deadline

    def ask(self) -> None:
        """Ask where the track is, also of a page that was away."""
        if self._is_leading:
            self._ask(self._clock.now())

    def _ask(self, now: float) -> None:
        self._asked_at = now
        track = self._track

        def hear(position_seconds: float | None) -> None:
            if track is self._track and track is not None:
                self._hear(track, position_seconds, now, self._clock.now())

        self._player.ask_position(hear)

    def _on_loaded(self) -> None:
        if self._track is not None:
            self._has_second_chance = True
            self._check_later.start(BEGUN_AFTER_SECONDS, self._ask_first)

    def _ask_first(self) -> None:
        self._ask(self._clock.now())
        self._check_later.start(LOAD_SECONDS, self._give_up)

    def _on_new_page(self) -> None:
        """Lead no more: a page that was loaded anew plays nothing."""
        self._lose()

    def _hear(self, track: Track, position_seconds: float | None, asked_at: float, now: float) -> None:
        if not position_seconds:
            self._hear_nothing()
            return
        self._check_later.cancel()
        self._asked_at = float("-inf")
        in_plan = min(position_seconds - HEARD_AFTER_SECONDS, track.plan_seconds)
        heard_at = self._begun_at + in_plan
        if in_plan == track.plan_seconds:
            self._take(Heard(heard_at), now)
        elif self._is_leading and asked_at - heard_at > MOST_SHIFT_SECONDS:
            logger.info("The track stopped %.1f s ago", asked_at - heard_at)
            self.stop()
            self._take(Heard(heard_at), now)
        else:
            shift = self._ahead_of(heard_at, asked_at, now)
            self._begun_at += shift
            self._is_leading = True
            self._take(Heard(now, shift), now)

    def _ahead_of(self, heard_at: float, asked_at: float, now: float) -> float:
        """By how much the session is ahead of what is heard, which was so at some moment since the track was asked."""
        middle = (asked_at + now) / 2
        if self._is_leading and now - asked_at > EXACT_ANSWER_SECONDS:
            middle = min(max(heard_at, asked_at), now)
        ahead = middle - heard_at
        return ahead if abs(ahead) > SAME_SECONDS else 0.0

    def _take(self, heard: Heard, now: float) -> None:
        self._heard_at = now
        self._on_heard(heard)

    def _hear_nothing(self) -> None:
        """A track that stands at its beginning was never begun, or is that of a page that was loaded anew."""
        if self._is_leading:
            self._lose()
        elif self._has_second_chance:
            self._has_second_chance = False
            self._check_later.start(BEGUN_AFTER_SECONDS * 2, self._ask_first)
        else:
            self._go_on_without(NO_TOUCH)

    def _lose(self) -> None:
        self.stop()
        self._on_heard(Heard(None))

    def _give_up(self) -> None:
        self._player.stop()
        self._go_on_without(NO_SOUND)

    def _go_on_without(self, sentence: str) -> None:
        """Let the session go on: the track stays the one that was sent, so that no other is made of it.

        A page that was not allowed to play it asks for another when it is touched, unless it is told to be silent.
        """
        self._check_later.cancel()
        logger.warning(sentence)
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)
