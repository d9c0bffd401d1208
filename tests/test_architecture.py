"""Who may import whom, how long a function may be, and what a module may not hold."""

import ast
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "routine_app"

LAYERS = {
    "core": {"core"},
    "data": {"core", "data"},
    "ui": {"core", "ui"},
    "serve": {"core", "serve"},
    "cli": {"core", "data", "serve", "cli", "app"},
    "app": {"core", "data", "ui", "serve", "phone"},
    "phone": {"core", "data", "phone", "app"},
    "__main__": {"cli"},
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

ROOMS = {
    "text",
    "files",
    "routine",
    "routines",
    "yaml",
    "library",
    "session",
    "player",
    "cues",
    "balance",
    "feedback",
    "history",
    "editor",
    "sharing",
    "settings",
    "help",
    "voice",
    "shell",
    "kit",
}
"""How the folders of `core`, `data` and `ui` may be called: the same capability has the same name in each layer."""

ROOMS_WITHIN = {"exchange", "other_apps", "reader", "edits", "layout", "mistakes"}
"""The folders inside of these."""

MOST_MODULES = 15

SHOWN_INSIDE = {
    "ui/library": {"ui/balance", "ui/player"},
    "ui/balance": {"ui/feedback"},
    "ui/history": {"ui/feedback"},
    "ui/editor": {"ui/help"},
    "ui/player": {"ui/player/layout", "ui/feedback"},
}
"""What a folder of screens uses of another, beside `shell` and `kit`: a card that is shown inside its own."""

LONGEST_FUNCTION_LINES = 40

MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}

Faults = dict[str, list[str]]
"""What breaks a rule, by module."""


def modules(*parts: str) -> list[Path]:
    """Every module of the package, or of these parts of it."""
    return sorted(module for module in PACKAGE.rglob("*.py") if not parts or part_of(module) in parts)


@cache
def tree_of(module: Path) -> ast.Module:
    """The module's syntax tree, parsed once for all the rules."""
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def nodes_of(module: Path) -> list[ast.AST]:
    """All that is anywhere in the module's syntax tree."""
    return list(ast.walk(tree_of(module)))


