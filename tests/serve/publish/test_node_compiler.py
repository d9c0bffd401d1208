"""Compiling ahead: Pyodide's own byte code with Node, whole sources without."""

import logging
import marshal
import os
import sys
from collections.abc import Callable
from itertools import filterfalse
from pathlib import Path

import pytest

from routine_app.serve.client.web_client import client_folder
from routine_app.serve.publish import node_compiler
from routine_app.serve.publish.byte_compile import compile_tree
from routine_app.serve.publish.node_compiler import compile_ahead, find_node
from routine_app.serve.publish.publisher import APP_IN_BROWSER, LIBRARY_IN_BROWSER
from tests.phone_app_builds import parts_of, quick_phone_app
from tests.serve.publish.conftest import below, content

PYODIDE = client_folder() / "pyodide" / "pyodide.mjs"

MAGIC_OF_3_14 = (3627).to_bytes(2, "little") + b"\r\n"
"""What byte code of Pyodide's Python begins with: Python's own `Include/internal/pycore_magic_number.h`."""
MAGIC_LENGTH = len(MAGIC_OF_3_14)
UNCHECKED_HASH = b"\x01\x00\x00\x00"
"""The flags of a `.pyc` that is valid whatever its source is (PEP 552)."""

FILES = {
    "one.py": b'"""Words."""\nNUMBER = 1\n',
    "package/__init__.py": b"",
    "package/two.py": b"def fail() -> None:\n    raise ValueError\n",
    "package/data.json": b"{}",
}

is_posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Node is a shell script")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Write a few sources, and a file beside them."""
    folder = tmp_path / "tree"
    for name, source in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(source)
    return folder


@is_posix
def test_node_is_looked_for_on_the_path(make_node: Callable[[str], str]) -> None:
    """That of the environment that is given."""
    node = make_node("exit 0")
    assert find_node({"PATH": str(Path(node).parent)}) == node


@pytest.mark.parametrize("environment", [{}, {"PATH": ""}, {"PATH": "/nowhere"}])
def test_without_a_path_there_is_no_node(environment: dict[str, str]) -> None:
    """Whatever path this process has."""
    assert find_node(environment) is None


def test_byte_code_takes_the_place_of_sources(tree: Path) -> None:
    """In this Python: files of other kinds stay, words for readers go, and tracebacks name the place it is for."""
    compile_tree(tree, "/app")
    compiled = content(tree)
    assert set(compiled) == {"one.pyc", "package/__init__.pyc", "package/two.pyc", "package/data.json"}
    assert compiled["one.pyc"][MAGIC_LENGTH : 2 * MAGIC_LENGTH] == UNCHECKED_HASH
    code = marshal.loads(compiled["package/two.pyc"][16:])  # noqa: S302 - compiled just now
    assert code.co_filename == "/app/package/two.py"
    assert b"Words." not in compiled["one.pyc"]


