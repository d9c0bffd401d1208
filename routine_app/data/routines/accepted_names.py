"""Which names of routine files are taken from outside, so that none leads out of the folder."""

import os
import re
import unicodedata

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.file_name import is_device
from routine_app.data.routines.library import is_routine_file

LONGEST_NAME_BYTES = 230
"""In UTF-8. File systems take 255; a file that is being written has a longer name for a moment."""

_NOT_ONE_NAME = re.compile(r"[/\\]|^[A-Za-z]:")
_BROKEN = re.compile("[\0-\x1f\x7f\ud800-\udfff]")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]')


def require_file_name(file_name: str) -> None:
    """Raise UserFacingError unless this can be the name of a routine file right in a folder."""
    if _NOT_ONE_NAME.search(file_name):
        raise _refused(file_name, r"leads to another folder; give a name without /, \ and a drive")
    if _BROKEN.search(file_name):
        raise _refused(file_name, "has a broken or invisible character; rename the file")
    if not is_routine_file(file_name):
        raise _refused(file_name, "is no name of a routine; let it end in .yaml, with no dot at its start")
    if is_device(file_name):
        raise _refused(file_name, "means a device on Windows; choose another name")
    if os.name == "nt":
        _require_usable_on_windows(file_name)


def require_new_file_name(file_name: str) -> None:
    """Raise UserFacingError unless a file of that name can be made here and copied to any system."""
    require_file_name(file_name)
    _require_usable_on_windows(file_name)
    if not file_name.isprintable():
        raise _refused(file_name, "has an invisible character; leave it out")
    if len(file_name.encode()) > LONGEST_NAME_BYTES:
        raise _refused(file_name, "is too long; choose a shorter name")


def same_name_key(file_name: str) -> str:
    """Equal for names that some file system takes for the same: in capitals, with é in one part or two."""
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", file_name).casefold())


def _require_usable_on_windows(file_name: str) -> None:
    if _NOT_ON_WINDOWS.search(file_name):
        raise _refused(file_name, 'cannot be on every system; leave out < > : " | ? *')


def _refused(file_name: str, why: str) -> UserFacingError:
    shown = "".join(letter if letter.isprintable() else "?" for letter in file_name[:100])
    return UserFacingError(f'The file name "{shown}" {why}.')
