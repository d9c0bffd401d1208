"""The routines that ship, and the user's, as commands read them."""

from routine_app.cli.user_files import user_paths
from routine_app.core.routine.repository import RoutineRepository
from routine_app.data import paths
from routine_app.data.routines.library import FolderRoutines


def library() -> RoutineRepository:
    """The routines; raises UserFacingError."""
    return FolderRoutines(paths.shipped_routines_folder(), user_paths().routines)