def part_of(module: Path) -> str:
    """The part of the package that a module belongs to."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name_of(module: Path) -> str:
    """How a failing test names the module."""
    return module.relative_to(PACKAGE).as_posix()


@cache
def imports_of(module: Path) -> frozenset[str]:
    """The full names of what is imported anywhere in the module; a relative one begins with a dot."""
    names: set[str] = set()
    for node in nodes_of(module):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.update(f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)
    return frozenset(names)


def roots_of(module: Path) -> set[str]:
    """The first names of all that the module imports."""
    return {name.split(".")[0] for name in imports_of(module)}


def faults(rule: Callable[[Path], Iterable[str]], *parts: str) -> Faults:
    """What breaks the rule in the package, or in these parts of it: nothing for a module that keeps it."""
    return {name_of(module): found for module in modules(*parts) if (found := sorted(rule(module)))}


def test_every_part_of_the_package_is_known() -> None:
    """A new one must say what it may import; and no rule here looks at a folder that is not there."""
    assert {part_of(module) for module in modules()} == set(LAYERS)


def test_imports_are_absolute() -> None:
    """A relative one would hide who imports whom."""
    assert faults(lambda module: {name for name in imports_of(module) if name.startswith(".")}) == {}


def test_a_layer_imports_only_what_it_may() -> None:
    """`ui` and `data` never meet but in `app.py` and, for `data`, the command line."""
    assert faults(lambda module: own_parts_imported(module) - LAYERS[part_of(module)]) == {}


def own_parts_imported(module: Path) -> set[str]:
    """The parts of the package that the module imports."""
    own = {name.split(".")[1] for name in imports_of(module) if name.startswith("routine_app.")}
    return own - {"__version__"}


def folder_of(name: str) -> str:
    """The folder of a module by its full name, as `ui/player`."""
    return "/".join(name.split(".")[1:-1])


def folders_imported() -> dict[str, set[str]]:
    """For each folder below a layer, those of the same layer that its modules import."""
    names = {"routine_app." + name_of(module).removesuffix(".py").replace("/", ".") for module in modules()}
    found: dict[str, set[str]] = {}
    for module in modules():
        folder = module.parent.relative_to(PACKAGE).as_posix()
        imported = {name if name in names else name.rpartition(".")[0] for name in imports_of(module)}
        others = {folder_of(name) for name in imported & names}
        layer = folder.split("/", maxsplit=1)[0]
        found.setdefault(folder, set()).update(o for o in others - {folder} if o.startswith(f"{layer}/"))
    return {folder: others for folder, others in found.items() if "/" in folder}


def test_the_rooms_have_the_same_names_in_each_layer() -> None:
    """Whoever knows the capability knows the folder on every floor."""
    folders = {module.parent.relative_to(PACKAGE).parts for module in modules("core", "data", "ui")}
    odd = {f for f in folders if not set(f[1:2]) <= ROOMS or not set(f[2:]) <= ROOMS_WITHIN}
    assert odd == set()


def test_no_folder_is_too_long() -> None:
    """What is in it can be read at a glance."""
    folders = [module.parent for module in modules() if module.name != "__init__.py"]
    long = {
        name_of(folder): folders.count(folder) for folder in folders if folders.count(folder) > MOST_MODULES
    }
    assert long == {}


def test_the_folders_of_a_layer_form_no_cycle() -> None:
    """One is understood after another, and none needs itself."""
    left = folders_imported()
    while ends := {folder for folder, others in left.items() if not others & left.keys()}:
        left = {folder: others for folder, others in left.items() if folder not in ends}
    assert left == {}


def test_screens_use_others_for_what_is_shown_inside_alone() -> None:
    """All else goes through the shell and the kit."""
    used = {
        f: others - {"ui/shell", "ui/kit"} for f, others in folders_imported().items() if f.startswith("ui/")
    }
    assert {
        f: others - SHOWN_INSIDE.get(f, set())
        for f, others in used.items()
        if others - SHOWN_INSIDE.get(f, set())
    } == {}


def test_the_core_imports_the_standard_library_alone() -> None:
    """And itself."""
    assert faults(lambda module: roots_of(module) - sys.stdlib_module_names - {"routine_app"}, "core") == {}


def test_the_core_is_pure() -> None:
    """It imports nothing that reads a clock, a file, or chance."""
    assert faults(lambda module: roots_of(module) & OUTSIDE_WORLD, "core") == {}


def test_the_core_asks_for_no_time() -> None:
    """No `datetime.now()`, `date.today()` and the like: time is an argument."""
    assert faults(times_asked, "core") == {}


def times_asked(module: Path) -> Iterator[str]:
    """The calls that read a clock."""
    calls = [node.func for node in nodes_of(module) if isinstance(node, ast.Call)]
    for call in calls:
        if isinstance(call, ast.Attribute):
            asked = ast.unparse(call)
            if call.attr in {"today", "utcnow"} or asked in {"datetime.now", "datetime.datetime.now"}:
                yield asked


def test_only_screens_and_servers_know_flet() -> None:
    """Commands that read and write files never load it."""
    assert faults(flet_imports, "core", "data", "cli") == {}


def flet_imports(module: Path) -> set[str]:
    """What the module imports of Flet and its extensions."""
    return {name for name in roots_of(module) if name.startswith("flet")}


def test_functions_stay_short() -> None:
    """None is longer than can be seen at once."""
    assert faults(long_functions) == {}


def long_functions(module: Path) -> Iterator[str]:
    """The functions and methods that are too long, with their lines."""
    for node in nodes_of(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION_LINES:
                yield f"{node.name}: {lines} lines"


def test_nothing_mutable_lives_in_a_module() -> None:
    """Two browser tabs share the modules: what changes belongs to a page's own objects.

    A table in capitals is a constant by its name.
    """
    assert (
        faults(lambda module: (name for node in tree_of(module).body for name in mutable_names(node))) == {}
    )


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


def test_no_function_binds_a_name_of_its_module() -> None:
    """The word `global` would let one browser tab change what another reads."""
    assert faults(globals_bound) == {}


def globals_bound(module: Path) -> Iterator[str]:
    """The names that functions of the module declare as global."""
    for node in nodes_of(module):
        if isinstance(node, ast.Global):
            yield from node.names


def test_colours_are_named_in_the_theme_alone() -> None:
    """No screen has a colour of its own, which would not turn dark."""
    found = faults(colours_named, "ui")
    assert found.pop("ui/kit/theme.py")
    assert found == {}


def colours_named(module: Path) -> Iterator[str]:
    """Where the module speaks of Flet's colours, and the texts in it that are a colour's number."""
    if "ft.Colors." in module.read_text(encoding="utf-8"):
        yield "ft.Colors"
    texts = [node.value for node in nodes_of(module) if isinstance(node, ast.Constant)]
    yield from (t for t in texts if isinstance(t, str) and re.fullmatch(r"#[0-9A-Fa-f]{3,8}", t))
