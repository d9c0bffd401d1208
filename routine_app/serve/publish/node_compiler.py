"""Compiles the phone app's Python ahead, where Node can run the Python that it is for."""

import logging
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

RUN_SECONDS = 300.0
"""How long a run may take; on two shared cores compiling takes 8 s."""

SCRIPTS = Path(__file__).parent

log = logging.getLogger(__name__)


def find_node(environment: Mapping[str, str]) -> str | None:
    """The program `node` on this path, if there is one."""
    return shutil.which("node", path=environment.get("PATH", ""))


def compile_ahead(node: str, pyodide_module: Path, trees: Mapping[Path, str]) -> bool:
    """Replace the sources below each folder by byte code; False, with all sources left, if that fails.

    `trees` says for each folder what tracebacks are to call it.
    """
    compiled = {tree: tree.with_name(f"{tree.name}.compiled") for tree in trees}
    for tree, copy in compiled.items():
        shutil.copytree(tree, copy)
    arguments = [str(word) for tree, shown_as in trees.items() for word in (compiled[tree], shown_as)]
    if (
        run(node, "compile", "byte_compile.mjs", pyodide_module, SCRIPTS / "byte_compile.py", *arguments)
        is None
    ):
        return False
    if any(next(copy.rglob("*.py"), None) for copy in compiled.values()):
        log.warning("Node compiled nothing: is %s Node?", node)
        return False
    for tree, copy in compiled.items():
        shutil.rmtree(tree)
        copy.rename(tree)
    return True


def run(node: str, purpose: str, script: str, *arguments: str | Path) -> str | None:
    """What a script of this folder prints; None, which is logged as that it cannot serve its purpose, if it fails."""
    try:
        ended = subprocess.run(  # noqa: S603 - the program is Node, the arguments are this project's own files
            [node, SCRIPTS / script, *arguments],
            check=True,
            capture_output=True,
            encoding="utf-8",
            timeout=RUN_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("Node could not %s: %s %s", purpose, error, getattr(error, "stderr", "") or "")
        return None
    return ended.stdout
