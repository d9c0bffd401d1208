"""The user's history, as commands open it."""

from contextlib import closing

from routine_app.cli.user_files import user_paths
from routine_app.data.history.repository import SqliteHistory


def history() -> closing[SqliteHistory]:
    """The history, to be opened by `with`, which closes it; raises UserFacingError."""
    return closing(SqliteHistory(user_paths().history))
