"""What the app's first screen needs of Python: found out by opening it, in the Python of the phone app, where there is Node."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from routine_app.serve.publish.node_compiler import run

log = logging.getLogger(__name__)


class FirstScreen(NamedTuple):
    """The modules that it imports, in their order, and the files that are opened until a session can begin on it."""

    imports: tuple[str, ...]
    opened: frozenset[str]


def open_first_screen(node: str, pyodide_module: Path, trees: Mapping[Path, str]) -> FirstScreen | None:
    """Open it with the files below each folder at their places; None, which is logged, if that fails."""
    arguments = [str(word) for tree, place in trees.items() for word in (tree, place)]
    told = run(node, "open the first screen", "first_screen.mjs", pyodide_module, *arguments)
    if told is None:
        return None
    try:
        found = json.loads(told)
        return FirstScreen(tuple(found["imports"]), frozenset(found["files"]))
    except (ValueError, TypeError, KeyError):
        log.warning("Node told nothing of the first screen: is %s Node?", node)
        return None
