"""The settings, in a YAML file that people also edit."""

import logging
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.core.settings.repository import LoadedSettings
from routine_app.core.settings.settings import Settings, carried_over
from routine_app.data.files.atomic import replace_file, set_aside
from routine_app.data.files.version import FileVersion, file_version, is_unsettled, read_start
from routine_app.data.paths import make_folder
from routine_app.data.settings.reader import FILE_LIMIT_BYTES, SettingsReading, read_settings
from routine_app.data.settings.writer import changed_text, new_text

_log = logging.getLogger(__name__)

_UNKNOWN: FileVersion = (0, 0, 0)
"""No file has this one."""


class _ChangedMeanwhileError(Exception):
    """The file is no longer what was read of it: to be read and changed once more."""


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
        self._is_loaded = False

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

    def save(self, settings: Settings, since: Settings) -> Settings:
        """Write what was changed since then into the file as it is at this moment; all else there stays.

        Gives all settings as they are then. Raises UserFacingError.
        """
        make_folder(self._path.parent)
        try:
            while True:
                with suppress(_ChangedMeanwhileError):
                    return self._save(settings, since)
        except OSError as error:
            raise UserFacingError(
                f"The settings cannot be saved in {self._path}: {os_reason(error)}; "
                "see that the file and its folder can be read and written."
            ) from error

    def _save(self, settings: Settings, since: Settings) -> Settings:
        before = self._content()
        reading = read_settings(self._path.name, before or b"")
        wanted = carried_over(settings, since, reading.settings)
        after = new_text(wanted).encode("utf-8") if before is None else self._changed(before, reading, wanted)
        if after != before:
            replace_file(self._path, after, partial(self._require, before))
            self._on_written()
        return wanted

    def _changed(self, before: bytes, reading: SettingsReading, wanted: Settings) -> bytes:
        """The content with these settings; one that cannot have them is set aside."""
        if not reading.problems:
            mark = before.removesuffix(reading.text.encode("utf-8"))
            content = mark + changed_text(reading, wanted).encode("utf-8")
            after = read_settings(self._path.name, content)
            if after.settings == wanted and not after.problems:
                return content
        self._require(before)
        _log.warning("%s could not be changed, so it is now %s", self._path, set_aside(self._path))
        self._on_written()
        raise _ChangedMeanwhileError

    def _require(self, content: bytes | None) -> None:
        """Raise unless this is still in the file; None is for no file."""
        if self._content() != content:
            raise _ChangedMeanwhileError

    def _content(self) -> bytes | None:
        """What is in the file now; None where there is no file."""
        try:
            return read_start(self._path, FILE_LIMIT_BYTES)
        except FileNotFoundError:
            return None

    def _read(self) -> LoadedSettings:
        may_be_half_written = is_unsettled(file_version(self._path))
        if may_be_half_written:
            self._version = _UNKNOWN
        reading = read_settings(self._path.name, read_start(self._path, FILE_LIMIT_BYTES))
        if may_be_half_written and self._is_loaded and (reading.problems or reading.tree is None):
            return self._loaded
        self._is_loaded = True
        for problem in reading.unknown:
            _log.warning("%s", problem)
        return self._troubled(reading) if reading.problems else LoadedSettings(reading.settings)

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
