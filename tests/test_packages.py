"""Native packages: what Flet's own tool makes of our settings, and the app as a package holds it."""

import argparse
import compileall
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from flet_cli.commands.build import Command  # type: ignore[import-untyped]  # Flet types only its main package
from flet_cli.utils.app_excludes import find_default_excludes  # type: ignore[import-untyped]  # the same
from flet_cli.utils.pyproject_toml import load_pyproject_toml  # type: ignore[import-untyped]  # the same
from flet_cli.utils.python_versions import PythonRelease  # type: ignore[import-untyped]  # the same
from packaging.requirements import Requirement

from routine_app.ui.kit.theme import dark_theme, light_theme

PROJECT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIREMENTS = [Requirement(text) for text in PYPROJECT["project"]["dependencies"]]
TARGETS = ("apk", "aab", "ipa", "macos", "windows", "linux")
GREEN = "#0E7C66"
PACKAGED_PYTHON = PythonRelease("3.14", "3.14.0", "314.0", ("arm64-v8a", "x86_64"), prerelease=False)
"""Flet asks the network which Pythons there are; any will do here."""

PHONE_SYSTEMS = ("Android", "iOS")
DESKTOP_SYSTEMS = ("Linux", "Darwin", "Windows")
SERVER_ONLY = {"flet-desktop", "flet-web"}
"""What opens a window or serves browsers: the package is itself the window."""


def build_command(target: str) -> Any:  # noqa: ANN401 - Flet's class has no types
    """Flet's command for this target, with our settings read and no Flutter asked for."""
    parser = argparse.ArgumentParser()
    command = Command(parser)
    command.options = parser.parse_args(
        [target, str(PROJECT), "--build-version", "1.2.3", "--build-number", "4"]
    )
    command.target_platform = target
    command.package_platform = command.platforms[target]["package_platform"]
    command.config_platform = command.platforms[target]["config_platform"]
    command.python_app_path = PROJECT
    command.build_dir = PROJECT / "build"
    command.flutter_dir = command.build_dir / "flutter"
    command.get_pyproject = load_pyproject_toml(PROJECT)
    command.python_release = PACKAGED_PYTHON
    command.validate_entry_point()
    command.setup_template_data()
    return command


@pytest.fixture(scope="module")
def commands() -> dict[str, Any]:
    """Flet's command for each target."""
    return {target: build_command(target) for target in TARGETS}


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app's folder as Flet puts it into a package: without what is excluded, and compiled."""
    excluded = ["build", *PYPROJECT["tool"]["flet"]["app"]["exclude"]]
    hidden = find_default_excludes(PROJECT, [], excluded)
    left_out = {*excluded, *(Path(name).as_posix() for name in hidden)}
    target = tmp_path_factory.mktemp("package") / "app"

    def ignored(folder: str, names: list[str]) -> set[str]:
        below = Path(folder).relative_to(PROJECT)
        return {name for name in names if (below / name).as_posix() in left_out}

    shutil.copytree(PROJECT, target, ignore=ignored)
    compileall.compile_dir(target, quiet=1, legacy=True)
    for source in target.rglob("*.py"):
        source.unlink()
    return target


@pytest.fixture
def phone_environment(tmp_path: Path) -> dict[str, str]:
    """The variables of a packaged app whose folder is empty, and none that would lead it elsewhere."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "ROUTINE_APP_HOME")
    }
    return kept | {"FLET_APP_STORAGE_DATA": str(tmp_path)}


def run_packaged(packaged: Path, environment: dict[str, str], *arguments: str) -> str:
    """What Python prints when it runs in the package's folder."""
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=packaged,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def names_installed(system: str, sys_platform: str, kernel: str) -> set[str]:
    """The names of our dependencies that pip installs there."""
    environment = {"platform_system": system, "sys_platform": sys_platform, "platform_version": kernel}
    return {need.name for need in REQUIREMENTS if need.marker is None or need.marker.evaluate(environment)}


@pytest.mark.parametrize("target", TARGETS)
def test_package_bears_our_names(commands: dict[str, Any], target: str) -> None:
    """No name of Flet's template is left where a user sees it."""
    data = commands[target].template_data
    assert data["product_name"] == "Routine App"
    assert data["artifact_name"] == "routine-app"
    assert data["bundle_id"] == "org.routineapp.routine"
    assert data["company_name"] == "Routine App authors"
    assert data["copyright"] in (PROJECT / "LICENSE").read_text(encoding="utf-8")


