"""The Python that the phone app runs: this package, what it needs of others, and the files that it reads."""

import importlib.util
import shutil
from collections.abc import Iterator
from pathlib import Path

import routine_app

PACKAGES = (
    "flet",
    "flet_audio",
    "flet_charts",
    "flet_code_editor",
    "msgpack",
    "platformdirs",
    "repath",
    "segno",
    "six",
    "yaml",
)
"""What the package imports in a browser, directly or not. Pyodide brings none of these; each runs there as
plain Python: msgpack and yaml do without their compiled parts when those are missing."""

UNUSED = (
    "flet/cli.py",
    "flet/fastapi",
    "flet/testing",
    "flet/pytest_plugin.py",
    "flet_charts/matplotlib_backends",
)
"""Parts of those packages that no app imports."""

THIS_MACHINES = (".pyc", ".pyd", ".pyi", ".so")
"""Endings of what was made for this machine's Python, or for checkers of types."""

OWN_PARTS = ("__init__.py", "app.py", "core", "data", "ui")
"""What of this package runs in a browser: not the command line, nor the servers."""


ASSETS = ("figures", "sounds", "voice")
"""The folders of the assets that Python reads; the rest is the page's."""


def copy_app(folder: Path, assets: Path, routines: Path) -> None:
    """Copy all of it below the folder, which is to stand on Python's path."""
    for package in PACKAGES:
        _copy(_source_of(package), folder)
    for name in UNUSED:
        _remove(folder / name)
    own = folder / "routine_app"
    own.mkdir()
    for part in OWN_PARTS:
        _copy(Path(routine_app.__file__).with_name(part), own)
    for name in ASSETS:
        shutil.copytree(assets / name, own / "assets" / name)
    shutil.copytree(routines, own / "routines")


def _source_of(package: str) -> Path:
    """The folder of an installed package, or the one file that it is."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed", name=package)
    origin = Path(spec.origin)
    return origin.parent if spec.submodule_search_locations else origin


def _copy(source: Path, folder: Path) -> None:
    if source.is_file():
        shutil.copyfile(source, folder / source.name)
        return
    for file in _portable_files(source):
        target = folder / source.name / file.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _portable_files(folder: Path) -> Iterator[Path]:
    """The files that mean something to a Python elsewhere: sources, and the data beside them."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix not in THIS_MACHINES and file.name != "py.typed":
            yield file


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
