"""What the user can set: how the app sounds, looks and behaves."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from routine_app.core.routine.hold_length import Length
from routine_app.core.routine.limits import LONGEST_GAP_SECONDS
from routine_app.core.routine.model import Routine

MOST_GET_READY_SECONDS = int(LONGEST_GAP_SECONDS)
"""As in a routine's file."""

LEAST_DOSE_SECONDS, MOST_DOSE_SECONDS = 30, 3600
"""The smallest and the largest weekly dose that can be set."""

WEEKLY_DOSE_SECONDS = 180
"""What each muscle and side should be held in a week: 60 s on three days.

After the position stand of the ACSM (Garber and others, 2011): two to three days a week or more; secondary
sources add 60 s in all for each exercise.
"""


WEEKLY_DAYS = 3
"""On how many days of a week one means to stretch: two or three or more, by the same position stand."""


TODAY_MINUTES = 5
"""For how many minutes one means to stretch at a time."""

MOST_TODAY_MINUTES = 60
"""The most minutes that can be set for it."""


class Theme(StrEnum):
    """Light, dark, or as the system is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Music(StrEnum):
    """What becomes of the music of other apps while the guide sounds: paused, or mixed with it."""

    PAUSE = "pause"
    MIX = "mix"

    @property
    def audio_session(self) -> str:
        """The kind of audio session that a page asks its browser for."""
        return {Music.PAUSE: "playback", Music.MIX: "ambient"}[self]


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with what holds until the user says otherwise.

    `volume_percent` is 0 to 100, for sounds and voice alike. `get_ready_seconds` takes the place of what
    routines say; None leaves it to them. `hold_length` is chosen when a routine is opened. With
    `smooth_ring` off, the ring moves once a second, which takes less of a battery. `weekly_dose_seconds` is
    for each side of each muscle, `weekly_days` is the goal of the history. What Today offers takes no longer than
    `today_minutes`.
    """

    voice: bool = True
    sounds: bool = True
    volume_percent: int = 80
    music: Music = Music.PAUSE
    vibration: bool = True
    keep_awake: bool = True
    get_ready_seconds: int | None = None
    hold_length: Length = Length.NORMAL
    theme: Theme = Theme.SYSTEM
    smooth_ring: bool = True
    weekly_dose_seconds: int = WEEKLY_DOSE_SECONDS
    weekly_days: int = WEEKLY_DAYS
    today_minutes: int = TODAY_MINUTES


def carried_over(ours: Settings, since: Settings, now: Settings) -> Settings:
    """What holds now, but for each setting that is another in ours than it was since then: that is as in ours."""
    names = (field.name for field in fields(Settings))
    changed = {name: getattr(ours, name) for name in names if getattr(ours, name) != getattr(since, name)}
    return replace(now, **changed)


def as_set(routine: Routine, settings: Settings) -> Routine:
    """The routine with the time to get ready that the user wants."""
    if settings.get_ready_seconds is None:
        return routine
    return routine._replace(get_ready_seconds=float(settings.get_ready_seconds))
