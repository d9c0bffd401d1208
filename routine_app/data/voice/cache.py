"""The folder of sentences that were rendered on this machine: one WAV for each, the oldest removed."""

import hashlib
import io
import logging
import os
import re
import wave
from pathlib import Path

from routine_app.data.files.atomic import replace_file
from routine_app.data.voice.levelling import SAMPLE_BYTES, SAMPLES_A_SECOND

MOST_FILES = 2000
MOST_BYTES = 200_000_000

FORM = (1, SAMPLE_BYTES, SAMPLES_A_SECOND)
"""Channels, bytes a sample, samples a second."""
OWN_FILE = re.compile(r"[0-9a-f]{64}\.(wav|\d+\.part)|\.[0-9a-f]{16}\.part")
"""Sentences, and what a crash left of one that was being written, in this version and in those before."""

_log = logging.getLogger(__name__)


class VoiceCache:
    """Samples by text, as said by one version of a voice; the folder is made when something is kept.

    Files that do not have the names it gives are left alone.
    """

    def __init__(
        self, folder: Path, version: str, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES
    ) -> None:
        self._folder = folder
        self._version = version
        self._most_files = most_files
        self._most_bytes = most_bytes

    def find(self, text: str) -> bytes | None:
        """The samples of a text, or None if they are not there; what is damaged is removed."""
        file = self._file(text)
        try:
            return _samples(file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, EOFError, wave.Error) as error:
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

    def keep(self, text: str, samples: bytes) -> None:
        """Write the samples of a text, whole or not at all; raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        replace_file(self._file(text), wav(samples))

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
        return self._folder / f"{named}.wav"


def wav(samples: bytes) -> bytes:
    """These samples as a WAV file."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((*FORM, 0, "NONE", ""))
        writer.writeframes(samples)
    return file.getvalue()


def _samples(audio: bytes) -> bytes:
    """The samples of a WAV file; wave.Error or EOFError if it is not whole, or of another form."""
    with wave.open(io.BytesIO(audio)) as reader:
        if reader.getparams()[:3] != FORM:
            raise wave.Error("it has another form")
        samples: bytes = reader.readframes(reader.getnframes())
        if len(samples) != reader.getnframes() * SAMPLE_BYTES:
            raise EOFError("it is cut off")
        return samples


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("A rendered sentence cannot be removed: %s", error)
