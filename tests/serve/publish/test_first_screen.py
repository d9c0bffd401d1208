"""What the first screen needs is found out by opening it, in the Python of the phone app."""

import json
import logging
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.serve.client.web_client import client_folder
from routine_app.serve.publish.archives import DATA, LATER, LIST, MODULES, SOUNDS
from routine_app.serve.publish.first_screen import FirstScreen, open_first_screen
from routine_app.serve.publish.publisher import APP_IN_BROWSER, LIBRARY_IN_BROWSER
from tests.phone_app_builds import parts_of, quick_phone_app
from tests.serve.publish.conftest import below, unpacked

METHODS = "routine_app/phone/dataclass_methods.bin"
READ_ROUTINES = "routine_app/phone/read_routines.bin"

PYODIDE = client_folder() / "pyodide" / "pyodide.mjs"


def test_the_screen_tells_what_it_needs(
    app_tree: Path, source_build: Path, node: str, tmp_path: Path
) -> None:
    """Modules that are imported with the app, and those that the screen itself imports; routines, and no example of the help.

    The player's are not imported with it, and are opened for the session that Today offers.
    """
    app = Path(shutil.copytree(app_tree, tmp_path / "app"))
    library = tmp_path / "library"
    for name, content in below(LIBRARY_IN_BROWSER, parts_of(source_build)).items():
        (library / name).parent.mkdir(parents=True, exist_ok=True)
        (library / name).write_bytes(content)
    found = open_first_screen(node, PYODIDE, {app: APP_IN_BROWSER, library: LIBRARY_IN_BROWSER})
    assert found is not None
    assert {"asyncio", "flet.controls.core.row", "routine_app.ui.library.screen"} <= set(found.imports)
    assert found.imports.index("routine_app.core.errors") < found.imports.index("routine_app.app")
    assert {
        f"{LIBRARY_IN_BROWSER}/asyncio/tasks.py",
        f"{APP_IN_BROWSER}/routine_app/routines/runner-hips.yaml",
        f"{APP_IN_BROWSER}/{METHODS}",
        f"{APP_IN_BROWSER}/{READ_ROUTINES}",
    } <= found.opened
    player = "routine_app.ui.player.player"
    assert player not in found.imports
    assert any(name.startswith(f"{APP_IN_BROWSER}/{player.replace('.', '/')}.py") for name in found.opened)
    assert [
        name for name in found.opened if "/cookbook/" in name or not name.startswith(("/app/", "/lib/"))
    ] == []
    assert (app / METHODS).stat().st_size > 0
    assert b"Runner's hips" in (app / READ_ROUTINES).read_bytes()


@pytest.mark.browser
def test_the_build_of_the_browsers_tests_has_its_modules_apart(node: str, tmp_path: Path) -> None:
    """What the first screen imports is in one archive, with nothing that is no module; the rest comes after it."""
    assert node
    parts = parts_of(quick_phone_app(tmp_path / "routines"))
    found = unpacked(parts)
    listed = json.loads((parts / LIST).read_text(encoding="utf-8"))
    assert {
        f"/app/{METHODS}",
        f"/app/{READ_ROUTINES}",
        "/app/routine_app/app.pyc",
        f"{LIBRARY_IN_BROWSER}/asyncio/tasks.pyc",
    } <= set(found[MODULES])
    assert "/app/segno/cli.pyc" in found[LATER]
    assert "/app/routine_app/assets/voice/bridge.mp3" in found[SOUNDS]
    assert {"/app/routine_app/routines/two-holds.yaml"} <= set(found[DATA])
    assert listed["imports"][-1] != "routine_app.app"
    assert "routine_app.app" in listed["imports"]


def test_without_node_each_module_may_be_needed(source_build: Path) -> None:
    """Sounds and the voice come after the first screen all the same."""
    found = unpacked(parts_of(source_build))
    assert json.loads((parts_of(source_build) / LIST).read_text(encoding="utf-8"))["imports"] == [
        "routine_app.app"
    ]
    assert found[LATER] == {}
    assert [name for name in found[SOUNDS] if not name.endswith((".mp3", ".png"))] == []
    assert {"/app/routine_app/app.py", "/app/segno/cli.py"} <= set(found[MODULES])


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Node is a shell script")
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("echo no such module >&2; exit 1", ["Node could not open the first screen: ", "no such module"]),
        ("echo hello", ["Node told nothing of the first screen: is ", "/bin/node Node?"]),
        ("echo '[]'", ["Node told nothing of the first screen: is ", "/bin/node Node?"]),
        ("exit 0", ["Node told nothing of the first screen: is ", "/bin/node Node?"]),
    ],
    ids=["fails", "prints something else", "prints another list", "prints nothing"],
)
def test_a_screen_that_does_not_open_is_told(
    make_node: Callable[[str], str], caplog: pytest.LogCaptureFixture, line: str, words: list[str]
) -> None:
    """In one line of the log: the build goes on without it."""
    with caplog.at_level(logging.WARNING):
        assert open_first_screen(make_node(line), PYODIDE, {}) is None
    (record,) = caplog.records
    assert [word for word in words if word not in record.getMessage()] == []


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for Node is a shell script")
def test_what_is_told_is_read(make_node: Callable[[str], str]) -> None:
    """The modules in their order."""
    node = make_node("""echo '{"imports": ["b", "a"], "files": ["/app/a.pyc"]}'""")
    assert open_first_screen(node, PYODIDE, {}) == FirstScreen(("b", "a"), frozenset({"/app/a.pyc"}))
