"""Leads through a session by ear and hand: its track, vibration, announcements, a screen that stays on."""

from collections.abc import Callable, Mapping
from uuid import uuid4

from routine_app.core.clock import Clock
from routine_app.core.cues.announcements import announcement
from routine_app.core.cues.arrangement import Placed
from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
from routine_app.core.cues.languages import english_sentences, languages_of, spoken
from routine_app.core.cues.prompter import Prompter
from routine_app.core.cues.schedule import Prompt
from routine_app.core.cues.sentences import Sentences
from routine_app.core.cues.silent_mode import is_muted_in_silent_mode
from routine_app.core.cues.sounds import Sound
from routine_app.core.cues.soundtrack import Heard, PageNote, Shelf, page_mp3, session_track
from routine_app.core.routine.plan import Step
from routine_app.core.session.engine import RunStatus, SessionState
from routine_app.core.session.events import Ended, Events, FellAsleep, Paused, StepStarted
from routine_app.core.session.player_view import session_seconds_left
from routine_app.core.session.record import SessionStatus
from routine_app.core.settings.settings import Music, Settings
from routine_app.ui.cues.announcer import Announcer
from routine_app.ui.cues.guide import Guide
from routine_app.ui.cues.notices import Notices
from routine_app.ui.cues.silent_mode import SilentModeReminder
from routine_app.ui.cues.vibrator import Vibrator
from routine_app.ui.cues.wake_lock import WakeLock
from routine_app.ui.kit.client_calls import ClientCalls

SILENCING = (StepStarted, Paused, FellAsleep, Ended)
"""What ends the words of before."""

LOOK_FOR_WORDS_SECONDS = 5.0
QUIET_SECONDS = 1.5
"""A track is replaced for words that have been rendered meanwhile where nothing is heard for so long."""


