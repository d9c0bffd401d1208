"""The one audio player of a stand-in browser: it begins a track as soon as it is loaded, and knows where that stands."""

from dataclasses import dataclass, field

import flet as ft

from routine_app.core.cues.id3 import PAGE_NOTE
from routine_app.core.cues.mp3 import FRAME_SECONDS, HEARD_AFTER_SECONDS, frames
from tests.id3_tag import split_tag

HALF_A_FRAME = FRAME_SECONDS / 2


@dataclass
class Take:
    """A track that plays or played: from when until when, and where in it that was."""

    mp3: bytes
    began_at: float
    until: float | None = None

    @property
    def seconds(self) -> float:
        """How long the whole of it is."""
        return (sum(1 for _ in frames(split_tag(self.mp3)[1])) - 1) * FRAME_SECONDS


@dataclass
class StandInAudio:
    """`load_seconds` is how long a track takes to be loaded; with `refuses` a browser was not touched.

    With `waits` it begins nothing by itself, as outside a browser; with `is_missing` nothing is loaded; one
    that `is_broken` raises what it is asked for, one that `is_deaf` never tells where it stands. A track moves
    `begins_after_seconds` after it was begun. `takes` are the tracks that were begun, the last one
    last.
    """

    load_seconds: float = 0.0
    refuses: bool = False
    waits: bool = False
    is_missing: bool = False
    is_broken: bool = False
    is_deaf: bool = False
    begins_after_seconds: float = 0.0
    loaded: bytes = b""
    takes: list[Take] = field(default_factory=list)

    def load(self, mp3: bytes, now: float) -> None:
        """Take a track in place of what plays, and begin it."""
        self.stop(now)
        self.loaded = mp3
        if PAGE_NOTE.encode() in mp3[:2000] and not self.waits:
            self.begin(now)

    def begin(self, now: float) -> None:
        """Begin what is loaded, ahead by what it takes a player to be heard."""
        if not self.refuses:
            self.takes.append(Take(self.loaded, now + self.begins_after_seconds - HEARD_AFTER_SECONDS))

    def stop(self, now: float) -> None:
        """Stand still, as when the app says so, or a call comes."""
        if self.takes and self.takes[-1].until is None:
            self.takes[-1].until = min(now, self.takes[-1].began_at + self.takes[-1].seconds)

    def position(self, now: float) -> ft.Duration | None:
        """Where the track stands."""
        if not self.takes:
            return ft.Duration(milliseconds=0)
        take = self.takes[-1]
        end = now if take.until is None else take.until
        return ft.Duration(milliseconds=round(max(min(end - take.began_at, take.seconds), 0.0) * 1000))

    def go_on(self, now: float) -> None:
        """Go on where it stood."""
        take = self.takes[-1]
        if take.until is not None:
            take.began_at, take.until = take.began_at + now - take.until, None

    def is_over(self, now: float) -> bool:
        """Whether the track that was begun last played to its end."""
        take = self.takes[-1] if self.takes else None
        return take is not None and take.until is None and take.began_at + take.seconds <= now


def heard(take: Take, now: float) -> list[tuple[float, str]]:
    """What was heard of a track until now: when each clip of `sample_shelves` began, and its words."""
    until = now if take.until is None else take.until
    begins: list[tuple[float, str]] = []
    last = ""
    for index, frame in enumerate(frames(split_tag(take.mp3)[1])):
        at = take.began_at + (index - 1) * FRAME_SECONDS + HEARD_AFTER_SECONDS
        words = frame[14:].rstrip(b"\0").decode() if frame[13:14] == b"\1" else ""
        if words and words != last and at + HALF_A_FRAME < until:
            begins.append((round(at, 1), words))
        last = words
    return begins
