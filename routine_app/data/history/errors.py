"""What SQLite's errors mean for the user of a history, in one sentence each."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from routine_app.core.errors import UserFacingError

_MOVE_AWAY = "move it away, and the app starts a new one."

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "The history {path} is kept locked by another program; close that and try again.",
    sqlite3.SQLITE_CANTOPEN: (
        "The history {path} cannot be opened; see that it is a file and that you may write in its folder, "
        "or set ROUTINE_APP_HOME to a folder you can write to."
    ),
    sqlite3.SQLITE_CORRUPT: f"The history {{path}} is damaged; {_MOVE_AWAY}",
    sqlite3.SQLITE_FULL: "The history {path} cannot be written, the disk is full; free some space.",
    sqlite3.SQLITE_NOTADB: f"{{path}} is not a history of this app; {_MOVE_AWAY}",
    sqlite3.SQLITE_READONLY: (
        "The history {path} cannot be used, it or its folder is read-only; allow writing both, "
        "or set ROUTINE_APP_HOME to a folder you can write to."
    ),
}

_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their lowest byte."""


@contextmanager
def sqlite_errors_as(path: Path) -> Iterator[None]:
    """Turn any error of SQLite with this history into a UserFacingError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise UserFacingError(_sentence(path, error)) from error


@contextmanager
def reading_errors_as(path: Path) -> Iterator[None]:
    """Turn what reading this history raises for an odd value into a UserFacingError that says what to do."""
    try:
        yield
    except (ValueError, KeyError) as error:
        raise UserFacingError(
            f"The history {path} has a value that this app never wrote: {error}; mend or move it away."
        ) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection was in the way, so that trying again may succeed."""
    return _primary_code(error) == sqlite3.SQLITE_BUSY


def is_damaged(error: sqlite3.Error) -> bool:
    """Whether the file is no database, or no longer a whole one."""
    return _primary_code(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def unknown_session(path: Path) -> UserFacingError:
    """The error for a hold or an end of a session that the history does not have."""
    return UserFacingError(
        f"The history {path} does not have this session any more, so the rest of it is not logged."
    )


def gone_session(path: Path) -> UserFacingError:
    """The error for feedback on a session that the history does not have."""
    return UserFacingError(f"The history {path} does not have this session any more; nothing was noted.")


def _sentence(path: Path, error: sqlite3.Error) -> str:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
        return str(unknown_session(path))
    sentence = _SENTENCES.get(_primary_code(error), "The history {path} cannot be used: {error}.")
    return sentence.format(path=path, error=error)


def _primary_code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