def test_bundle_id_suits_every_store(commands: dict[str, Any]) -> None:
    """Android knows no hyphen and Apple no underscore."""
    assert re.fullmatch(r"[a-z]+(\.[a-z][a-z0-9]*)+", commands["apk"].template_data["bundle_id"])


@pytest.mark.parametrize("target", TARGETS)
def test_version_reaches_flutter(commands: dict[str, Any], target: str) -> None:
    """Our version is dynamic, so that Flet learns it from its command line alone."""
    arguments: list[str] = []
    commands[target].add_flutter_command_args(arguments)
    assert "--build-name 1.2.3" in " ".join(arguments)
    assert "--build-number 4" in " ".join(arguments)


def test_ipa_needs_no_certificate(commands: dict[str, Any]) -> None:
    """Without a profile Flet builds the archive unsigned."""
    arguments: list[str] = []
    commands["ipa"].add_flutter_command_args(arguments)
    assert "--no-codesign" in arguments


def test_android_asks_for_no_permission(commands: dict[str, Any]) -> None:
    """What Flet and its plug-ins would ask for is taken out of the manifest."""
    assert commands["apk"].template_data["options"]["android_permissions"] == {
        "android.permission.INTERNET": False,
        "android.permission.ACCESS_NETWORK_STATE": False,
    }


def test_android_backs_nothing_up(commands: dict[str, Any]) -> None:
    """The template writes the value as it stands, so it is XML's word and no boolean of Python."""
    android = commands["apk"].template_data["pyproject"]["tool"]["flet"]["android"]
    assert android["manifest_application"] == {"allowBackup": "false"}


def test_android_builds_within_a_free_machine(commands: dict[str, Any]) -> None:
    """Gradle asks for less than the 7 GB that the smallest hosted machine has."""
    properties = commands["aab"].template_data["options"]["android_gradle_properties"]
    assert properties["org.gradle.jvmargs"].split() == ["-Xmx4G", "-XX:MaxMetaspaceSize=2G"]


def test_ios_declares_no_encryption(commands: dict[str, Any]) -> None:
    """The App Store asks at each upload unless the package says it; nothing else is asked of the user."""
    assert commands["ipa"].template_data["options"]["info_plist"] == {"ITSAppUsesNonExemptEncryption": False}


def test_macos_is_entitled_to_what_python_needs(commands: dict[str, Any]) -> None:
    """The embedded Python's own two remain of Flet's entitlements, and that of the dialogs for files."""
    entitlements = commands["macos"].template_data["options"]["macos_entitlements"]
    assert {name for name, granted in entitlements.items() if granted} == {
        "com.apple.security.cs.allow-jit",
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.files.user-selected.read-write",
    }


def test_linux_menu_files_it_under_tools(commands: dict[str, Any]) -> None:
    """A main category of freedesktop.org first, then a finer one."""
    assert commands["linux"].template_data["linux_categories"] == "Utility;Clock;"


@pytest.mark.parametrize("target", TARGETS)
def test_start_has_the_colours_of_the_app(commands: dict[str, Any], target: str) -> None:
    """Splash, boot screen and first screen follow each other without a flash."""
    command = commands[target]
    light, dark = light_theme().color_scheme, dark_theme().color_scheme
    assert light is not None
    assert dark is not None
    splash = command.template_data["splash"]
    assert (splash["color"], splash["dark_color"]) == (light.surface, dark.surface)
    boot = command.get_pyproject("tool.flet.boot_screen")["flet"]
    assert (boot["bgcolor_light"], boot["bgcolor_dark"]) == (light.surface, dark.surface)


def test_icon_stands_on_its_own_ground(commands: dict[str, Any]) -> None:
    """Behind Android's icon, and on Apple's, is the green of the drawing."""
    assert commands["apk"].template_data["adaptive_icon_background"] == GREEN
    resolved = commands["macos"]._resolve_icon_background()  # noqa: SLF001 - Flet tells it nowhere else
    assert resolved == (0x0E, 0x7C, 0x66)


