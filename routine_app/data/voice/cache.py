"""The folder of sentences that were rendered on this machine: one MP3 for each, the oldest removed."""

import hashlib
import logging
import os
import re
from pathlib import Path

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.clip_form import clip_of
from routine_app.data.files.atomic import replace_file

MOST_FILES = 2000
MOST_BYTES = 20_000_000
"""So many sentences of two seconds."""

OWN_FILE = re.compile(r"[0-9a-f]{64}\.(mp3|wav|\d+\.part)|\.[0-9a-f]{16}\.part")
"""Sentences, which were WAV files once, and what a crash left of one that was being written, in this version and in
those before."""

_log = logging.getLogger(__name__)


class VoiceCache:
    """Clips by text, as said by one version of a voice; the folder is made when something is kept.

    Files that do not have the names it gives are left alone.
    """

    def __init__(
        self, folder: Path, version: str, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
    ) -> None:
        self._folder = folder
        self._version = version
        self._most_files = most_files
        self._most_bytes = most_bytes

    def find(self, text: str) -> Clip | None:
        """The clip of a text, empty if nothing is heard of it; None if it is not there; what is damaged is removed."""
        file = self._file(text)
        try:
            return _read(file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            _log.warning("A rendered sentence is damaged and goes: %s: %s", file, error)
            _remove(file)
            return None

    def use(self, text: str) -> bool:
        """Whether a text is in the folder; if so it counts as used just now."""
        try:
            os.utime(self._file(text))
        except OSError:
            return False
        return True

    def keep(self, text: str, audio: bytes) -> None:
        """Write the frames of a text, whole or not at all; none say that nothing is heard of it. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._file(text), audio)

    def remove_oldest(self) -> None:
        """Remove the files that were not used for longest, until there are few enough."""
        try:
            files = [file for file in self._folder.iterdir() if OWN_FILE.fullmatch(file.name)]
            aged = sorted(((file.stat(), file) for file in files), key=lambda pair: -pair[0].st_mtime)
        except FileNotFoundError:  # nothing was kept yet, or another window of the app is at it
            return
        except OSError as error:
            _log.warning("The folder of rendered sentences cannot be read: %s", error)
            return
        total = 0
        for number, (facts, file) in enumerate(aged, start=1):
            total += facts.st_size
            if number > self._most_files or total > self._most_bytes:
                _remove(file)

    def _file(self, text: str) -> Path:
        named = hashlib.sha256(f"{self._version}\n{text}".encode("utf-8", "replace")).hexdigest()
        return self._folder / f"{named}.mp3"


def _read(file: Path) -> Clip:
    """The clip in a file, which may be empty; OSError, or ValueError if it is anything else."""
    audio = file.read_bytes()
    clip = clip_of(audio) if audio else Clip(b"", 0.0)
    if clip is None:
        raise ValueError("it is cut off, or of another form")
    return clip


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("A rendered sentence cannot be removed: %s", error)
