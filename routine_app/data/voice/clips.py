"""The spoken sentences that ship: one MP3 for each, which can be joined byte by byte."""

import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from routine_app.core.cues.audio_sources import Clip
from routine_app.core.cues.clip_form import clip_of

LIST_NAME = "clips.json"
"""`{"A sentence.": {"file": "a-sentence.mp3", "seconds": 1.2}, …}`"""

LONGEST_CLIP_SECONDS = 60.0
ROUNDING_SECONDS = 0.002

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ListedClip:
    """A line of the list: the file that holds a sentence, and how long it lasts."""

    file: str
    seconds: float


class VoiceClips:
    """A folder of clips as `routine_app.core.cues.audio_sources.VoiceSource`.

    What is missing or damaged is logged once, and never said.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listed = _read_list(folder / LIST_NAME)
        self._clip = lru_cache(maxsize=None)(self._read)  # as many as are listed

    def find(self, sentences: Sequence[str]) -> tuple[Clip, ...] | None:
        """A clip for each of these sentences; None if one of them is missing, or if there are none."""
        if not sentences or any(sentence not in self._listed for sentence in sentences):
            return None
        clips = [self._clip(self._listed[sentence]) for sentence in sentences]
        found = tuple(clip for clip in clips if clip is not None)
        return found if len(found) == len(clips) else None

    def prepare(self, sentences: Sequence[str]) -> None:
        """Do nothing: the clips are there already."""

    def _read(self, listed: ListedClip) -> Clip | None:
        file = self._folder / listed.file
        try:
            audio = file.read_bytes()
        except OSError as error:
            _log.warning("A voice clip cannot be read: %s", error)
            return None
        clip = clip_of(audio)
        if clip is None or abs(clip.seconds - listed.seconds) > ROUNDING_SECONDS:
            _log.warning("The voice clip %s is damaged; install the app again", file)
            return None
        return clip


def _read_list(file: Path) -> Mapping[str, ListedClip]:
    try:
        listed = json.loads(file.read_bytes())
        return {sentence: _listed_clip(clip) for sentence, clip in listed.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        _log.warning("The list of voice clips %s cannot be used, install the app again: %s", file, error)
        return {}


def _listed_clip(clip: Mapping[str, object]) -> ListedClip:
    """One entry of the list; ValueError for a file elsewhere, or a length that no clip has."""
    file, seconds = clip["file"], clip["seconds"]
    if not isinstance(file, str) or not file or Path(file).name != file or "\\" in file:
        raise ValueError(f"{file!r} is not the name of a file")
    if not isinstance(seconds, int | float) or not 0 < seconds < LONGEST_CLIP_SECONDS:
        raise ValueError(f"{seconds!r} is not a length in seconds")
    return ListedClip(file, float(seconds))
