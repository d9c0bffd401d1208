"""What ships for people who write routines: the schema of a routine file, and the cookbook."""

import json
import logging
from pathlib import Path

from routine_app.core.help.cookbook import Recipe
from routine_app.core.help.page import HelpTexts
from routine_app.core.help.schema_keys import SchemaKeys, read_schema_keys
from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.data.routines.library import routine_files
from routine_app.data.routines.reader.routine import read_routine

COOKBOOK_FOLDER = "cookbook"

_log = logging.getLogger(__name__)


class FolderHelp:
    """The shipped routines' folder as `routine_app.core.help.page.HelpSource`."""

    def __init__(self, shipped_folder: Path) -> None:
        self._folder = shipped_folder

    def load(self) -> HelpTexts:
        """The keys of the schema, if it is one of a routine, and the examples that can be run, by file name."""
        files = self._recipe_files()
        recipes = tuple(recipe for recipe in map(_recipe, files) if recipe is not None)
        return HelpTexts(self.keys(), recipes, is_cookbook_whole=0 < len(files) == len(recipes))

    def keys(self) -> SchemaKeys | None:
        """The keys of the schema; None if it cannot be used."""
        path = self._folder / SCHEMA_FILE
        try:
            return read_schema_keys(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, RecursionError) as error:
            _log.warning("The schema %s cannot be used: %s", path, error)
            return None

    def _recipe_files(self) -> list[Path]:
        folder = self._folder / COOKBOOK_FOLDER
        try:
            files = routine_files(folder)
        except OSError as error:
            _log.warning("The cookbook %s cannot be read: %s", folder, error)
            return []
        if not files:
            _log.warning("The cookbook %s is missing", folder)
        return files


def _recipe(path: Path) -> Recipe | None:
    try:
        content = path.read_bytes()
    except OSError as error:
        _log.warning("The example %s cannot be read: %s", path, error)
        return None
    reading = read_routine(path.name, content)
    if reading.routine is None:
        _log.warning("The example %s cannot be used: %s", path, reading.problems[0])
        return None
    return Recipe(path.name, content.decode("utf-8-sig").replace("\r\n", "\n"))
