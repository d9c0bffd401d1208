"""The settings, in a YAML file that people also edit."""

import logging
from collections.abc import Callable
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import Settings
from routine_app.data.files.atomic import replace_file, set_aside
from routine_app.data.files.version import FileVersion, file_version, is_unsettled, read_start
from routine_app.data.paths import make_folder
from routine_app.data.settings.reader import FILE_LIMIT_BYTES, SettingsReading, read_settings
from routine_app.data.settings.writer import changed_text, new_text

_log = logging.getLogger(__name__)

_UNKNOWN: FileVersion = (0, 0, 0)
"""No file has this one."""


class SettingsFile:
    """A settings file as `routine_app.core.settings.repository.SettingsRepository`.

    A file that cannot be used is set aside, never written over. `on_written` is called after each
    change of what is in the folder.
    """

    def __init__(self, path: Path, on_written: Callable[[], None] = lambda: None) -> None:
        self._path = path
        self._on_written = on_written
        self._version: FileVersion | None = _UNKNOWN
        self._loaded = LoadedSettings(Settings())

    def load(self) -> LoadedSettings:
        """The settings as they are now, read again only if the file has changed; no file means defaults.

        What is wrong with a file that was set aside is told until there is a file again; it is logged once.
        """
        try:
            version = self._find_version()
            if version != self._version:
                self._version = version
                self._loaded = LoadedSettings(Settings()) if version is None else self._read()
        except OSError as error:
            self._version = _UNKNOWN
            self._loaded = self._unreadable(error)
        return self._loaded

    def save(self, settings: Settings) -> None:
        """Write the settings, and keep all else that is in the file; raises UserFacingError."""
        make_folder(self._path.parent)
        try:
            replace_file(self._path, self._text_with(settings).encode("utf-8"))
        except OSError as error:
            raise UserFacingError(
                f"The settings cannot be saved in {self._path}: {os_reason(error)}; "
                "see that the file and its folder can be read and written."
            ) from error
        self._on_written()

    def _text_with(self, settings: Settings) -> str:
        if self._find_version() is None:
            return new_text(settings)
        reading = self._reading()
        if not reading.problems:
            text = changed_text(reading, settings)
            after = read_settings(self._path.name, text.encode("utf-8"))
            if after.settings == settings and not after.problems:
                return text
        aside = set_aside(self._path)
        _log.warning("%s could not be changed, so it is now %s and a new one is written", self._path, aside)
        return new_text(settings)

    def _read(self) -> LoadedSettings:
        if is_unsettled(file_version(self._path)):
            self._version = _UNKNOWN
        reading = self._reading()
        for problem in reading.unknown:
            _log.warning("%s", problem)
        return self._troubled(reading) if reading.problems else LoadedSettings(reading.settings)

    def _reading(self) -> SettingsReading:
        return read_settings(self._path.name, read_start(self._path, FILE_LIMIT_BYTES))

    def _troubled(self, reading: SettingsReading) -> LoadedSettings:
        """Set a broken file aside; `error_text` says what is wrong with it, and where it is then."""
        try:
            where = f"the file is now {set_aside(self._path)}"
        except OSError as error:
            where = f"the file cannot be set aside ({os_reason(error)}) and stays as it is"
        else:
            self._version = None
            self._on_written()
        error_text = f"The settings cannot be used ({reading.problems[0]}), so the defaults hold; {where}."
        _log.error("%s", "\n".join([error_text, *map(str, reading.problems[1:])]))
        return LoadedSettings(Settings(), error_text)

    def _unreadable(self, error: OSError) -> LoadedSettings:
        error_text = (
            f"The settings in {self._path} cannot be read ({os_reason(error)}), so the defaults hold; "
            "make it a file that you can read, or move it away."
        )
        if self._loaded.error_text != error_text:
            _log.error("%s", error_text)
        return LoadedSettings(Settings(), error_text)

    def _find_version(self) -> FileVersion | None:
        """The version of the file; None where there is no file."""
        try:
            return file_version(self._path)
        except FileNotFoundError:
            return None
