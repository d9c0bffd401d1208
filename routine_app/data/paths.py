"""Where the files of the app are: the user's own, and those that ship."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.data.files.folders import create_folder

APP_FOLDER = "routine-app"
HOME_VARIABLE = "ROUTINE_APP_HOME"
FLET_STORAGE_VARIABLE = "FLET_APP_STORAGE_DATA"
"""What Flet sets in a packaged app: the one folder that a phone lets the app write to."""

PACKAGE_FOLDER = Path(__file__).resolve().parent.parent


class AppPaths(NamedTuple):
    """The user's files: routines, history, settings, drafts and log; and the cache, which may be deleted.

    `running` is a folder in which processes tell each other which sessions they run.
    """

    routines: Path
    history: Path
    settings: Path
    drafts: Path
    running: Path
    log: Path
    voice_cache: Path
    client_cache: Path


def find_places(environment: Mapping[str, str]) -> AppPaths:
    """The places of the user's files, given these environment variables; nothing is created.

    All are below ROUTINE_APP_HOME if that is set, else below Flet's folder in a packaged app, else
    where the platform keeps such files. Raises UserFacingError if a variable names no usable path.
    """
    for variable in (HOME_VARIABLE, FLET_STORAGE_VARIABLE):
        if environment.get(variable, "").strip():
            home = _folder_named_by(variable, environment[variable])
            return _places_below(home, log_folder=home, cache_folder=home / "cache")
    import platformdirs  # noqa: PLC0415 - takes its time, and is not needed where a variable says it

    return _places_below(
        platformdirs.user_data_path(APP_FOLDER, appauthor=False),
        log_folder=platformdirs.user_log_path(APP_FOLDER, appauthor=False),
        cache_folder=platformdirs.user_cache_path(APP_FOLDER, appauthor=False),
    )


def make_folders(places: AppPaths) -> None:
    """Create the folders of these places that are not there yet; raises UserFacingError."""
    for folder in (places.routines, places.history.parent, places.settings.parent, places.log.parent):
        make_folder(folder)


def make_folder(folder: Path) -> None:
    """Create one folder, and those above it, unless it is there; raises UserFacingError."""
    try:
        create_folder(folder)
    except OSError as error:
        raise UserFacingError(
            f"Cannot create the folder {folder}: {os_reason(error)}; "
            f"set {HOME_VARIABLE} to a folder you can write to."
        ) from error


def shipped_routines_folder() -> Path:
    """The folder of the routines that ship with the app."""
    return _shipped("routines")


def assets_folder() -> Path:
    """The folder of figures, sounds and voice clips that ship with the app."""
    return _shipped("assets")


def _places_below(home: Path, log_folder: Path, cache_folder: Path) -> AppPaths:
    return AppPaths(
        routines=home / "routines",
        history=home / "history.db",
        settings=home / "settings.yaml",
        drafts=home / "drafts",
        running=home / "running",
        log=log_folder / "routine-app.log",
        voice_cache=cache_folder / "voice",
        client_cache=cache_folder / "client",
    )


def _folder_named_by(variable: str, value: str) -> Path:
    try:
        return Path(value).expanduser().absolute()
    except (OSError, RuntimeError) as error:
        raise UserFacingError(
            f'{variable} is "{value}", which cannot be made a whole path; write the path from its root.'
        ) from error


def _shipped(name: str) -> Path:
    # A wheel carries the folder inside the package, a checkout beside it.
    inside = PACKAGE_FOLDER / name
    return inside if inside.is_dir() else PACKAGE_FOLDER.parent / name
