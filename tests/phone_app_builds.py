"""Builds of the phone app that all tests share: made by the first that asks, and again when what is in them changed."""

import hashlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from importlib.metadata import distributions
from pathlib import Path

from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.serve.publish.publisher import publish
from tests.e2e.quick_routines import QUICK_ROUTINES

PROJECT = Path(__file__).resolve().parent.parent
KEPT = PROJECT / "build" / "phone_app"
PATIENCE_SECONDS = 300.0
WITHOUT_NODE: Mapping[str, str] = {"PATH": ""}


def phone_app_build(name: str, routines: Path, environment: Mapping[str, str]) -> Path:
    """Give the phone app with these routines, published with the programs of that environment. Nobody may write in it."""

    def build(folder: Path) -> None:
        published = publish(folder, assets_folder(), routines, environment)
        assert published.is_compiled == bool(shutil.which("node", path=environment["PATH"]))

    sources = (PROJECT / "routine_app", assets_folder(), routines)
    return _kept(f"{name}-{_digest(sources, environment['PATH'])}", build)


def quick_phone_app(routines: Path) -> Path:
    """Give the phone app with routines that a journey gets through quickly, compiled where there is Node.

    They are written into `routines`, a folder that is not there yet.
    """
    shutil.copytree(shipped_routines_folder() / "cookbook", routines / "cookbook")
    shutil.copy(shipped_routines_folder() / "routine.schema.json", routines)
    for name, text in QUICK_ROUTINES.items():
        (routines / name).write_text(text, encoding="utf-8")
    return phone_app_build("quick", routines, os.environ)


def phone_app_of_sources() -> Path:
    """Give the phone app with the shipped routines, built without Node."""
    return phone_app_build("sources", shipped_routines_folder(), WITHOUT_NODE)


def parts_of(build: Path) -> Path:
    """Give the folder of all that the page of a build loads."""
    (parts,) = build.glob("build-*")
    return parts


def _kept(name: str, build: Callable[[Path], None]) -> Path:
    folder = KEPT / name
    KEPT.mkdir(parents=True, exist_ok=True)
    with _alone():
        if not folder.is_dir():
            for earlier in KEPT.glob(f"{name.rpartition('-')[0]}-*"):
                shutil.rmtree(earlier)
            build(folder.with_name(f"{name}.part"))
            folder.with_name(f"{name}.part").rename(folder)
    return folder


@contextmanager
def _alone() -> Iterator[None]:
    """Wait until no other process builds: SQLite locks a file on every system, until its process ends."""
    with closing(sqlite3.connect(KEPT / "lock", timeout=PATIENCE_SECONDS, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _digest(sources: Iterable[Path], path: str) -> str:
    """What a build depends on: files, installed packages, this Python, and the programs that are found."""
    told = hashlib.sha256(f"{sys.version} {os.path.realpath(shutil.which('node', path=path) or '')}".encode())
    for package in sorted(f"{one.name} {one.version}" for one in distributions()):
        told.update(package.encode())
    for folder in sources:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                told.update(f"{file.relative_to(folder)} {file.stat().st_size}\0".encode())
                told.update(file.read_bytes())
    return told.hexdigest()[:16]
