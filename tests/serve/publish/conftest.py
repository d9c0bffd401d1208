"""Two builds of the phone app for all the tests of this folder: one of sources, one compiled."""

import os
import shutil
import tarfile
from pathlib import Path

import pytest

from routine_app.data.paths import assets_folder, shipped_routines_folder
from routine_app.serve.publish.publisher import publish


@pytest.fixture(scope="session")
def source_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the phone app without Node."""
    folder = tmp_path_factory.mktemp("published") / "sources"
    publish(folder, assets_folder(), shipped_routines_folder(), {"PATH": ""})
    return folder


@pytest.fixture(scope="session")
def app_tree(source_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack what the browser runs, as sources."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(source_build / "app.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """Find the program Node."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node is not installed")
    return found


@pytest.fixture(scope="session")
def compiled_build(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the phone app with Node, which takes more than ten seconds."""
    folder = tmp_path_factory.mktemp("published") / "compiled"
    environment = {"PATH": str(Path(node).parent) + os.pathsep + os.environ["PATH"]}
    assert publish(folder, assets_folder(), shipped_routines_folder(), environment).is_compiled
    return folder
