"""The user's files, and the routines that ship, as commands open them; all raise UserFacingError."""

import os
from contextlib import closing

from routine_app.core.routine.repository import RoutineRepository
from routine_app.data import paths
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.paths import AppPaths
from routine_app.data.routines.library import FolderRoutines
from routine_app.serve.client.client_source import ClientSource


def user_paths() -> AppPaths:
    """Where the user's files are."""
    return paths.find_places(os.environ)


def library() -> RoutineRepository:
    """The routines that ship, and the user's."""
    return FolderRoutines(paths.shipped_routines_folder(), user_paths().routines)


def history() -> closing[SqliteHistory]:
    """The history, to be opened by `with`, which closes it."""
    return closing(SqliteHistory(user_paths().history))


def client_source() -> ClientSource:
    """What browsers are sent of the app, and where it is kept."""
    return ClientSource(paths.assets_folder(), user_paths().client_cache)
