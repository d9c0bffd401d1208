"""What a Python source imports as soon as it is imported itself, read from its text."""

import ast
import re
from collections.abc import Iterator, Sequence

IMPORT_ERRORS = {"ImportError", "ModuleNotFoundError", "Exception"}
NOT_RUN = {"TYPE_CHECKING", "typing.TYPE_CHECKING", "__name__ == '__main__'"}
STATEMENTS = ast.stmt | ast.excepthandler | ast.match_case
PLAIN_IMPORT = re.compile(rb"^(?:from ([\w.]+) import ([\w, ]*)|import ([\w., ]+))", re.MULTILINE)


def imports_at_start(source: bytes, package: str) -> set[str]:
    """The full names that are imported when the module is: the modules, and what is taken from them.

    `package` is the package that the module is in, or is. Left out is what is imported inside functions, for
    checkers of types, for a module that runs as a program, for an older Python, and where it may be missing.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:  # of a Python newer than this one
        return set(_by_lines(source))
    return {name for node in _run_at_start(tree) for name in _names_of(node, package)}


def _by_lines(source: bytes) -> Iterator[str]:
    for match in PLAIN_IMPORT.finditer(source):
        module, names, modules = (part.decode() if part else "" for part in match.groups())
        yield from (word.split()[0] for word in modules.split(",") if word.strip())
        if module:
            yield module
            yield from (f"{module}.{word.split()[0]}" for word in names.split(",") if word.strip())


def _run_at_start(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for child in _parts_run(node):
        yield from _run_at_start(child)


def _parts_run(node: ast.AST) -> Sequence[ast.AST]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return ()
    if isinstance(node, ast.If) and ast.unparse(node.test) in NOT_RUN:
        return node.orelse
    if isinstance(node, ast.If) and ast.unparse(node.test).startswith("sys.version_info >= "):
        return node.body
    if isinstance(node, ast.Try) and any(_catches_import_error(handler) for handler in node.handlers):
        return [*node.handlers, *node.orelse, *node.finalbody]
    return [child for child in ast.iter_child_nodes(node) if isinstance(child, STATEMENTS)]


def _catches_import_error(handler: ast.ExceptHandler) -> bool:
    caught = set(re.findall(r"\w+", ast.unparse(handler.type))) if handler.type else {"Exception"}
    return bool(caught & IMPORT_ERRORS)


def _names_of(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
        module = ".".join([*above, *([node.module] if node.module else [])])
        yield module
        yield from (f"{module}.{alias.name}" for alias in node.names)
