"""What the tests of this folder share: a build of the phone app, and a look at what a folder has."""

import json
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from routine_app.serve.publish.archives import ENDING, LIST
from routine_app.serve.publish.publisher import APP_IN_BROWSER
from tests.phone_app_builds import parts_of, phone_app_of_sources


def content(folder: Path) -> dict[str, bytes]:
    """All files below the folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def unpacked(parts: Path) -> dict[str, dict[str, bytes]]:
    """The files of each archive of a build, by their places in the browser."""
    sizes: dict[str, dict[str, int]] = json.loads((parts / LIST).read_text(encoding="utf-8"))["sizes"]
    return {name: _cut((parts / f"{name}{ENDING}").read_bytes(), listed) for name, listed in sizes.items()}


def _cut(archive: bytes, sizes: dict[str, int]) -> dict[str, bytes]:
    rest, files = zlib.decompress(archive), {}
    for path, size in sizes.items():
        files[path], rest = rest[:size], rest[size:]
    assert rest == b""
    return files


def below(place: str, parts: Path) -> dict[str, bytes]:
    """All files that are below a place in the browser, by their paths from there."""
    return {
        path.removeprefix(f"{place}/"): content
        for files in unpacked(parts).values()
        for path, content in files.items()
        if path.startswith(f"{place}/")
    }


@pytest.fixture(scope="session")
def source_build() -> Path:
    """Build the phone app without Node."""
    return phone_app_of_sources()


@pytest.fixture(scope="session")
def app_tree(source_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack what the browser runs, as sources."""
    folder = tmp_path_factory.mktemp("unpacked")
    for name, packed in below(APP_IN_BROWSER, parts_of(source_build)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(packed)
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """Find the program Node."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node is not installed")
    return found


@pytest.fixture
def make_node(tmp_path: Path) -> Callable[[str], str]:
    """Make a program `node` of a line of shell."""

    def make(line: str) -> str:
        (tmp_path / "bin").mkdir()
        program = tmp_path / "bin" / "node"
        program.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        program.chmod(0o755)
        return str(program)

    return make
