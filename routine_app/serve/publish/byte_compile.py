"""Turns Python's sources into the byte code of the Python that runs this: Pyodide's, when Node runs it."""

import compileall
from pathlib import Path
from py_compile import PycInvalidationMode


def compile_tree(folder: Path, shown_as: str) -> None:
    """Put a `.pyc` in place of each `.py` below the folder.

    `shown_as` is what tracebacks call the folder. Raises SyntaxError for a source that this Python cannot read.
    """
    compiled = compileall.compile_dir(
        folder,
        maxlevels=100,
        ddir=shown_as,
        quiet=1,
        legacy=True,
        optimize=2,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    if not compiled:
        raise SyntaxError(f"a file below {folder} cannot be compiled")
    for source in folder.rglob("*.py"):
        source.unlink()
