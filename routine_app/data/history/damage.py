"""A history that is damaged, where nobody can move its file away."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from routine_app.data.files.atomic import set_aside
from routine_app.data.history.errors import is_damaged

_log = logging.getLogger(__name__)


def set_damaged_aside(path: Path) -> bool:
    """Rename a history that is damaged, so that a new one can begin; whether it was. Raises OSError."""
    if not path.is_file() or not _is_damaged(path):
        return False
    _log.error("The history %s is damaged; it is now %s", path, set_aside(path))
    return True


def _is_damaged(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok")
        except sqlite3.Error as error:
            return is_damaged(error)
