"""The routine files behind the editor: read, made, saved and deleted, with nothing ever lost."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from routine_app.core.errors import UserFacingError
from routine_app.core.routine.file_name import numbered_names, plain_file_name
from routine_app.core.routine.limits import FILE_LIMIT_BYTES
from routine_app.core.routine.repository import ChangedOutsideError, NameTakenError, RoutineFile
from routine_app.data.files.atomic import create_file, delete_file, replace_file
from routine_app.data.files.errors import os_errors_as
from routine_app.data.files.version import read_start
from routine_app.data.paths import make_folder
from routine_app.data.routines.accepted_names import require_file_name, require_new_file_name, same_name_key
from routine_app.data.routines.library import routine_files

_TOO_LARGE = f"larger than {FILE_LIMIT_BYTES // 1024} KiB"


class FolderRoutineFiles:
    """Two folders of routine files as `routine_app.core.routine.repository.RoutineFileStore`.

    Only the user's is written to, and made when it is first needed. `on_written` is called after each
    change there. A link that the user made is followed when it is read and saved, and stays.
    """

    def __init__(
        self, shipped_folder: Path, user_folder: Path, on_written: Callable[[], None] = lambda: None
    ) -> None:
        self._shipped_folder = shipped_folder
        self._user_folder = user_folder
        self._on_written = on_written

    def read(self, file_name: str) -> RoutineFile | None:
        """The user's file of that name, else the shipped one, else None.

        Raises UserFacingError for one that cannot be read or edited here: in another encoding, or too
        large.
        """
        require_file_name(file_name)
        shipped = self._shipped_folder / file_name
        user_text = _find_text(self._user_folder / file_name)
        if user_text is not None:
            with os_errors_as(shipped, "read", "see that the folder can be read"):
                return _file(file_name, user_text, hides_shipped=shipped.is_file())
        shipped_text = _find_text(shipped)
        return None if shipped_text is None else _file(file_name, shipped_text, is_shipped=True)

    def create(self, file_name: str, text: str) -> RoutineFile:
        """Write a new file into the user's folder, whole or not at all.

        Raises NameTakenError if a file has the name already, in small or capital letters, the user's or
        one that ships; UserFacingError if it cannot be written or is no name for a file of every system.
        """
        require_new_file_name(file_name)
        content = _content(text)
        there = {same_name_key(path.name): path for path in self._paths()}
        if taken := there.get(same_name_key(file_name)):
            raise NameTakenError(str(taken))
        try:
            self._create(file_name, content)
        except FileExistsError as error:
            raise NameTakenError(str(self._user_folder / file_name)) from error
        return _file(file_name, text)

    def save(self, before: RoutineFile, text: str) -> RoutineFile:
        """Put a text in place of the file that was read, whole or not at all; a shipped one is copied.

        Raises ChangedOutsideError if the file is no longer as it was read, and UserFacingError if it
        cannot be written.
        """
        content = _content(text)
        current = self._read_unchanged(before)
        if current.is_shipped:
            self._copy_shipped(current, content)
        else:
            self._replace(before, content)
        hides_shipped = current.is_shipped or current.hides_shipped
        return _file(current.file_name, text, hides_shipped=hides_shipped)

    def delete(self, file_name: str) -> RoutineFile:
        """Delete the user's file, and give what it was; of a link only the link.

        Raises UserFacingError if there is none, and for one that could not be brought back: in another
        encoding, or too large.
        """
        require_file_name(file_name)
        path = self._user_folder / file_name
        file = self._read_to_delete(path)
        with os_errors_as(path, "deleted", "see that you may write in its folder"):
            delete_file(path)
        self._on_written()
        return file

    def free_name(self, title: str) -> str:
        """A file name made of a title or a file's name, plain and in nobody's use: `my-hips-2.yaml`.

        It differs from every file there by more than its ending, which the app leaves out.
        """
        taken = {same_name_key(path.stem) for path in self._paths()}
        names = numbered_names(plain_file_name(title))
        return next(name for name in names if same_name_key(Path(name).stem) not in taken)

    def _read_to_delete(self, path: Path) -> RoutineFile:
        try:
            file = self.read(path.name)
        except UserFacingError as error:
            raise UserFacingError(
                f"The file {path} could not be brought back, so it is not deleted here; delete it in its folder."
            ) from error
        if file is None:
            raise UserFacingError(f"The file {path} is gone already; look at the list again.")
        if file.is_shipped:
            raise UserFacingError(f"{path.name} ships with the app; only a file of your own can be deleted.")
        return file

    def _paths(self) -> list[Path]:
        paths: list[Path] = []
        for folder in (self._shipped_folder, self._user_folder):
            with os_errors_as(folder, "read", "make it a folder that you may read"):
                paths.extend(routine_files(folder))
        return paths

    def _read_unchanged(self, before: RoutineFile) -> RoutineFile:
        current = self.read(before.file_name)
        if current is None or _identity(current) != _identity(before):
            raise ChangedOutsideError(current)
        return current

    def _copy_shipped(self, shipped: RoutineFile, content: bytes) -> None:
        try:
            self._create(shipped.file_name, content)
        except FileExistsError as error:  # someone else copied it just now
            raise ChangedOutsideError(self.read(shipped.file_name)) from error

    def _create(self, file_name: str, content: bytes) -> None:
        make_folder(self._user_folder)
        path = self._user_folder / file_name
        with os_errors_as(path, "saved", "see that you may write in its folder", FileExistsError):
            create_file(path, content)
        self._on_written()

    def _replace(self, before: RoutineFile, content: bytes) -> None:
        path = self._user_folder / before.file_name
        with os_errors_as(path, "saved", "see that you may write the file and in its folder"):
            replace_file(path, content, partial(self._read_unchanged, before))
        self._on_written()


def _file(file_name: str, text: str, *, is_shipped: bool = False, hides_shipped: bool = False) -> RoutineFile:
    version = hashlib.sha256(text.encode()).hexdigest()
    return RoutineFile(file_name, text, version, is_shipped=is_shipped, hides_shipped=hides_shipped)


def _identity(file: RoutineFile) -> tuple[str, bool]:
    return file.version, file.is_shipped


def _find_text(path: Path) -> str | None:
    """The text of a file to the byte; None where nothing is, not even a link to nothing."""
    advice = "see that it is a file that you can read"
    try:
        with os_errors_as(path, "read", advice, FileNotFoundError):
            return _text(path, read_start(path, FILE_LIMIT_BYTES))
    except FileNotFoundError as error:
        if path.is_symlink():
            raise UserFacingError(
                f"{path} is a link to a file that is not there; mend the link or delete it."
            ) from error
        return None


def _text(path: Path, content: bytes) -> str:
    if len(content) > FILE_LIMIT_BYTES:
        raise UserFacingError(
            f"The file {path} is {_TOO_LARGE} and cannot be edited here; split it into several routines."
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserFacingError(
            f"The file {path} is not in UTF-8 and cannot be edited here; save it as UTF-8 in another editor."
        ) from error


def _content(text: str) -> bytes:
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise UserFacingError(
            f"The text cannot be saved, line {line} has half a character; delete it there."
        ) from error
    if len(content) > FILE_LIMIT_BYTES:
        raise UserFacingError(
            f"The text cannot be saved, it is {_TOO_LARGE}; split it into several routines."
        )
    return content
