"""Puts the JSON Schema beside routines, where their first line tells editors to look for it."""

import logging
from pathlib import Path

from routine_app.core.routine.file_name import SCHEMA_FILE
from routine_app.data.files.atomic import replace_file
from routine_app.data.paths import shipped_routines_folder

_log = logging.getLogger(__name__)


def put_schema(folder: Path, shipped_folder: Path | None = None) -> None:
    """Have the schema of this version of the app in a folder: written if it is missing or another.

    A link of that name is left alone. Whatever is in the way is logged and no more: routines work without.
    """
    source = (shipped_folder or shipped_routines_folder()) / SCHEMA_FILE
    target = folder / SCHEMA_FILE
    try:
        schema = source.read_bytes()
        if not target.is_symlink() and (not target.exists() or target.read_bytes() != schema):
            replace_file(target, schema)
    except OSError as error:
        _log.warning("Editors find no schema in %s: %s", folder, error)
