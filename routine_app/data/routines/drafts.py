"""What was typed and not saved: a file for each draft."""

import hashlib
import json
import logging
import re
from collections.abc import Callable
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.core.routine.repository import Draft
from routine_app.data.files.atomic import delete_file, replace_file, set_aside
from routine_app.data.files.errors import os_errors_as
from routine_app.data.files.version import read_start
from routine_app.data.paths import make_folder

DRAFT_LIMIT_BYTES = 4 * 1024 * 1024
"""Sixteen times the largest routine file: what was typed may be more than what can be saved."""

_OWN_FILE = re.compile(r"[0-9a-f]{64}\.json")

_log = logging.getLogger(__name__)


class DraftFiles:
    """A folder of drafts as `routine_app.core.routine.repository.Drafts`, made when one is kept.

    `on_written` is called after each change there. A draft's file is named by a digest of the routine's
    file name, so any name will do. One that is damaged is set aside beside the others.
    """

    def __init__(self, folder: Path, on_written: Callable[[], None] = lambda: None) -> None:
        self._folder = folder
        self._on_written = on_written
        self._told: set[Path] = set()

    def keep(self, draft: Draft) -> None:
        """Keep this in place of an earlier draft of the same file, on disk when this returns.

        Raises UserFacingError.
        """
        content = _content(draft)
        make_folder(self._folder)
        path = self._path(draft.file_name)
        with os_errors_as(path, "kept", "see that its folder can be written"):
            replace_file(path, content)
        self._on_written()

    def find(self, file_name: str) -> Draft | None:
        """The draft of a file; None if there is none that can be read, and then a word in the log."""
        return self._read(self._path(file_name))

    def all(self) -> tuple[Draft, ...]:
        """Every draft that can be read, by file name; raises UserFacingError if the folder cannot be."""
        with os_errors_as(self._folder, "read", "make it a folder that you may read"):
            try:
                paths = [path for path in self._folder.iterdir() if _OWN_FILE.fullmatch(path.name)]
            except FileNotFoundError:
                return ()
        found = (self._read(path) for path in paths)
        return tuple(sorted((draft for draft in found if draft), key=lambda draft: draft.file_name))

    def drop(self, file_name: str) -> None:
        """Forget the draft of a file, if there is one; raises UserFacingError."""
        path = self._path(file_name)
        with os_errors_as(path, "deleted", "see that its folder can be written"):
            try:
                delete_file(path)
            except FileNotFoundError:
                return
        self._on_written()

    def _path(self, file_name: str) -> Path:
        return self._folder / f"{_digest(file_name)}.json"

    def _read(self, path: Path) -> Draft | None:
        try:
            return _draft(path, read_start(path, DRAFT_LIMIT_BYTES))
        except FileNotFoundError:
            return None
        except OSError as error:
            self._tell_unreadable(path, error)
        except (ValueError, RecursionError) as error:
            self._put_aside(path, error)
        return None

    def _put_aside(self, path: Path, why: Exception) -> None:
        try:
            _log.warning("A draft is damaged (%s) and is now %s", why, set_aside(path))
        except OSError as error:
            self._tell_unreadable(path, error)
        else:
            self._on_written()

    def _tell_unreadable(self, path: Path, error: OSError) -> None:
        """Leave it, for it may be fine; the log has it once."""
        if path not in self._told:
            self._told.add(path)
            _log.warning("The draft %s cannot be used: %s", path, os_reason(error))


def _digest(file_name: str) -> str:
    return hashlib.sha256(file_name.encode("utf-8", "surrogatepass")).hexdigest()


def _content(draft: Draft) -> bytes:
    document = {"file_name": draft.file_name, "version": draft.version, "text": draft.text}
    # Half a character, as a broken keyboard may send, is kept like all else.
    content = json.dumps(document, ensure_ascii=False).encode("utf-8", "surrogatepass")
    if len(content) > DRAFT_LIMIT_BYTES:
        raise UserFacingError(
            f"The text is too long to be kept as a draft, over {DRAFT_LIMIT_BYTES // 1024**2} MiB; shorten it."
        )
    return content


def _draft(path: Path, content: bytes) -> Draft:
    """The draft in a file; raises ValueError for what `_content` never wrote there."""
    if len(content) > DRAFT_LIMIT_BYTES:
        raise ValueError("it is too large")
    match json.loads(content.decode("utf-8", "surrogatepass")):
        case {"file_name": str(file_name), "text": str(text), "version": str(version)}:
            if _digest(file_name) != path.stem:
                raise ValueError("it is the draft of another file")
            return Draft(file_name, text, version)
    raise ValueError("it lacks a text")
