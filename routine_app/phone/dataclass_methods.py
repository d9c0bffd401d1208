"""The methods that Python writes for each dataclass, compiled ahead.

Python writes them as text, and compiles it, whenever the class is defined; it also writes a signature as the words of a
class that has none, as all have in byte code without words. Both together took half of the time in which the app and
Flet are imported.
"""

import dataclasses
import hashlib
import inspect
import marshal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType

COMPILED = Path(__file__).with_name("dataclass_methods.bin")

Methods = dict[bytes, CodeType]
"""The methods of a class by a digest of their text, which is as long as what is compiled of it."""


class _Unsigned:
    """What `dataclasses` takes of `inspect`, without signatures: it takes that as a class that has none."""

    unwrap = staticmethod(inspect.unwrap)

    @staticmethod
    def signature(*_: object, **__: object) -> None:
        raise TypeError


@contextmanager
def compiled_methods(methods: Methods) -> Iterator[Methods]:
    """Define dataclasses with these methods; those that are missing are compiled, and added."""

    def run(text: str, *namespaces: dict[str, object]) -> None:
        digest = hashlib.sha256(text.encode()).digest()
        if digest not in methods:
            methods[digest] = compile(text, "<dataclass>", "exec")
        exec(methods[digest], *namespaces)  # noqa: S102 - as `dataclasses` does with its text

    dataclasses.exec = run  # type: ignore[attr-defined]  # the built-in one, there
    dataclasses.inspect = _Unsigned  # type: ignore[attr-defined]  # the module, there
    try:
        yield methods
    finally:
        del dataclasses.exec  # type: ignore[attr-defined]
        dataclasses.inspect = inspect  # type: ignore[attr-defined]


def read_methods() -> Methods:
    """What was written; nothing where nothing was."""
    return marshal.loads(COMPILED.read_bytes()) if COMPILED.exists() else {}  # noqa: S302 - this build's own


def write_methods(methods: Methods) -> None:
    """Write them beside this module."""
    COMPILED.write_bytes(marshal.dumps(methods))
