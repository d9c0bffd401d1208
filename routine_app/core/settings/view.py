"""What the settings show: each one in words, and where the files are."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from routine_app.core.settings.settings import Settings
from routine_app.core.text.numbers import minutes_and_seconds

GET_READY_CHOICES = (None, 5, 10, 15, 20, 30)
"""The times to get ready that one can choose, in seconds; None leaves it to the routine."""

DOSE_CHOICES = (60, 120, 180, 240, 300, 600)
"""The weekly doses that one can choose, in seconds for each side of a muscle."""


TODAY_CHOICES = (3, 5, 10, 15, 20)
"""The minutes for Today that one can choose."""


class FilesHome(Enum):
    """Where the files are kept, seen from the screen.

    `BROWSER_IN_PART` is a browser that could not store what was written last, `NOWHERE` one that stores nothing.
    """

    THIS_DEVICE = auto()
    SERVING_MACHINE = auto()
    BROWSER = auto()
    BROWSER_IN_PART = auto()
    NOWHERE = auto()


HOME_WORDS = {
    FilesHome.THIS_DEVICE: "",
    FilesHome.SERVING_MACHINE: "These files are on the computer that serves this page.",
    FilesHome.BROWSER: (
        "Everything is kept by this browser, on this device alone; it is lost if you delete this page's data."
    ),
    FilesHome.BROWSER_IN_PART: (
        "What was logged last is not kept: this browser could not store it. "
        "Free some space on the device, or export your history before you close this page."
    ),
    FilesHome.NOWHERE: (
        "Nothing is kept: this browser does not give this page its storage. "
        "Export your history before you close this page."
    ),
}


@dataclass(frozen=True, slots=True)
class ShownPaths:
    """The paths of the user's files."""

    routines_folder: str
    history_file: str
    settings_file: str
    log_file: str
    home: FilesHome = FilesHome.THIS_DEVICE


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The settings as they are, and in words what needs words.

    `get_ready_choices` and `dose_choices` are words and seconds, `today_choices` words and minutes; each has the one
    that is set, whatever it is. `voice_choices` are words and names of the voices of a browser that has several, and `voice` is the one that speaks.
    `files` are names and paths. `folder` is what "Open folder" opens, empty where the files are not on the device
    that one looks at.
    """

    settings: Settings
    get_ready_choices: tuple[tuple[str, int | None], ...]
    dose_choices: tuple[tuple[str, int], ...]
    today_choices: tuple[tuple[str, int], ...]
    files: tuple[tuple[str, str], ...]
    files_home: str
    folder: str
    error_text: str
    voice_choices: tuple[tuple[str, str], ...] = ()
    voice: str = ""


def present_settings(
    settings: Settings,
    places: ShownPaths,
    error_text: str = "",
    voices: Sequence[str] = (),
    voice: str = "",
) -> SettingsView:
    """The screen for these settings; `error_text` is one sentence if their file could not be used.

    `voices` are those of the browser, and `voice` the chosen one, empty where the browser chooses. A chosen voice that
    this browser no longer has leaves it to the browser.
    """
    several = tuple((one, one) for one in voices) if len(voices) > 1 else ()
    return SettingsView(
        settings=settings,
        get_ready_choices=_choices(settings.get_ready_seconds),
        dose_choices=tuple(
            (minutes_and_seconds(seconds), seconds)
            for seconds in sorted({*DOSE_CHOICES, settings.weekly_dose_seconds})
        ),
        today_choices=tuple(
            (f"Up to {minutes} min", minutes) for minutes in sorted({*TODAY_CHOICES, settings.today_minutes})
        ),
        files=_files(places),
        files_home=HOME_WORDS[places.home],
        folder=places.routines_folder if places.home is FilesHome.THIS_DEVICE else "",
        error_text=error_text,
        voice_choices=(("The browser's choice", ""), *several) if several else (),
        voice=voice if voice in voices else "",
    )


def volume_words(percent: int) -> str:
    """A volume in words: "80 %"."""
    return f"{percent} %"


def get_ready_words(seconds: int | None) -> str:
    """A time to get ready: "As the routine says", "10 s", "1 min 30 s"."""
    return "As the routine says" if seconds is None else minutes_and_seconds(seconds)


def _choices(chosen: int | None) -> tuple[tuple[str, int | None], ...]:
    every = sorted({*GET_READY_CHOICES, chosen}, key=lambda seconds: -1 if seconds is None else seconds)
    return tuple((get_ready_words(seconds), seconds) for seconds in every)


def _files(places: ShownPaths) -> tuple[tuple[str, str], ...]:
    if places.home not in {FilesHome.THIS_DEVICE, FilesHome.SERVING_MACHINE}:
        return ()  # the paths there lead nowhere that one could go
    return (
        ("Routines", places.routines_folder),
        ("History", places.history_file),
        ("Settings", places.settings_file),
        ("Log", places.log_file),
    )
