"""Where the files are, as lines and as JSON."""

from pathlib import Path

from routine_app.cli.output import one_line
from routine_app.data.paths import AppPaths, assets_folder, shipped_routines_folder


def places_document(places: AppPaths) -> dict[str, object]:
    """The paths for JSON, by what is there."""
    return {name.replace(" ", "_"): str(path) for name, path in _named(places).items()}


def places_lines(places: AppPaths) -> str:
    """The paths to read, a line each."""
    named = _named(places)
    width = max(len(name) for name in named)
    return "\n".join(f"{name:{width}}  {one_line(str(path))}" for name, path in named.items())


def _named(places: AppPaths) -> dict[str, Path]:
    return {
        "routines": places.routines,
        "history": places.history,
        "settings": places.settings,
        "log": places.log,
        "shipped routines": shipped_routines_folder(),
        "assets": assets_folder(),
    }
