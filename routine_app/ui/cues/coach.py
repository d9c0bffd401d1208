"""Leads through a session by ear and hand: sounds, voice, vibration, announcements, each on its moment."""

from collections.abc import Sequence

from routine_app.core.cues.announcements import announcement
from routine_app.core.cues.audio_sources import SoundSource, VoiceSource
from routine_app.core.cues.prompter import Prompter
from routine_app.core.cues.schedule import Prompt, finish_prompt, step_prompts
from routine_app.core.cues.sounds import Sound
from routine_app.core.routine.plan import Step
from routine_app.core.session.engine import RunStatus, SessionState
from routine_app.core.session.events import Ended, Events, FellAsleep, Paused, StepStarted
from routine_app.core.settings.settings import Settings
from routine_app.ui.cues.announcer import Announcer
from routine_app.ui.cues.sound_player import SoundPlayer
from routine_app.ui.cues.speaker import Speaker
from routine_app.ui.cues.vibrator import Vibrator
from routine_app.ui.cues.wake_lock import WakeLock
from routine_app.ui.kit.client_calls import ClientCalls

SILENCING = (StepStarted, Paused, FellAsleep, Ended)
"""What ends the words of before."""


class Coach:
    """One for a page; it leads one session at a time. Made while the page is at hand, for its services."""

    def __init__(
        self, calls: ClientCalls, sounds: SoundSource, voice: VoiceSource, *, has_speech: bool
    ) -> None:
        self._voice_shelf = voice
        self._announcer = Announcer(calls, has_speech=has_speech)
        self._sounds = SoundPlayer(calls, sounds)
        self._speaker = Speaker(calls, voice, self._announcer)
        self._vibrator = Vibrator(calls)
        self._wake = WakeLock(calls)
        self._settings = Settings()
        self._prepared: tuple[Step, ...] = ()
        self._prompter = Prompter()
        self.use(self._settings)

    def use(self, settings: Settings) -> None:
        """Lead by these settings from now on."""
        self._settings = settings
        volume = settings.volume_percent / 100
        self._sounds.set_volume(volume)
        self._speaker.set_volume(volume)
        self._wake.allow(is_allowed=settings.keep_awake)
        if not settings.voice:
            self._speaker.stop()

    def prepare(self, steps: tuple[Step, ...]) -> None:
        """Have the words of a plan rendered that may begin soon, which takes a voice its time."""
        if steps == self._prepared:
            return
        self._prepared = steps
        prompts = [prompt for index in range(len(steps)) for prompt in step_prompts(steps, index)]
        prompts.append(finish_prompt(steps))
        self._voice_shelf.prepare(tuple(dict.fromkeys(words for prompt in prompts for words in prompt.say)))

    def begin(self, steps: tuple[Step, ...]) -> None:
        """Lead through a new session of this plan."""
        self._prompter = Prompter()
        self.prepare(steps)

    def on_events(self, events: Events, state: SessionState, now: float) -> None:
        """Do what these events, and the time that has come, ask for."""
        if any(isinstance(event, SILENCING) for event in events):
            self._speaker.stop()
        for event in events:
            self._wake.on_event(event)
            words = announcement(event, state)
            if words:
                self._announcer.announce(words)
        prompt = self._prompter.due(events, state, now)
        if prompt is not None:
            self._give(prompt)
        if state.status is RunStatus.ENDED:
            self._sounds.stop_loading()
        elif prompt is not None or events:
            self._load(self._prompter.coming(state))

    def seconds_to_next(self, state: SessionState, now: float) -> float:
        """How long until there is something to do."""
        return self._prompter.seconds_to_next(state, now)

    def client_came(self) -> None:
        """Load sounds and ask for the wake lock again, for a page that was loaded anew or was away."""
        self._sounds.reload()
        self._speaker.reload()
        self._wake.client_came()

    def close(self) -> None:
        """Be silent, and let the screen sleep."""
        self._sounds.stop_loading()
        self._speaker.stop()
        self._vibrator.stop()
        self._wake.close()

    def _give(self, prompt: Prompt) -> None:
        sound = self._sound_of(prompt)
        if sound is not None and self._settings.sounds:
            self._sounds.play(sound)
        if prompt.vibration is not None and self._settings.vibration:
            self._vibrator.shake(prompt.vibration)
        if prompt.say and self._settings.voice:
            self._speaker.say(prompt.say, at_once=prompt.starts_step)
        elif prompt.say:
            self._announcer.announce(" ".join(prompt.say))

    def _load(self, coming: Sequence[Prompt]) -> None:
        sounds = (self._sound_of(prompt) for prompt in coming)
        self._sounds.prepare([sound for sound in sounds if sound is not None])
        self._speaker.prepare([prompt.say for prompt in coming if prompt.say])

    def _sound_of(self, prompt: Prompt) -> Sound | None:
        """Its own, or a chime where no clip says the words: no device is sure to speak them."""
        if prompt.sound is None and prompt.say and not self._speaker.knows(prompt.say):
            return Sound.CHIME
        return prompt.sound
