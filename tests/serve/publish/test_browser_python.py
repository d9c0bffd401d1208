"""What is taken of Pyodide: that it is there, and is told of no packages."""

import json
from pathlib import Path

from routine_app.serve.client.web_client import client_folder
from routine_app.serve.publish.browser_python import (
    PYODIDE_LOCK,
    PYTHON_FILES,
    STANDARD_LIBRARY,
    copy_python,
)
from routine_app.serve.publish.publisher import LIBRARY_IN_BROWSER


def test_the_installed_client_has_each_file() -> None:
    """If Flet's next client has it elsewhere, this says so, and not a phone."""
    wanted = [*PYTHON_FILES, PYODIDE_LOCK, STANDARD_LIBRARY]
    assert [name for name in wanted if not (client_folder() / name).is_file()] == []


def test_nothing_else_is_copied(tmp_path: Path) -> None:
    """The files as they are, and the list of packages, which is made anew."""
    copy_python(tmp_path)
    names = {file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert names == {*PYTHON_FILES, PYODIDE_LOCK}
    for name in PYTHON_FILES:
        assert (tmp_path / name).read_bytes() == (client_folder() / name).read_bytes()


def test_pyodide_is_told_of_no_package(tmp_path: Path) -> None:
    """What else stands in its list is unchanged."""
    copy_python(tmp_path)
    whole = json.loads((client_folder() / PYODIDE_LOCK).read_text(encoding="utf-8"))
    lock = json.loads((tmp_path / PYODIDE_LOCK).read_text(encoding="utf-8"))
    assert lock == {**whole, "packages": {}}


def test_the_library_is_where_pyodide_looks_for_it() -> None:
    """The folder changes its name with Python's version."""
    lock = json.loads((client_folder() / PYODIDE_LOCK).read_text(encoding="utf-8"))
    major, minor = lock["info"]["python"].split(".")[:2]
    assert f"/lib/python{major}.{minor}/lib-dynload" == LIBRARY_IN_BROWSER
