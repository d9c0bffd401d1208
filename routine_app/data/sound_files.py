"""The sounds that ship."""

import logging
from pathlib import Path

from routine_app.core.cues.sounds import Sound

logger = logging.getLogger(__name__)

ENDING = ".wav"


class SoundFiles:
    """A folder of sounds as `routine_app.core.cues.audio_sources.SoundSource`; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[Sound, bytes | None] = {}

    def find(self, sound: Sound) -> bytes | None:
        """The sound as a WAV file; None, which is logged once, if it cannot be read."""
        if sound not in self._known:
            self._known[sound] = self._read(self._folder / f"{sound.value}{ENDING}")
        return self._known[sound]

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except OSError as error:
            logger.warning("The sound %s cannot be played: %s", path, error)
            return None
