"""From the name of a file to the page of its routine."""

from routine_app.core.routine.repository import RoutineRepository
from routine_app.ui.shell.navigator import Navigator
from routine_app.ui.shell.routes import LIST, ROUTINE, route_to


def show_file(library: RoutineRepository, navigation: Navigator, file_name: str) -> None:
    """Show the routine of a file, or the list if there is none that can be shown."""
    entries = library.entries()
    found = next((entry for entry in entries if entry.file_name == file_name and entry.routine), None)
    navigation.go(LIST if found is None else route_to(ROUTINE, found.name))