@pytest.mark.parametrize("target", TARGETS)
def test_package_is_compiled(commands: dict[str, Any], target: str) -> None:
    """Both the app and its libraries, for a quicker start."""
    assert commands[target].get_bool_setting(None, "compile.app", default_value=False) is True
    assert commands[target].get_bool_setting(None, "compile.packages", default_value=False) is True


def test_package_holds_the_app_and_no_more(packaged: Path) -> None:
    """The app, its routines and figures; no tests, no tools, no picture that only the build needs."""
    names = {path.name for path in packaged.iterdir()}
    assert {"LICENSE", "assets", "main.pyc", "routine_app", "routines"} <= names
    assert names.isdisjoint({"benchmarks", "build", "docs", "pyproject.toml", "scripts", "tests", ".git"})
    assert list((packaged / "assets").rglob("*.png")) == []
    assert not (packaged / "assets" / "phone_app").exists()
    assert len(list((packaged / "assets" / "figures").glob("*.svg"))) == len(
        list((PROJECT / "assets" / "figures").glob("*.svg"))
    )


def test_every_exclusion_is_of_something() -> None:
    """Flet compares whole paths, so one that is gone or misspelt excludes nothing."""
    made_by_commands = {"dist", "packages", "site"}
    excluded = PYPROJECT["tool"]["flet"]["app"]["exclude"]
    assert [path for path in excluded if not (PROJECT / path).exists()] == sorted(
        made_by_commands - {path.name for path in PROJECT.iterdir()}
    )
    assert made_by_commands <= set(excluded)


def test_packaged_app_finds_what_ships(packaged: Path, phone_environment: dict[str, str]) -> None:
    """Compiled and moved, it still finds routines and assets beside it, and writes where Flet says."""
    code = (
        "import json, os; from routine_app.data import paths;"
        "print(json.dumps([str(paths.shipped_routines_folder()), str(paths.assets_folder()),"
        " str(paths.find_places(os.environ).history)]))"
    )
    assert json.loads(run_packaged(packaged, phone_environment, "-c", code)) == [
        str(packaged / "routines"),
        str(packaged / "assets"),
        str(Path(phone_environment["FLET_APP_STORAGE_DATA"]) / "history.db"),
    ]


def test_packaged_app_starts(packaged: Path, phone_environment: dict[str, str]) -> None:
    """Through Flet's embedded transport, without server or window program, it shows the routines."""
    script = str(Path(__file__).with_name("packaged_start.py"))
    assert run_packaged(packaged, phone_environment, script, "Runner").strip() == "Runner"


@pytest.mark.parametrize("system", PHONE_SYSTEMS + DESKTOP_SYSTEMS)
def test_package_has_neither_server_nor_window_program(system: str) -> None:
    """While it fills a package, Flet's pip reports the system of the target and a version that ends in `embedded`.

    The platform stays that of the machine that builds, so a marker may not go by it.
    """
    assert names_installed(system, "linux", "#1 SMP;embedded") == {
        "flet",
        "flet-audio",
        "flet-charts",
        "flet-code-editor",
        "platformdirs",
        "pyyaml",
        "segno",
    }


def test_browser_has_neither_server_nor_window_program() -> None:
    """Pyodide's pip installs what the page needs."""
    assert names_installed("Emscripten", "emscripten", "#1") == {
        "flet",
        "flet-audio",
        "flet-charts",
        "flet-code-editor",
        "platformdirs",
        "pyyaml",
        "segno",
    }


@pytest.mark.parametrize(
    ("system", "sys_platform"), [("Linux", "linux"), ("Darwin", "darwin"), ("Windows", "win32")]
)
def test_computer_has_server_and_window_program(system: str, sys_platform: str) -> None:
    """An ordinary installation has everything."""
    assert names_installed(system, sys_platform, "10.0.26100") >= SERVER_ONLY


def test_dependencies_survive_the_windows_shell() -> None:
    """Flet hands them to a batch file with delayed expansion, which takes each `!` as the edge of a variable."""
    assert [str(need) for need in REQUIREMENTS if "!" in str(need)] == []


def test_build_tool_is_of_flets_version() -> None:
    """The tool writes into the package what fits its own version alone."""
    assert f"flet-cli=={version('flet')}" in PYPROJECT["dependency-groups"]["dev"]
