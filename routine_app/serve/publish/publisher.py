"""Builds the phone app from what is installed, with no network."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from routine_app.serve.publish.archives import copy_new, files_below, write_tar, write_zip
from routine_app.serve.publish.build_version import (
    SERVICE_WORKER,
    build_folder,
    hash_files,
    version_of,
    with_build,
)
from routine_app.serve.publish.index_page import front_page
from routine_app.serve.publish.node_compiler import compile_ahead, find_node
from routine_app.serve.publish.python_files import copy_app
from routine_app.serve.publish.standard_library import unpack_library
from routine_app.serve.publish.target_folder import replacing
from routine_app.serve.publish.web_client import ENGINES, STANDARD_LIBRARY, client_folder, copy_client

PAGE_FILES = ("favicon.png", "fonts", "icons", "manifest.json", "page")
"""What the page takes from the assets as it is; what Python reads of them goes to Python."""

BESIDE = ("favicon.png", "fonts", "icons", "index.html", "manifest.json")
"""What has an address of its own: the page, and what phones and Flutter look for beside it. Any of these goes with any
version of the rest."""

PHONE_APP = "phone_app"
"""The folder of the assets with the page's own scripts."""

LIBRARY_IN_BROWSER = "/lib/python314.zip"
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
        copy_client(parts)
        _copy_page_files(assets, parts)
        is_compiled = _write_python(parts, assets, routines, find_node(environment))
        write_page(parts, assets)
        sizes = [file.stat().st_size for file, _ in files_below(building)]
        return Published(sum(sizes), len(sizes), is_compiled)


def _copy_page_files(assets: Path, folder: Path) -> None:
    for name in PAGE_FILES:
        copy_new(assets / name, folder / name)
    for script in (assets / PHONE_APP).iterdir():
        if script.name != SERVICE_WORKER:
            copy_new(script, folder / script.name)


def _write_python(folder: Path, assets: Path, routines: Path, node: str | None) -> bool:
    """Write the app's archive and the standard library's, compiled if Node is there; say whether."""
    with tempfile.TemporaryDirectory(prefix="routine-app-") as work:
        app, library = Path(work, "app"), Path(work, "library")
        app.mkdir()
        copy_app(app, assets, routines)
        unpack_library(client_folder() / STANDARD_LIBRARY, library)
        trees = {app: APP_IN_BROWSER, library: LIBRARY_IN_BROWSER}
        is_compiled = node is not None and compile_ahead(node, client_folder() / "pyodide/pyodide.mjs", trees)
        write_tar(app, folder / "app.tar.gz")
        write_zip(library, folder / STANDARD_LIBRARY)
    return is_compiled


def write_page(parts: Path, assets: Path) -> None:
    """Write the page to all that it loads, and beside that folder, now named by its version, what leads into it."""
    page = (assets / "index.html").read_text(encoding="utf-8")
    worker = (assets / PHONE_APP / SERVICE_WORKER).read_text(encoding="utf-8")
    version = version_of({**hash_files(parts), "page": front_page(page, ""), "worker": worker})
    (parts / "index.html").write_text(front_page(page, version), encoding="utf-8", newline="\n")
    listed = with_build(worker, version, hash_files(parts), ENGINES)
    beside = parts.parent
    (beside / SERVICE_WORKER).write_text(listed, encoding="utf-8", newline="\n")
    for name in BESIDE:
        copy_new(parts / name, beside / name)
    parts.rename(beside / build_folder(version))
