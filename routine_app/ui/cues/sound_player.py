"""Plays the app's sounds, each on its moment."""

from collections.abc import Sequence

from routine_app.core.cues.audio_sources import SoundSource
from routine_app.core.cues.sounds import BEEPS, Sound
from routine_app.ui.cues.audio_channel import AudioChannel
from routine_app.ui.kit.client_calls import ClientCalls

SOUND_SECONDS = 1.0
"""No sound lasts longer."""

PATIENCE_SECONDS = 0.2
"""A sound that is not loaded by then would be that of another second."""


class SoundPlayer:
    """Two players: one for the beeps that count, one for all else, so that neither cuts off the other."""

    def __init__(self, calls: ClientCalls, shelf: SoundSource) -> None:
        self._shelf = shelf
        self._beeps = self._channel(calls, Sound.GET_READY_BEEP)
        self._chimes = self._channel(calls, Sound.START)

    def set_volume(self, volume: float) -> None:
        """Play at that volume from now on, 0 to 1."""
        for channel in self._channels:
            channel.set_volume(volume)

    def prepare(self, coming: Sequence[Sound]) -> None:
        """Load what comes next into each player."""
        for channel in self._channels:
            sound = next((sound for sound in coming if self._channel_of(sound) is channel), None)
            audio = self._shelf.find(sound) if sound else None
            if audio is not None:
                channel.load(audio)

    def play(self, sound: Sound) -> None:
        """Play a sound now."""
        audio, channel = self._shelf.find(sound), self._channel_of(sound)
        if channel is not None and audio is not None:
            channel.start(audio, SOUND_SECONDS)

    def reload(self) -> None:
        """Load anew, as for a page that was loaded anew."""
        for channel in self._channels:
            channel.reload()

    def stop_loading(self) -> None:
        """Load nothing more; what plays ends by itself."""
        for channel in self._channels:
            channel.stop_loading()

    @property
    def _channels(self) -> list[AudioChannel]:
        return [channel for channel in (self._beeps, self._chimes) if channel is not None]

    def _channel_of(self, sound: Sound) -> AudioChannel | None:
        return self._beeps if sound in BEEPS.values() else self._chimes

    def _channel(self, calls: ClientCalls, first: Sound) -> AudioChannel | None:
        audio = self._shelf.find(first)
        return None if audio is None else AudioChannel(calls, audio, PATIENCE_SECONDS)
