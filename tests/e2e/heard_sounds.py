"""What a page sounded: the clips of its tracks, at the moments at which its element had come to them."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from statistics import median
from time import monotonic
from typing import Any

from playwright.sync_api import Page

from routine_app.core.cues.mp3 import FRAME_SECONDS, HEARD_AFTER_SECONDS, at_volume, frames
from routine_app.core.cues.sounds import Sound
from routine_app.core.settings.settings import Settings
from routine_app.data.paths import assets_folder
from routine_app.data.sound_files import SoundFiles
from routine_app.data.voice.clips import VoiceClips
from scripts.render_voice import listed_files
from tests.e2e.page_spy import Spied
from tests.e2e.phone import PATIENCE_MILLISECONDS
from tests.id3_tag import split_tag

VOLUME = Settings().volume_percent / 100
SURELY_OVER_SECONDS = 0.02
"""An element tells where it is to about so much."""


@dataclass(frozen=True)
class HeardTrack:
    """A track with its clips: the frame at which each begins in the file, and its name or words.

    `marks` are when its element told where it stood, in seconds of the wall clock and of the track, and whether it
    stood still.
    """

    clips: tuple[tuple[int, str], ...]
    marks: tuple[tuple[float, float, bool], ...]

    @property
    def began_at(self) -> float:
        """When its beginning was played, by the wall clock."""
        return median(wall - second for wall, second, is_still in self.marks if not is_still and second > 0)

    @property
    def heard_seconds(self) -> float:
        """How far it was played."""
        return max((second for _, second, _ in self.marks), default=0.0)

    def heard(self) -> Iterator[Spied]:
        """Each clip whose beginning was played, and when it was heard."""
        for frame, what in self.clips:
            second = frame * FRAME_SECONDS + HEARD_AFTER_SECONDS
            if second <= self.heard_seconds - SURELY_OVER_SECONDS:
                yield Spied(self.began_at + second, "sound", what)


def tracks_of(told: Sequence[dict[str, Any]]) -> list[HeardTrack]:
    """The tracks that a page noted as `tracks`, less those that it did not play."""
    return [
        HeardTrack(_clips(track["text"]), tuple(map(tuple, track["marks"])))
        for track in told
        if any(second > 0 for _, second, _ in track["marks"])
    ]


MARKS = "tracks.map(({ address, marks }) => ({ address, marks }))"
TEXT = "(wanted) => tracks.find(({ address }) => address === wanted).text"


def heard(page: Page) -> list[Spied]:
    """The sounds and sentences that a page has sounded, in order; each track is fetched once."""
    told = page.evaluate(MARKS)
    return heard_of([{**track, "text": _text(page, track["address"])} for track in told])


def _text(page: Page, address: str) -> str:
    if not _texts.get(address):
        _texts[address] = page.evaluate(TEXT, address)
    return _texts[address]


_texts: dict[str, str] = {}


def heard_of(told: Sequence[dict[str, Any]]) -> list[Spied]:
    """The sounds and sentences of these tracks, in order."""
    return [clip for track in tracks_of(told) for clip in track.heard()]


def sounds(clips: Sequence[Spied]) -> list[Spied]:
    """The sounds among them, without the voice."""
    return [clip for clip in clips if clip.what in {str(sound) for sound in Sound}]


def wait_for_sound(
    page: Page, what: str, count: int = 1, patience_milliseconds: float = PATIENCE_MILLISECONDS
) -> Spied:
    """Wait until a page has sounded this so often; the last of these."""
    end = monotonic() + patience_milliseconds / 1000
    while len(found := [clip for clip in heard(page) if clip.what == what]) < count:
        if monotonic() > end:
            raise TimeoutError(f"{what} was not heard: {[clip.what for clip in heard(page)]}")
        page.wait_for_timeout(100)
    return found[-1]


@cache
def _clips(text: str) -> tuple[tuple[int, str], ...]:
    """The clips of a file, in base64: the frame at which each begins, its index not counted, and its name."""
    body = split_tag(base64.b64decode(text))[1]
    places = {at: index - 1 for index, at in enumerate(accumulate(map(len, frames(body)), initial=0))}
    found: dict[int, str] = {}
    for audio, what in _known():
        at = body.find(audio)
        while at >= 0:
            if at in places:
                found[places[at]] = what
            at = body.find(audio, at + len(audio))
    return tuple(sorted(found.items()))


@cache
def _known() -> tuple[tuple[bytes, str], ...]:
    """The app's clips at the usual volume, and what each of them is."""
    shelf, voice = SoundFiles(assets_folder() / "sounds"), VoiceClips(assets_folder() / "voice")
    named = [(shelf.find(sound), str(sound)) for sound in Sound]
    for sentence in listed_files(assets_folder() / "voice"):
        named += [(clip, sentence) for clip in voice.find((sentence,)) or ()]
    return tuple((at_volume(clip.audio, VOLUME), what) for clip, what in named if clip)
