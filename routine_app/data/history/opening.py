"""A connection to the history that loses nothing: durable, shared, of the newest schema."""

import logging
import sqlite3
import sys
import time
from pathlib import Path

from routine_app.data.history.errors import is_busy
from routine_app.data.history.schema import migrate, refuse_what_is_not_ours
from routine_app.data.paths import make_folder

BUSY_SECONDS = 10.0
"""How long a write waits for another process's; one takes milliseconds."""

RETRY_SECONDS = 0.01

# A browser keeps whole files, and saves those that changed: a write-ahead log would be up to 4 MB of
# them at each hold, where the rollback journal leaves the one small database.
JOURNAL_MODE = "DELETE" if sys.platform == "emscripten" else "WAL"

_log = logging.getLogger(__name__)


def open_history(path: Path) -> sqlite3.Connection:
    """Open the history for reading and writing, made first if it is absent, and upgraded if it is old.

    The connection is in autocommit mode and bound to no thread: its owner locks. Raises
    SurroundingsError for a folder that cannot be made and a file that is not this app's; sqlite3.Error.
    """
    make_folder(path.parent)
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        refuse_what_is_not_ours(connection, path)
        _make_durable(connection)
        migrate(connection)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_durable(connection: sqlite3.Connection) -> None:
    mode = _switch_journal(connection)
    if mode != JOURNAL_MODE.lower():
        _log.info("The history is kept with journal mode %s.", mode)
    # In WAL mode EXTRA is FULL; with a rollback journal it syncs the folder too, without which a power
    # loss can bring the journal back and undo the commit (source: SQLite on PRAGMA synchronous).
    connection.execute("PRAGMA synchronous = EXTRA")
    # On macOS a plain fsync leaves the bytes in the drive's cache; elsewhere this changes nothing.
    connection.execute("PRAGMA fullfsync = ON")


def _switch_journal(connection: sqlite3.Connection) -> str:
    # SQLite does not wait here when two processes switch at once: one of them is told "locked" at once.
    give_up_at = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return str(connection.execute(f"PRAGMA journal_mode = {JOURNAL_MODE}").fetchone()[0])
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(RETRY_SECONDS)
