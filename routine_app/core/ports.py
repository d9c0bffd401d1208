"""What the screens need of the outside world, as protocols that `data` and `ui` meet through."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from routine_app.core.cues.sounds import Sound
from routine_app.core.routine.model import Routine
from routine_app.core.routine.problem import Problem, Severity
from routine_app.core.session.record import HoldRecord, SessionRecord, SessionStart, SessionStatus
from routine_app.core.settings.settings import Settings


class Clock(Protocol):
    """The two clocks: one for holds, one for the log."""

    def now(self) -> float:
        """Seconds on a clock that never jumps, and that counts while the device sleeps if it can."""

    def wall(self) -> datetime:
        """The date and time where the user is, with its offset from UTC."""


@dataclass(frozen=True, slots=True)
class RoutineEntry:
    """One routine file of the library.

    `name` is the file's name without its ending. `routine` is None when the file has errors, unless
    an earlier version was good: then it is that one.
    `is_shipped` tells the app's own file from one in the user's folder, `hides_shipped` a user's file that
    stands in place of a shipped one.
    """

    name: str
    file_name: str
    routine: Routine | None
    problems: tuple[Problem, ...] = ()
    is_shipped: bool = False
    hides_shipped: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the routine from running."""
        return tuple(p for p in self.problems if p.severity is Severity.ERROR)


class RoutineLibrary(Protocol):
    """The routines that ship, and the user's own."""

    def entries(self) -> Sequence[RoutineEntry]:
        """Every routine file as it is now, by title; a user's file replaces a shipped one."""


class PictureShelf(Protocol):
    """The pictures of stretches."""

    def find(self, name: str) -> str | bytes | None:
        """The picture of that name: the text of an SVG, the bytes of another image, or None."""

    def names(self) -> Sequence[str]:
        """The names that a routine may give, without their endings."""


class SoundShelf(Protocol):
    """The sounds of the app."""

    def find(self, sound: Sound) -> bytes | None:
        """The sound as an audio file, or None if it is missing."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Spoken words as an audio file, and how long they last."""

    audio: bytes
    seconds: float


class VoiceShelf(Protocol):
    """Spoken sentences."""

    def find(self, sentences: Sequence[str]) -> Clip | None:
        """All of these sentences, one after the other in one voice; None if one of them is missing."""

    def prepare(self, sentences: Sequence[str]) -> None:
        """These sentences will be asked for soon; returns at once."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings as they are now; `trouble` is one sentence if their file could not be used."""

    settings: Settings
    trouble: str = ""


class SettingsKeeper(Protocol):
    """The settings, kept where the user can also edit them."""

    def load(self) -> LoadedSettings:
        """The settings as they are now; a broken file is set aside, said once, and defaults hold."""

    def save(self, settings: Settings) -> None:
        """Keep these; raises SurroundingsError."""


class SessionLog(Protocol):
    """The history, written while a session runs."""

    def start(self, start: SessionStart) -> None:
        """Write down that a session has begun, or that it goes on: the holds it has are kept."""

    def record_holds(self, session_id: str, holds: Sequence[HoldRecord]) -> None:
        """Write holds, all on disk when this returns; the same hold again replaces what was there."""

    def end(self, session_id: str, ended_at: datetime, status: SessionStatus) -> None:
        """Write how and when the session ended."""

    def sessions(self) -> Sequence[SessionRecord]:
        """Every session, oldest first, one in progress or interrupted included."""

    def newest(self) -> SessionRecord | None:
        """The session that began last, or None while there is none."""
