"""The Python that the phone app runs: this package, what it needs of others, and the files that it reads."""

import importlib.util
from pathlib import Path

import routine_app
from routine_app.serve.client.file_tree import copy_new

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

UNPORTABLE = (".pyc", ".pyd", ".pyi", ".so", "/py.typed")
"""Endings of what was made for this machine's Python, or for checkers of types."""

OWN_PARTS = ("__init__.py", "app.py", "core", "data", "phone", "ui")
"""What of this package runs in a browser: not the command line, nor the servers."""

ASSETS = ("figures", "icons/icon-512.png", "sounds", "voice")
"""What Python reads of the assets: folders, and a file; the rest is the page's."""


def copy_app(folder: Path, assets: Path, routines: Path) -> None:
    """Copy all of it below the folder, which is to stand on Python's path."""
    for package in PACKAGES:
        _copy(_source_of(package), folder)
    own = folder / "routine_app"
    for part in OWN_PARTS:
        _copy(Path(routine_app.__file__).with_name(part), own)
    for name in ASSETS:
        _copy(assets / name, (own / "assets" / name).parent)
    _copy(routines, own)


def _source_of(package: str) -> Path:
    """The folder of an installed package, or the one file that it is."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed", name=package)
    origin = Path(spec.origin)
    return origin.parent if spec.submodule_search_locations else origin


def _copy(source: Path, folder: Path) -> None:
    """Copy one file, or all below a folder, into another folder, but for what is unused or not portable."""
    for file in sorted(source.rglob("*")) if source.is_dir() else [source]:
        name = file.relative_to(source.parent).as_posix()
        if file.is_file() and not name.startswith(UNUSED) and not name.endswith(UNPORTABLE):
            copy_new(file, folder / name)
