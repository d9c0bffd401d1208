"""Two builds of the phone app for all the tests of this folder: one of sources, one compiled."""

import os
import shutil
import tarfile
from pathlib import Path

import pytest

from routine_app.data.paths import shipped_routines_folder
from tests.phone_app_builds import WITHOUT_NODE, phone_app_build


@pytest.fixture(scope="session")
def source_build() -> Path:
    """Build the phone app without Node."""
    return phone_app_build("sources", shipped_routines_folder(), WITHOUT_NODE)


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
def compiled_build(node: str) -> Path:
    """Build the phone app with Node, which takes more than ten seconds."""
    return phone_app_build(
        "compiled",
        shipped_routines_folder(),
        {"PATH": str(Path(node).parent) + os.pathsep + os.environ["PATH"]},
    )
