"""What is left out of Python's standard library: nothing that what stays imports."""

import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from routine_app.serve.client.web_client import client_folder
from routine_app.serve.publish.browser_python import STANDARD_LIBRARY
from routine_app.serve.publish.standard_library import NEEDED, UNUSED, unpack_library
from tests.serve.publish.conftest import content
from tests.serve.publish.module_imports import imports_at_start

ARCHIVE = client_folder() / STANDARD_LIBRARY

PROGRAMS = {
    "asyncio/__main__.py": "`python -m asyncio`, a console; no app imports it",
    "platformdirs/pytest_plugin.py": "pytest alone imports it",
}
"""What stays and imports something that is left out, and why it may."""


@pytest.fixture(scope="module")
def whole() -> Mapping[str, bytes]:
    """Read the library that Pyodide brings."""
    with zipfile.ZipFile(ARCHIVE) as library:
        return {name: library.read(name) for name in library.namelist() if not name.endswith("/")}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Unpack the part that is used."""
    folder = tmp_path_factory.mktemp("library")
    unpack_library(ARCHIVE, folder)
    return content(folder)


def module_name(file: str) -> str:
    """The full name of the module that a file is."""
    return file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def package_name(file: str) -> str:
    """The full name of the package that a file is in, or is."""
    return file.rpartition("/")[0].replace("/", ".")


def test_what_stays_is_unchanged(whole: Mapping[str, bytes], kept: Mapping[str, bytes]) -> None:
    """And a good part is left out."""
    assert {name: whole[name] for name in kept} == kept
    assert 200 < len(kept) < len(whole)


@pytest.mark.parametrize(
    "name",
    [
        "abc.py",
        "asyncio/events.py",
        "encodings/cp1252.py",
        "encodings/cp437.py",
        "encodings/iso8859_1.py",
        "encodings/utf_8.py",
        "sqlite3/dbapi2.py",
    ],
)
def test_what_the_app_uses_stays(kept: Mapping[str, bytes], name: str) -> None:
    """By the names of some; `zipfile` looks for the text encoding cp437 as it opens an archive."""
    assert name in kept


def test_every_name_that_is_needed_would_be_left_out(whole: Mapping[str, bytes]) -> None:
    """Else it need not stand in that list; and it is in the library."""
    assert [name for name in NEEDED if not name.startswith(UNUSED) or name not in whole] == []


def test_nothing_that_stays_imports_what_is_left_out(
    whole: Mapping[str, bytes], kept: Mapping[str, bytes], app_tree: Path
) -> None:
    """Of the library, of the app, and of all that it brings; in a browser it would be a ModuleNotFoundError."""
    left_out = {module_name(name) for name in set(whole) - set(kept)}
    assert {"unittest", "pydoc", "encodings.cp1251", "xmlrpc.client"} <= left_out
    files = {**kept, **content(app_tree)}
    assert sorted(missing(files, left_out)) == []


def test_each_exception_is_one(whole: Mapping[str, bytes], kept: Mapping[str, bytes], app_tree: Path) -> None:
    """What no longer imports such a thing is taken from the list."""
    left_out = {module_name(name) for name in set(whole) - set(kept)} | {"pytest"}
    files = {**kept, **content(app_tree)}
    for name in PROGRAMS:
        assert imports_at_start(files[name], package_name(name)) & left_out


def missing(files: Mapping[str, bytes], left_out: set[str]) -> Iterator[str]:
    """A line for each import of a module that is not there."""
    for name, source in files.items():
        if name.endswith(".py") and name not in PROGRAMS:
            for module in imports_at_start(source, package_name(name)) & left_out:
                yield f"{name} imports {module}, which standard_library.UNUSED leaves out"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import a.b, c as d", {"a.b", "c"}),
        ("from a import b as c", {"a", "a.b"}),
        (
            "from . import b\nfrom .c import d\nfrom .. import e",
            {"p.q", "p.q.b", "p.q.c", "p.q.c.d", "p", "p.e"},
        ),
        ("if x:\n  import a\nelse:\n  import b\nclass C:\n  import c", {"a", "b", "c"}),
        ("def f():\n  import a\nasync def g():\n  import b", set()),
        ("if TYPE_CHECKING:\n  import a\nelse:\n  import b", {"b"}),
        ("if __name__ == '__main__':\n  import a", set()),
        ("try:\n  import a\nexcept ImportError:\n  import b", {"b"}),
        ("try:\n  import a\nexcept KeyError:\n  import b", {"a", "b"}),
        ("import a, b\nfrom c import d\ndef f(: t'new'", {"a", "b", "c", "c.d"}),
    ],
)
def test_imports_are_found(source: str, names: set[str]) -> None:
    """The reader of this folder's tests, tested."""
    assert imports_at_start(source.encode(), "p.q") == names
