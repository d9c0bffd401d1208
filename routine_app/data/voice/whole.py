"""The whole voice of this machine: the clips that ship, and what a neural voice renders if there is one."""

import sys
from pathlib import Path
from typing import Protocol

from routine_app.core.cues.audio_sources import VoiceSource
from routine_app.data.voice.clips import VoiceClips
from routine_app.data.voice.fallback import FallbackVoice


class RenderingVoice(VoiceSource, Protocol):
    """A voice that takes its time to prepare sentences."""

    def finish(self) -> None:
        """Block until every sentence that was asked for is rendered."""


class WholeVoice(FallbackVoice):
    """A `routine_app.core.cues.audio_sources.VoiceSource` of clips first, then of a voice that renders, if there is one."""

    def __init__(self, clips: VoiceSource, rendering: RenderingVoice | None) -> None:
        super().__init__([clips] if rendering is None else [clips, rendering])
        self._rendering = rendering

    def finish(self) -> None:
        """Block until every sentence that was to be prepared is there, or cannot be had."""
        if self._rendering is not None:
            self._rendering.finish()


def whole_voice(clips_folder: Path, cache_folder: Path) -> WholeVoice:
    """The voice of the clips in a folder, and of the extra `routine-app[voice]` where that is installed.

    What that renders is kept in the cache's folder.
    """
    return WholeVoice(VoiceClips(clips_folder), _rendering(cache_folder))


def _rendering(cache_folder: Path) -> RenderingVoice | None:
    if sys.platform == "emscripten":
        return None
    from routine_app.data.voice.neural import neural_voice  # noqa: PLC0415 - a phone never needs it

    return neural_voice(cache_folder)
