"""What the tests of this folder share: a build of the phone app, and a look at what a folder has."""

import shutil
import tarfile
from pathlib import Path

import pytest

from tests.phone_app_builds import parts_of, phone_app_of_sources


def content(folder: Path) -> dict[str, bytes]:
    """All files below the folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture(scope="session")
def source_build() -> Path:
    """Build the phone app without Node."""
    return phone_app_of_sources()


@pytest.fixture(scope="session")
def app_tree(source_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack what the browser runs, as sources."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(parts_of(source_build) / "app.tar.gz") as archive:
        archive.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """Find the program Node."""
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node is not installed")
    return found
