"""Says sentences: as clips, else by the browser's voice, and never two at once."""

from collections.abc import Sequence
from functools import partial

from routine_app.core.cues.audio_sources import Clip, VoiceSource
from routine_app.core.cues.sentences import Sentences
from routine_app.ui.cues.announcer import Announcer
from routine_app.ui.cues.audio_channel import AudioChannel
from routine_app.ui.kit.client_calls import ClientCalls
from routine_app.ui.kit.deferred_call import DeferredCall, loop_seconds

LETTERS_A_SECOND = 14.0
"""About how fast a browser's voice speaks: what follows waits for so long."""

PATIENCE_SECONDS = 1.5
"""Words that are not loaded by then are left unsaid."""

WAIT_SECONDS = 3.0
"""Words that would have to wait longer for others to end are left unsaid."""


class Speaker:
    """Two players take turns: one speaks, the other has loaded what comes next."""

    def __init__(self, calls: ClientCalls, shelf: VoiceSource, announcer: Announcer) -> None:
        self._shelf = shelf
        self._announcer = announcer
        first = shelf.find(("Get ready.",))
        self._channels = (
            [AudioChannel(calls, first.audio, PATIENCE_SECONDS) for _ in range(2)] if first else []
        )
        self._volume = 1.0
        self._busy_until = 0.0
        self._is_browser_speaking = False
        self._next = DeferredCall()

    def set_volume(self, volume: float) -> None:
        """Speak at that volume from now on, 0 to 1."""
        self._volume = volume
        for channel in self._channels:
            channel.set_volume(volume)

    def knows(self, sentences: Sentences) -> bool:
        """Whether these can be said with clips."""
        return self._shelf.find(sentences) is not None

    def prepare(self, coming: Sequence[Sentences]) -> None:
        """Load the next of these into the player that is free."""
        clip = next((clip for clip in map(self._shelf.find, coming) if clip), None)
        if clip and self._channels:
            self._channels[-1].load(clip.audio)

    def say(self, sentences: Sentences, *, at_once: bool) -> None:
        """Say these now, over what is being said if they are due at once, else after it."""
        self._next.cancel()
        wait = self._busy_until - loop_seconds()
        if at_once or wait <= 0:
            self._say(sentences)
        elif wait <= WAIT_SECONDS:
            self._next.start(wait, partial(self._say, sentences))

    def stop(self) -> None:
        """Be silent at once."""
        self._next.cancel()
        if self._is_browser_speaking and self._busy_until > loop_seconds():
            self._announcer.silence()
        self._is_browser_speaking, self._busy_until = False, 0.0
        for channel in self._channels:
            channel.stop()

    def reload(self) -> None:
        """Load anew, as for a page that was loaded anew."""
        for channel in self._channels:
            channel.reload()

    def _say(self, sentences: Sentences) -> None:
        self.stop()
        words = " ".join(sentences)
        clip = self._shelf.find(sentences)
        if clip is None and self._announcer.has_speech:
            self._announcer.speak(words, self._volume)
            self._is_browser_speaking = True
            self._busy_until = loop_seconds() + len(words) / LETTERS_A_SECOND
        else:
            self._announcer.announce(words)
            self._play(clip or self._shelf.find([words for words in sentences if self.knows((words,))]))

    def _play(self, clip: Clip | None) -> None:
        """Play it on the player that has it loaded; the other one is the next."""
        if clip is not None and self._channels:
            self._channels.reverse()
            self._channels[0].start(clip.audio, clip.seconds)
            self._busy_until = loop_seconds() + clip.seconds
