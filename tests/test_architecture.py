"""Who may import whom, and how long a function may be."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "routine_app"

LAYERS = {
    "core": {"core"},
    "data": {"core", "data"},
    "ui": {"core", "ui"},
    "serve": {"core", "serve"},
    "cli": {"core", "data", "cli"},
    "app": {"core", "data", "ui", "serve"},
    "__main__": {"core", "data", "serve", "cli", "app"},
    "__init__": set(),
}
"""What each part of the package may import of the others."""

OUTSIDE_WORLD = {
    "asyncio",
    "io",
    "logging",
    "os",
    "pathlib",
    "random",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
}
"""Modules of the standard library that read a clock, a file, or chance, and so have no place in `core`."""

LONGEST_FUNCTION_LINES = 40

MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def tree_of(module: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(module.read_text(encoding="utf-8"))


def layer_of(module: Path) -> str:
    """The part of the package that a module belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> Iterator[str]:
    """The full names of the modules that are imported anywhere in the tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide who imports whom"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(module: Path) -> str:
    """How a failing test names the module."""
    return module.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("module", modules(), ids=named)
def test_a_layer_imports_only_what_it_may(module: Path) -> None:
    """`ui` and `data` never meet but in `app.py` and, for `data`, the command line."""
    own = [name.split(".") for name in imports_of(tree_of(module)) if name.startswith("routine_app.")]
    parts = {name[1] for name in own} - {"__version__"}
    assert parts - LAYERS[layer_of(module)] == set()


@pytest.mark.parametrize("module", sorted((PACKAGE / "core").rglob("*.py")), ids=named)
def test_the_core_is_pure(module: Path) -> None:
    """The standard library only, and of that nothing that reads a clock, a file, or chance."""
    roots = {name.split(".")[0] for name in imports_of(tree_of(module))}
    assert roots - sys.stdlib_module_names == roots & {"routine_app"}
    assert roots & OUTSIDE_WORLD == set()


@pytest.mark.parametrize("module", sorted((PACKAGE / "core").rglob("*.py")), ids=named)
def test_the_core_asks_for_no_time(module: Path) -> None:
    """No `datetime.now()`, `date.today()` and the like: time is an argument."""
    calls = [node.func for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    asked = [call.attr for call in calls if isinstance(call, ast.Attribute)]
    assert {"today", "utcnow"} & set(asked) == set()
    assert [
        ast.unparse(call)
        for call in calls
        if isinstance(call, ast.Attribute) and ast.unparse(call) in {"datetime.now", "datetime.datetime.now"}
    ] == []


@pytest.mark.parametrize("folder", ["core", "data", "cli"])
def test_only_screens_and_servers_know_flet(folder: str) -> None:
    """Commands that read and write files never load it."""
    found = {
        named(module)
        for module in (PACKAGE / folder).rglob("*.py")
        if any(name.split(".")[0].startswith("flet") for name in imports_of(tree_of(module)))
    }
    assert found == set()


@pytest.mark.parametrize("module", modules(), ids=named)
def test_functions_stay_short(module: Path) -> None:
    """None is longer than can be seen at once."""
    functions = [
        node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION_LINES} == {}


@pytest.mark.parametrize("module", modules(), ids=named)
def test_nothing_mutable_lives_in_a_module(module: Path) -> None:
    """Two browser tabs share the modules: what changes belongs to a page's own objects.

    A table in capitals is a constant by its name.
    """
    tree = tree_of(module)
    assert [node.names for node in ast.walk(tree) if isinstance(node, ast.Global)] == []
    assert [name for node in tree.body for name in mutable_names(node)] == []


def mutable_names(node: ast.stmt) -> Iterator[str]:
    """The names, not in capitals, that a statement binds to something mutable."""
    if isinstance(node, ast.Assign):
        targets, value = node.targets, node.value
    elif isinstance(node, ast.AnnAssign) and node.value is not None:
        targets, value = [node.target], node.value
    else:
        return
    if is_mutable(value):
        names = (target.id for target in targets if isinstance(target, ast.Name))
        yield from (name for name in names if not name.isupper() and not name.startswith("__"))


def is_mutable(value: ast.expr) -> bool:
    """Whether an expression makes a list, a dict, a set or the like."""
    if isinstance(value, ast.Call):
        return isinstance(value.func, ast.Name) and value.func.id in MUTABLE_CALLS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