def test_a_source_that_cannot_be_read_is_an_error(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No source is removed then."""
    (tree / "package" / "broken.py").write_bytes(b"def\n")
    with pytest.raises(SyntaxError, match=r"a file below .* cannot be compiled"):
        compile_tree(tree, "/app")
    assert set(FILES) <= set(content(tree))
    assert "broken.py" in capsys.readouterr().out


def test_a_source_that_pyodide_cannot_read_leaves_all_sources(
    tree: Path, tmp_path: Path, node: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Of both folders, though the first was compiled already; the log has the name of the file."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "broken.py").write_bytes(b"def\n")
    with caplog.at_level(logging.WARNING):
        assert not compile_ahead(node, PYODIDE, {tree: "/app", other: "/lib/x.zip"})
    assert content(tree) == FILES
    assert content(other) == {"broken.py": b"def\n"}
    (record,) = caplog.records
    assert record.getMessage().startswith("Node could not compile: ")


@is_posix
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("echo no such option >&2; exit 1", ["non-zero exit status 1", "no such option"]),
        ("kill -9 $$", ["SIGKILL"]),
        ('rm -r "$4"/*; exit 3', ["non-zero exit status 3"]),
        ("exit 0", ["Node compiled nothing: is ", "/bin/node Node?"]),
    ],
    ids=["refuses", "is killed", "spoils its copy", "is another program"],
)
def test_a_node_that_fails_leaves_all_sources(
    tree: Path, make_node: Callable[[str], str], caplog: pytest.LogCaptureFixture, line: str, words: list[str]
) -> None:
    """One line of the log says why."""
    with caplog.at_level(logging.WARNING):
        assert not compile_ahead(make_node(line), PYODIDE, {tree: "/app"})
    assert content(tree) == FILES
    (record,) = caplog.records
    assert [word for word in words if word not in record.getMessage()] == []


@is_posix
def test_a_node_that_hangs_is_ended(
    tree: Path,
    make_node: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """When its time is over."""
    monkeypatch.setattr(node_compiler, "RUN_SECONDS", 0.2)
    with caplog.at_level(logging.WARNING):
        assert not compile_ahead(make_node("exec sleep 600"), PYODIDE, {tree: "/app"})
    assert content(tree) == FILES
    assert "timed out after 0.2 seconds" in caplog.text


def test_a_node_that_cannot_be_run_leaves_all_sources(
    tree: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Such as one that went away meanwhile."""
    with caplog.at_level(logging.WARNING):
        assert not compile_ahead(str(tmp_path / "node"), PYODIDE, {tree: "/app"})
    assert content(tree) == FILES
    assert "No such file or directory" in caplog.text or sys.platform == "win32"


@is_posix
def test_node_gets_whole_arguments(tree: Path, make_node: Callable[[str], str], tmp_path: Path) -> None:
    """The script, Pyodide, the compiler, and for each folder its copy and what tracebacks call it."""
    node = make_node(f'for word; do echo "$word"; done > {tmp_path}/words; exit 1')
    assert not compile_ahead(node, PYODIDE, {tree: "/app"})
    scripts = Path(node_compiler.__file__).parent
    assert (tmp_path / "words").read_text(encoding="utf-8").splitlines() == [
        str(scripts / "byte_compile.mjs"),
        str(PYODIDE),
        str(scripts / "byte_compile.py"),
        str(tree.with_name("tree.compiled")),
        "/app",
    ]


@pytest.mark.browser
def test_the_build_of_the_browsers_tests_is_compiled(node: str, source_build: Path, tmp_path: Path) -> None:
    """No source is left in it, every source has its byte code, and all the rest is there; it is made with Node once for all."""
    build, sources_build = parts_of(quick_phone_app(tmp_path / "routines")), parts_of(source_build)
    assert node
    assert all_below(build) == all_below(sources_build)
    for place in (APP_IN_BROWSER, LIBRARY_IN_BROWSER):
        compiled, sources = below(place, build), below(place, sources_build)
        assert [name for name in compiled if name.endswith(".py")] == []
        names = {name.removesuffix("c") if name.endswith(".pyc") else name for name in compiled}
        assert set(filterfalse(is_routine, names - MADE_WITH_NODE)) == set(filterfalse(is_routine, sources))
        headers = {content[:8] for name, content in compiled.items() if name.endswith(".pyc")}
        assert headers == {MAGIC_OF_3_14 + UNCHECKED_HASH}
    assert b"/lib/python3.14/lib-dynload/base64.py" in below(LIBRARY_IN_BROWSER, build)["base64.pyc"]
    assert b"/app/routine_app/app.py" in below(APP_IN_BROWSER, build)["routine_app/app.pyc"]


MADE_WITH_NODE = {"routine_app/phone/dataclass_methods.bin", "routine_app/phone/read_routines.bin"}


def is_routine(name: str) -> bool:
    """Whether a file is of the routines, which are others in another build."""
    return name.startswith("routine_app/routines/")


def all_below(build: Path) -> list[Path]:
    """What is in a build."""
    return sorted(path.relative_to(build) for path in build.rglob("*"))
