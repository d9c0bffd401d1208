"""The `paths` command: where the files are, as lines or as JSON."""

from argparse import Namespace
from pathlib import Path

from routine_app.cli.output import json_text, one_line
from routine_app.cli.parser import Commands
from routine_app.cli.user_files import user_paths
from routine_app.data.paths import assets_folder, shipped_routines_folder


def add_parser(commands: Commands) -> None:
    """Add the command and its arguments."""
    parser = commands.add("paths", run, "show where the files are")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: Namespace) -> None:
    """Print each path by what is there."""
    named = _named_paths()
    if options.json:
        print(json_text({name.replace(" ", "_"): str(path) for name, path in named.items()}))
    else:
        width = max(map(len, named))
        print("\n".join(f"{name:{width}}  {one_line(str(path))}" for name, path in named.items()))


def _named_paths() -> dict[str, Path]:
    places = user_paths()
    return {
        "routines": places.routines,
        "history": places.history,
        "settings": places.settings,
        "log": places.log,
        "shipped routines": shipped_routines_folder(),
        "assets": assets_folder(),
    }
