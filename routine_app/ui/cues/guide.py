"""Leads a session by its track: knows which moment of the session is heard, and until when the track was followed."""

import logging
from collections.abc import Callable

from routine_app.core.clock import Clock
from routine_app.core.cues.arrangement import Placed
from routine_app.core.cues.mp3 import HEARD_AFTER_SECONDS
from routine_app.core.cues.soundtrack import Heard, Track
from routine_app.core.session.engine import SLEEP_SECONDS
from routine_app.ui.cues.inquiry import Inquiry
from routine_app.ui.cues.track_player import TrackPlayer, load_seconds
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall

logger = logging.getLogger(__name__)

BEGUN_AFTER_SECONDS = 0.25
"""So long after a track was loaded it is asked where it stands: a player's first answers are rough."""

LOOK_AGAIN_SECONDS = 0.5
BEGIN_SECONDS = 3.0
"""A track that has not begun so long after it was loaded may not; until then it is asked again and again."""

ASK_AHEAD_SECONDS = 1.1
"""So long before the end of a step the track is asked whether it still leads."""

FRESH_SECONDS = 2.0
"""A word of the track that is older does not count."""

AFTER_ITS_END_SECONDS = 60.0
"""So long after the end of its plan a page may still tell that its track led to it; later nobody waits."""

SAME_SECONDS = 0.015
"""What differs by less is in time: a tenth of what a listener notices."""

MOST_SHIFT_SECONDS = 0.5
"""A track that differs by more was stopped: clocks and players do not drift so far within a step."""

SAME_END_SECONDS = 0.05
"""Two moments that differ by less are the same end of a plan."""

EXACT_ANSWER_SECONDS = 0.2
"""An answer that took longer does not tell the moment at which it was true."""

NO_SOUND = "No sound can be played here: the screen goes on without."
NO_TOUCH = "The browser plays no sound until you touch the page."


