"""The sounds that ship."""

import logging
from pathlib import Path

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.clip_form import clip_of
from routine_app.core.cues.sounds import Sound

logger = logging.getLogger(__name__)

ENDING = ".mp3"


class SoundFiles:
    """A folder of sounds as `routine_app.core.cues.audio_sources.SoundSource`; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Sound, Clip | None] = {}

    def find(self, sound: Sound) -> Clip | None:
        """The clip of a sound; None, which is logged once, if it cannot be read or is damaged."""
        if sound not in self._known:
            self._known[sound] = self._read(self._folder / f"{sound.value}{ENDING}")
        return self._known[sound]

    def _read(self, path: Path) -> Clip | None:
        try:
            audio = path.read_bytes()
        except OSError as error:
            logger.warning("The sound %s cannot be played: %s", path, error)
            return None
        clip = clip_of(audio)
        if clip is None:
            logger.warning("The sound %s is damaged; install the app again", path)
        return clip
