"""Builds the phone app from what is installed, with no network."""

import tempfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from routine_app.serve.client.build_version import build_folder, hash_files
from routine_app.serve.client.file_tree import copy_new, files_below
from routine_app.serve.client.page_parts import LETTERS, copy_parts, write_front
from routine_app.serve.client.web_client import ENGINES, client_folder
from routine_app.serve.publish.archives import write_archives
from routine_app.serve.publish.browser_python import STANDARD_LIBRARY, copy_python
from routine_app.serve.publish.first_screen import FirstScreen, open_first_screen
from routine_app.serve.publish.node_compiler import compile_ahead, find_node
from routine_app.serve.publish.phone_page import phone_page
from routine_app.serve.publish.python_files import copy_app
from routine_app.serve.publish.standard_library import unpack_library
from routine_app.serve.publish.target_folder import replacing
from routine_app.serve.publish.worker_script import SERVICE_WORKER, with_build

PHONE_APP = "phone_app"
"""The folder of the assets with the page's own scripts."""

LIBRARY_IN_BROWSER = "/lib/python3.14/lib-dynload"
"""The one folder in which Pyodide's Python looks for modules as it starts; it also looks into an archive, which stays empty."""

APP_IN_BROWSER = "/app"


class Published(NamedTuple):
    """What was built: how large it is, and whether Python's part is compiled."""

    size_bytes: int
    file_count: int
    is_compiled: bool


def publish(folder: Path, assets: Path, routines: Path, environment: Mapping[str, str]) -> Published:
    """Build the phone app into the folder; raises UserFacingError if that cannot be."""
    with replacing(folder) as building:
        parts = building / "parts"
        copy_parts(assets, parts)
        copy_python(parts)
        _copy_scripts(assets / PHONE_APP, parts)
        copy_new(assets / LETTERS, building / LETTERS)
        is_compiled = _write_python(parts, assets, routines, find_node(environment))
        write_page(parts, assets)
        sizes = [file.stat().st_size for file, _ in files_below(building)]
        return Published(sum(sizes), len(sizes), is_compiled)


def _copy_scripts(scripts: Path, parts: Path) -> None:
    for script in scripts.iterdir():
        if script.name != SERVICE_WORKER:
            copy_new(script, parts / script.name)


def _write_python(folder: Path, assets: Path, routines: Path, node: str | None) -> bool:
    """Write the archives of what Python finds in the browser, compiled if Node is there; say whether."""
    pyodide_module = client_folder() / "pyodide/pyodide.mjs"
    with tempfile.TemporaryDirectory(prefix="routine-app-") as work:
        app, library = Path(work, "app"), Path(work, "library")
        app.mkdir()
        copy_app(app, assets, routines)
        unpack_library(client_folder() / STANDARD_LIBRARY, library)
        trees = {app: APP_IN_BROWSER, library: LIBRARY_IN_BROWSER}
        is_compiled = node is not None and compile_ahead(node, pyodide_module, trees)
        found = open_first_screen(node, pyodide_module, trees) if node is not None and is_compiled else None
        write_archives(folder, trees, *(found or _whole(trees)))
    return is_compiled


def _whole(trees: Mapping[Path, str]) -> FirstScreen:
    """The app as a first screen that may need each of its modules."""
    files = (f"{place}/{name}" for tree, place in trees.items() for _, name in files_below(tree))
    return FirstScreen(("routine_app.app",), frozenset(files))


def write_page(parts: Path, assets: Path) -> None:
    """Write the page to all that it loads, and beside that folder, now named by its version, what leads into it."""
    page = (assets / "index.html").read_text(encoding="utf-8")
    worker = (assets / PHONE_APP / SERVICE_WORKER).read_text(encoding="utf-8")
    version = write_front(parts, partial(phone_page, page), {"worker": worker})
    listed = with_build(worker, version, hash_files(parts), ENGINES)
    (parts.parent / SERVICE_WORKER).write_text(listed, encoding="utf-8", newline="\n")
    parts.rename(parts.parent / build_folder(version))
