"""What the phone app takes of Pyodide, the Python for browsers that `flet-web` brings."""

import json
from pathlib import Path

from routine_app.serve.client.file_tree import copy_new
from routine_app.serve.client.web_client import client_folder

PYTHON_FILES = (
    "pyodide/pyodide.asm.mjs",
    "pyodide/pyodide.asm.wasm",
    "pyodide/pyodide.mjs",
)
PYODIDE_LOCK = "pyodide/pyodide-lock.json"
STANDARD_LIBRARY = "pyodide/python_stdlib.zip"


def copy_python(folder: Path) -> None:
    """Copy Pyodide into the folder, all but its packages and the standard library."""
    for name in PYTHON_FILES:
        copy_new(client_folder() / name, folder / name)
    lock: dict[str, object] = json.loads((client_folder() / PYODIDE_LOCK).read_text(encoding="utf-8"))
    # Its packages are not there to be installed.
    (folder / PYODIDE_LOCK).write_text(json.dumps({**lock, "packages": {}}), encoding="utf-8")
