"""The package as its users install it."""

import json
import os
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution, distributions, packages_distributions
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from routine_app.data.paths import shipped_routines_folder

PROJECT = Path(__file__).parent.parent
TITLE = "Runner's hips"
RUN_PROGRAM = """
import sys
from importlib.metadata import entry_points
(program,) = entry_points(group="console_scripts", name="routine-app")
sys.exit(program.load()())
"""
"""What pip writes into a program: it runs what the package says of itself."""


class Installed(NamedTuple):
    """The program in an environment of its own, and the variables to run it with."""

    program: tuple[str, ...]
    environment: dict[str, str]
    elsewhere: Path

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command from a folder that is not the project."""
        return subprocess.run(
            [*self.program, *arguments],
            check=False,
            capture_output=True,
            text=True,
            cwd=self.elsewhere,
            env=self.environment,
            timeout=60,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel, and install it beside what it requires and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=PROJECT, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv")
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "venv")}))
    with zipfile.ZipFile(wheel) as archive:  # all that installing a wheel without compiled parts is: PEP 427
        archive.extractall(packages)
    (packages / "required.pth").write_text(required_alone(packages), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["ROUTINE_APP_HOME"] = str(folder / "home")
    (folder / "elsewhere").mkdir()
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    return Installed((str(python), "-c", RUN_PROGRAM), environment, folder / "elsewhere")


def required_alone(packages: Path) -> str:
    """Two lines of a `.pth` file: where packages are installed here, and to have none but those that the app requires."""
    (app,) = distributions(path=[str(packages)])
    required, to_come = {"routine-app"}, requirements(app)
    while to_come:
        required |= to_come
        to_come = {name for package in to_come for name in requirements(distribution(package))} - required
    installed = packages_distributions().items()
    others = [name for name, owners in installed if not required & set(map(canonicalize_name, owners))]
    return f"{sysconfig.get_path('purelib')}\nimport sys; sys.modules.update(dict.fromkeys({others}))\n"


def requirements(package: Distribution) -> set[str]:
    """The packages that a package requires on this system, without its extras."""
    return {
        canonicalize_name(requirement.name)
        for requirement in map(Requirement, package.requires or [])
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""})
    }


def test_the_shipped_routines_come_along(installed: Installed) -> None:
    """They are listed, and there is nothing wrong with them."""
    listed = json.loads(installed.run("list", "--json").stdout)["routines"]
    assert TITLE in {routine["title"] for routine in listed if routine["shipped"]}
    checked = installed.run("check")
    assert (checked.returncode, checked.stderr) == (0, "")
    cookbook = list((shipped_routines_folder() / "cookbook").glob("*.yaml"))
    assert checked.stdout.splitlines()[-1] == f"{len(listed) + len(cookbook)} files, no errors"


def test_files_are_kept_where_they_should(installed: Installed) -> None:
    """The user's below ROUTINE_APP_HOME, the shipped ones inside the package."""
    paths = json.loads(installed.run("paths", "--json").stdout)
    assert paths["history"] == str(Path(installed.environment["ROUTINE_APP_HOME"], "history.db"))
    assert Path(paths["assets"], "figures").is_dir()
    assert PROJECT not in Path(paths["shipped_routines"]).parents


@pytest.fixture
def address(installed: Installed) -> Iterator[str]:
    """Where the installed app is served."""
    with subprocess.Popen(
        [*installed.program, "serve", "--port", "0"],
        cwd=installed.elsewhere,
        env=installed.environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        yield next(word for word in process.stdout.readline().split() if word.startswith("http"))
        process.terminate()


def test_it_serves_its_page_and_assets(installed: Installed, address: str) -> None:
    """The page and a picture come from the installed package, and nothing is left where it ran."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - the test's own server
        assert "Routine App" in answer.read().decode()
    with urllib.request.urlopen(f"{address}/icons/icon-192.png", timeout=30) as answer:  # noqa: S310 - the same
        assert answer.read().startswith(b"\x89PNG")
    assert list(installed.elsewhere.iterdir()) == []