class Guide:
    """One for a page. `on_heard` gets each word of the track, `tell` the sentence if it cannot play.

    A track is *awaited* from when it was sent until it is heard for the first time, and *leads* from then on. While it
    does either, a session waits for it at the end of a step.
    """

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
        self._inquiry = Inquiry(self._player, clock, self._hear, self._go_on_without_sound)
        self._track: Track | None = None
        self._begun_at = self._sent_at = 0.0
        self._loaded_at = float("-inf")
        self._load_seconds = 0.0
        self._is_awaited = self._is_leading = self._is_mute = False
        self._heard_at = float("-inf")
        self._stood_at: float | None = None
        self._check_later = DeferredCall()
        self._told: set[str] = set()

    @property
    def track(self) -> Track | None:
        """The track that plays, or that was sent to play; None while nothing does."""
        return self._track

    @property
    def is_leading(self) -> bool:
        """Whether a track was heard to play, and nothing stopped it since."""
        return self._is_leading

    def may_lead(self, now: float) -> bool:
        """Whether a track may lead through a session of which no page tells anything now."""
        track, is_under_way = self._track, self._is_leading or self._is_awaited
        return is_under_way and track is not None and now < self._end_of(track) + AFTER_ITS_END_SECONDS

    def leads_to(self, end: float) -> bool:
        """Whether the plan of the track ends at that moment of the session's clock."""
        return self._track is not None and abs(self._end_of(self._track) - end) < SAME_END_SECONDS

    def lead(self, track: Track, mp3: bytes, now: float) -> None:
        """Play this track, which begins now, in place of the one before; one in which nothing is heard is not played."""
        self.let_end()
        self._track, self._begun_at, self._sent_at = track, now, now
        self._heard_at = self._loaded_at = float("-inf")
        self._stood_at = None
        if not track.placed:
            self._player.stop()
            return
        self._is_awaited = not self._is_mute
        self._load_seconds = load_seconds(mp3)
        self._player.play(mp3)
        self._check_later.start(self._load_seconds, self._miss)

    def stop(self) -> None:
        """Be silent, and lead no more; the system still shows what it can go on with."""
        self.let_end()
        self._player.stop()

    def let_end(self) -> None:
        """Lead no more, but sound to the end."""
        self._check_later.cancel()
        self._inquiry.forget()
        self._track, self._is_awaited, self._is_leading = None, False, False

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
        has_slept = now - last_alive > SLEEP_SECONDS
        fresh_from = (now if has_slept else min(now, deadline)) - FRESH_SECONDS
        if self._track is None or not self._track.placed or self._heard_at >= fresh_from:
            return False
        if not self._is_awaited and (has_slept or now >= deadline - ASK_AHEAD_SECONDS):
            self._inquiry.ask()
        return (self._is_awaited or self._is_leading) and (has_slept or now >= deadline)

    def ask(self) -> None:
        """Ask where the track is."""
        if self._is_leading:
            self._inquiry.ask()

    def client_came(self) -> None:
        """Make sure of a page that was away: it plays what leads, or what it was sent just now, and nothing else."""
        is_loaded = self._loaded_at >= self._sent_at
        if self._is_leading or (self._is_awaited and is_loaded):
            self._inquiry.ask_anew()
        elif not self._is_awaited or self._clock.now() - self._sent_at > self._load_seconds:
            self.stop()

    def _end_of(self, track: Track) -> float:
        return self._begun_at + track.plan_seconds

    def _on_loaded(self) -> None:
        if self._track is not None and not self._is_leading:
            self._loaded_at = self._clock.now()
            self._check_later.start(BEGUN_AFTER_SECONDS, self._inquiry.ask)

    def _on_new_page(self) -> None:
        """Lead no more: a page that was loaded anew plays nothing."""
        if self._is_leading:
            self._lose()

    def _hear(self, position_seconds: float | None, asked_at: float) -> None:
        track, now = self._track, self._clock.now()
        if track is None:
            return
        if not position_seconds:
            self._hear_nothing(now)
            return
        self._check_later.cancel()
        in_plan = min(position_seconds - HEARD_AFTER_SECONDS, track.plan_seconds)
        heard_at = self._begun_at + in_plan
        if in_plan == track.plan_seconds:
            self._take(Heard(heard_at + SAME_END_SECONDS), now)
        elif self._is_leading and asked_at - heard_at > MOST_SHIFT_SECONDS and not self._goes_on(in_plan):
            self._hear_of_a_stop(in_plan, heard_at)
        else:
            shift = self._ahead_of(heard_at, asked_at, now)
            self._begun_at += shift
            self._take(Heard(now, shift), now)

    def _goes_on(self, in_plan: float) -> bool:
        """Whether a track that stood before has moved since: a call stopped it, and the system let it go on."""
        return self._stood_at is not None and in_plan - self._stood_at > SAME_SECONDS

    def _hear_of_a_stop(self, in_plan: float, heard_at: float) -> None:
        """Look once more whether it stands; then it led no further."""
        if self._stood_at is None:
            self._stood_at = in_plan
            self._check_later.start(BEGUN_AFTER_SECONDS, self._inquiry.ask)
            return
        logger.info("The track stopped %.1f s ago", self._clock.now() - heard_at)
        self.stop()
        self._on_heard(Heard(heard_at))

    def _ahead_of(self, heard_at: float, asked_at: float, now: float) -> float:
        """By how much the session is ahead of what is heard, which was so at some moment since the track was asked."""
        middle = (asked_at + now) / 2
        if self._is_leading and now - asked_at > EXACT_ANSWER_SECONDS:
            middle = min(max(heard_at, asked_at), now)
        ahead = middle - heard_at
        return ahead if abs(ahead) > SAME_SECONDS else 0.0

    def _take(self, heard: Heard, now: float) -> None:
        self._heard_at, self._stood_at = now, None
        self._is_awaited, self._is_leading, self._is_mute = False, True, False
        self._on_heard(heard)

    def _hear_nothing(self, now: float) -> None:
        """A track that stands at its beginning begins soon, or may not, or is that of a page that was loaded anew."""
        if self._is_leading:
            self._lose()
        elif self._is_awaited and now - self._loaded_at < BEGIN_SECONDS:
            self._check_later.start(LOOK_AGAIN_SECONDS, self._inquiry.ask)
        elif self._is_awaited:
            self._go_on_without(NO_TOUCH)

    def _lose(self) -> None:
        self.stop()
        self._on_heard(Heard(None))

    def _miss(self) -> None:
        """Make sure that a page which has not loaded its track is there; if all slept meanwhile, give it its time."""
        now = self._clock.now()
        if now - self._sent_at > self._load_seconds + SLEEP_SECONDS:
            self._sent_at = now
            self._check_later.start(self._load_seconds, self._miss)
        else:
            self._inquiry.probe()

    def _go_on_without_sound(self) -> None:
        """Let a page go on that is there, and has no word of its track."""
        self._player.stop()
        self._is_mute = True
        self._go_on_without(NO_SOUND)

    def _go_on_without(self, sentence: str) -> None:
        """Let the session go on: the track stays the one that was sent, so that no other is made of it.

        A page that was not allowed to play it asks for another when it is touched, unless it is told to be silent. While
        the track was waited for, the page was there: it did not sleep, unless that took longer than it may.
        """
        now = self._clock.now()
        was_there = now - self._begun_at < self._load_seconds + BEGIN_SECONDS + SLEEP_SECONDS
        self._check_later.cancel()
        self._is_awaited = self._is_leading = False
        logger.warning(sentence)
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)
        self._on_heard(Heard(now if was_there else None))
