"""The client that the server sends: made and compressed once, and kept until what it is made of changes."""

import gzip
import hashlib
import logging
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from routine_app.core.errors import UserFacingError, os_reason
from routine_app.serve.client.build_version import build_folder
from routine_app.serve.client.client_source import ClientSource
from routine_app.serve.client.file_tree import files_below
from routine_app.serve.client.index_page import front_page
from routine_app.serve.client.page_parts import OWN_ICONS, PAGE_FILES, copy_parts, write_front
from routine_app.serve.client.web_client import CLIENT_FILES, client_folder

CONFIGURATION = {"pyodide": False, "routeUrlStrategy": "path"}
"""The page of the server has its routes in its path, and Python at the other end of a socket."""

COMPRESSED = ".gz"
LEVEL = 6
"""Of gzip: half the time of the best, and a three-hundredth larger."""
WORTH_COMPRESSING = 0.9
"""What is hardly smaller than the file is not kept: fonts and pictures are compressed in themselves."""

FOLDER_NAME = "client-"
UNFINISHED = ".client-"
UNUSED_SECONDS = 30 * 24 * 3600.0
"""For so long is kept what no server has begun with: one of another version may still send it."""

log = logging.getLogger(__name__)


@contextmanager
def kept_client(source: ClientSource) -> Iterator[Path]:
    """Give the folder of all files that browsers may ask for, those compressed that gain by it, with one more ending.

    Where it cannot be kept it is made for this run alone. Raises UserFacingError if it cannot be made at all.
    """
    folder = source.cache / f"{FOLDER_NAME}{_digest_of_sources(source.assets)}"
    try:
        if not folder.is_dir():
            _make(folder, source.assets)
        folder.touch()
    except OSError as error:
        log.warning("What browsers load cannot be kept in %s: %s", source.cache, os_reason(error))
        with _made_for_this_run(source.assets) as made:
            yield made
    else:
        yield folder


@contextmanager
def _made_for_this_run(assets: Path) -> Iterator[Path]:
    try:
        with tempfile.TemporaryDirectory(prefix="routine-app-") as folder:
            build_client(Path(folder), assets)
            yield Path(folder)
    except OSError as error:
        raise UserFacingError(
            f"What browsers load cannot be written: {os_reason(error)}; make room on the disk."
        ) from error


def _make(folder: Path, assets: Path) -> None:
    """Build it beside its place and put it there in one step, since other servers may do the same meanwhile."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    building = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=folder.parent))
    try:
        build_client(building, assets)
        building.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(building, ignore_errors=True)
    _remove_unused(folder)


def build_client(folder: Path, assets: Path) -> None:
    """Build the client below the folder: the page, and what it loads in a folder named by its version."""
    parts = folder / "parts"
    copy_parts(assets, parts)
    page = (assets / "index.html").read_text(encoding="utf-8")
    version = write_front(parts, partial(front_page, page, configuration=CONFIGURATION), {})
    parts.rename(folder / build_folder(version))
    for file, name in list(files_below(folder)):
        content = file.read_bytes()
        compressed = gzip.compress(content, LEVEL, mtime=0)
        if len(compressed) < len(content) * WORTH_COMPRESSING:
            (folder / f"{name}{COMPRESSED}").write_bytes(compressed)
            file.unlink()


def _digest_of_sources(assets: Path) -> str:
    """A name for what it is made of, and by which code: each file's path, size and time tell another one."""
    client = client_folder()
    paths = [client / name for name in CLIENT_FILES]
    paths += [assets / name for name in ("index.html", OWN_ICONS, *PAGE_FILES)]
    paths.append(Path(__file__).parent)
    files = [file for path in paths for file in (path.rglob("*.*") if path.is_dir() else [path])]
    told = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in sorted(files)]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def _remove_unused(newest: Path) -> None:
    """Remove what other versions made, and servers that were ended in the middle."""
    for other in newest.parent.glob(f"*{FOLDER_NAME}*"):
        if other != newest and time.time() - other.stat().st_mtime > UNUSED_SECONDS:
            shutil.rmtree(other, ignore_errors=True)