class Coach:
    """One for a page; it leads one session at a time. Made while the page is at hand, for its services."""

    def __init__(
        self,
        calls: ClientCalls,
        shelves: tuple[SoundSource, VoiceSource],
        clock: Clock,
        tell: Callable[[str], None],
        *,
        is_web: bool,
        is_iphone: bool = False,
        is_unencrypted: bool = False,
    ) -> None:
        self._sounds, self._voice = shelves
        self._clock = clock
        self._announcer = Announcer(calls, has_speech=is_web)
        self._notices = Notices(tell)
        self._guide = Guide(calls, clock, self._hear, self._notices.tell, begins_by_itself=is_web)
        self._vibrator = Vibrator(calls)
        self._wake = WakeLock(calls, self._notices.tell, is_withheld=is_unencrypted)
        has_silent_mode = is_web and is_iphone
        self._reminder = SilentModeReminder(calls, self._notices.tell) if has_silent_mode else None
        self._settings = Settings()
        self._prepared: tuple[Step, ...] = ()
        self._languages: Mapping[str, str] = {}
        self._prompter = Prompter()
        self._title = ""
        self._follow: Callable[[Heard], None] | None = None
        self._state: SessionState | None = None
        self._under_way: tuple[Placed, ...] = ()
        self._unknown: frozenset[Sentences] = frozenset()
        self._wants_other = False
        self._look_at = 0.0

    def use(self, settings: Settings) -> None:
        """Lead by these settings from now on."""
        before, self._settings = self._settings, settings
        self._wake.allow(is_allowed=settings.keep_awake)
        if not settings.voice:
            self._announcer.silence()
            self._under_way = ()
        if _sound_of(before) != _sound_of(settings):
            self._sound_otherwise()

    def prepare(self, steps: tuple[Step, ...]) -> None:
        """Have the words of a plan rendered that may begin soon, which takes a voice its time."""
        if steps == self._prepared:
            return
        self._prepared, self._languages = steps, languages_of(steps)
        self._voice.prepare(english_sentences(steps))

    def begin(self, steps: tuple[Step, ...], title: str, follow: Callable[[Heard], None]) -> None:
        """Lead through a new session of this plan; `follow` gets what the track tells of itself."""
        self._prompter = Prompter()
        self._title, self._follow = title, follow
        self._state = None
        self.prepare(steps)
        # The phone app's sounds may be on their way yet: whoever asks waits, and no time of the session has begun.
        self._sounds.find(Sound.CHIME)

    def on_events(self, events: Events, state: SessionState, now: float) -> None:
        """Do what these events, and the time that has come, ask for."""
        self._state = state
        if any(isinstance(event, SILENCING) for event in events):
            self._announcer.silence()
        for event in events:
            self._wake.on_event(event)
            words = announcement(event, state)
            if words:
                self._announcer.announce(words)
        self._lead(events, state, now)
        prompt = self._prompter.due(events, state, now)
        if prompt is not None:
            self._give(prompt)

    def seconds_to_next(self, state: SessionState, now: float) -> float:
        """How long until there is something to do."""
        return self._prompter.seconds_to_next(state, now)

    def must_answer(self, deadline: float, last_alive: float, now: float) -> bool:
        """Whether the session has to wait for what the track tells of itself."""
        return self._guide.must_answer(deadline, last_alive, now)

    def ask_track(self) -> None:
        """Have the track tell where it stands."""
        self._guide.ask()

    @property
    def is_leading(self) -> bool:
        """Whether a track leads."""
        return self._guide.is_leading

    def may_lead(self, now: float) -> bool:
        """Whether a track may lead through the session while the page is away."""
        return self._guide.may_lead(now)

    def sound_anew(self) -> None:
        """Sound from the present moment on, as when the page can sound again, or other sounds are wanted."""
        state, now = self._state, self._clock.now()
        if state is not None and state.status is RunStatus.RUNNING:
            self._begin_track(state, now, self._guide.unsaid(now))

    def client_came(self) -> None:
        """Hear where the track is, and ask for the wake lock again, for a page that was loaded anew or was away."""
        self._guide.client_came()
        self._wake.client_came()

    def close(self) -> None:
        """Be silent, and let the screen sleep."""
        self._guide.close()
        self._announcer.silence()
        self._vibrator.stop()
        self._wake.close()
        self._notices.forget()
        self._state = self._follow = None

    def _sound_otherwise(self) -> None:
        """Sound by other settings, once a track that may lead has told where it is: its page may be locked."""
        if self._guide.may_lead(self._clock.now()):
            self._wants_other = True
            self._guide.ask()
        else:
            self.sound_anew()

    def _lead(self, events: Events, state: SessionState, now: float) -> None:
        """Keep a track that leads to the session's end, and begin another where a command moved that."""
        is_new_step = any(isinstance(event, StepStarted) for event in events)
        if is_new_step:
            self._under_way = ()
        if state.status is RunStatus.RUNNING:
            if not self._guide.leads_to(now + session_seconds_left(state, now)) or self._knows_more(now):
                self._begin_track(state, now, () if is_new_step else self._guide.unsaid(now))
        elif state.status is RunStatus.ENDED:
            endings = {event.status for event in events if isinstance(event, Ended)}
            if SessionStatus.COMPLETED in endings:
                self._guide.let_end()
            else:
                self._guide.close()
        elif state.status is RunStatus.ASLEEP and self._guide.is_leading:
            pass  # a page that is away may still tell that its track led on
        elif self._guide.track is not None:
            self._under_way = self._guide.unsaid(state.as_of)
            self._guide.stop()

    def _begin_track(self, state: SessionState, now: float, said_now: tuple[Placed, ...]) -> None:
        under_way = (said_now or self._under_way) if self._settings.voice else ()
        self._under_way = ()
        track = session_track(state, now, self._shelf, under_way)
        self._unknown = track.unknown
        self._wants_other = False
        if self._reminder and is_muted_in_silent_mode(self._settings, speaks_itself=bool(track.unknown)):
            self._reminder.remind()
        note = PageNote(uuid4().hex, self._title, self._settings.music.audio_session)
        self._guide.lead(track, page_mp3(track, note, self._settings.volume_percent / 100), now)

    @property
    def _shelf(self) -> Shelf:
        settings = self._settings
        return Shelf(
            self._sounds if settings.sounds else None,
            self._voice if settings.voice else None,
            speaks_unknown=self._announcer.has_speech,
        )

    def _knows_more(self, now: float) -> bool:
        """Whether words that the track lacks have been rendered meanwhile, and nothing is heard just now."""
        track = self._guide.track
        if track is None or not track.unknown or now < self._look_at:
            return False
        if not self._settings.voice or not self._guide.is_quiet(now, QUIET_SECONDS):
            return False
        self._look_at = now + LOOK_FOR_WORDS_SECONDS
        return any(map(self._shelf.is_known, track.unknown))

    def _give(self, prompt: Prompt) -> None:
        if prompt.vibration is not None and self._settings.vibration:
            self._vibrator.shake(prompt.vibration)
        words = " ".join(prompt.say)
        is_unknown = any(set(unknown) <= set(prompt.say) for unknown in self._unknown)
        if is_unknown and self._announcer.has_speech and self._settings.voice:
            parts = spoken(prompt.say, self._languages)
            self._announcer.speak(parts, self._settings.volume_percent / 100)
        elif words:
            self._announcer.announce(words)

    def _hear(self, heard: Heard) -> None:
        if self._follow is not None:
            self._follow(heard)
        if self._wants_other:
            self.sound_anew()


def _sound_of(settings: Settings) -> tuple[bool, bool, int, Music]:
    """What makes another track of a session."""
    return settings.sounds, settings.voice, settings.volume_percent, settings.music
