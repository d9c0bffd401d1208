"""The workflows of GitHub: what they call is there, and they may do no more than they must."""

import argparse
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from flet_cli.commands.build_base import BaseBuildCommand  # type: ignore[import-untyped]  # Flet types one package

PROJECT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
}
PACKAGES = WORKFLOWS["packages"]["jobs"]["build"]["strategy"]["matrix"]["include"]
HOSTS = {"ubuntu": "Linux", "macos": "Darwin", "windows": "Windows"}
"""Flet's names for the systems of the hosted machines."""
CLASSIFIER = "Programming Language :: Python :: "


def triggers(workflow: dict[Any, Any]) -> dict[str, Any]:
    """What starts a workflow. YAML 1.1, which PyYAML reads, takes the key `on` for a boolean."""
    found = workflow[True]
    assert isinstance(found, dict)
    return found


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every job with a name to know it by."""
    for name, workflow in WORKFLOWS.items():
        for job_name, job in workflow["jobs"].items():
            yield f"{name}.{job_name}", job


def steps() -> list[dict[str, Any]]:
    """Every step of every job."""
    return [step for _, job in jobs() for step in job["steps"]]


def commands() -> str:
    """All that the workflows run, one below the other."""
    return "\n".join(step["run"] for step in steps() if "run" in step)


def test_there_are_three() -> None:
    """Tests, packages and the phone app."""
    assert list(WORKFLOWS) == ["packages", "pages", "tests"]


def test_each_starts_when_it_should() -> None:
    """Packages with a release, the phone app from the main branch, tests always; and all by hand."""
    assert triggers(WORKFLOWS["packages"]) == {"release": {"types": ["published"]}, "workflow_dispatch": None}
    assert triggers(WORKFLOWS["pages"]) == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert triggers(WORKFLOWS["tests"]) == {"push": None, "pull_request": None, "workflow_dispatch": None}


def test_each_may_only_read() -> None:
    """The right to write is given to single jobs."""
    assert [workflow["permissions"] for workflow in WORKFLOWS.values()] == [{"contents": "read"}] * 3


def test_only_two_jobs_may_write() -> None:
    """One attaches to the release, one deploys the page, and neither runs code of the repository."""
    writers = {name: job for name, job in jobs() if "permissions" in job}
    assert {name: job["permissions"] for name, job in writers.items()} == {
        "packages.attach": {"contents": "write"},
        "pages.deploy": {"pages": "write", "id-token": "write"},
    }
    used = [step.get("uses", "") for job in writers.values() for step in job["steps"]]
    assert not any(action.startswith("actions/checkout") for action in used)


def test_no_secret_is_needed() -> None:
    """An unsigned build works in any fork."""
    texts = (path.read_text(encoding="utf-8") for path in (PROJECT / ".github" / "workflows").glob("*.yml"))
    assert not any("secrets." in text for text in texts)


def test_actions_are_githubs_own_and_pinned() -> None:
    """Each is of a known major version."""
    used = [step["uses"] for step in steps() if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", action)] == []


def test_an_action_has_one_version() -> None:
    """The same action is of the same version wherever it is used."""
    used = {step["uses"] for step in steps() if "uses" in step}
    assert len({action.split("@")[0] for action in used}) == len(used)


def test_no_job_runs_for_ever() -> None:
    """GitHub's own limit is six hours."""
    assert [name for name, job in jobs() if job.get("timeout-minutes", 999) > 90] == []


def test_every_supported_python_is_tested() -> None:
    """The matrix is what pyproject.toml says we support, and the oldest is what pip insists on."""
    matrix = WORKFLOWS["tests"]["jobs"]["unit"]["strategy"]["matrix"]
    classifiers = PYPROJECT["project"]["classifiers"]
    supported = [name.removeprefix(CLASSIFIER) for name in classifiers if name.startswith(CLASSIFIER)]
    assert matrix["python"] == supported
    assert PYPROJECT["project"]["requires-python"] == f">={supported[0]}"


def test_every_desktop_system_is_tested() -> None:
    """Linux with each Python, the others with one."""
    matrix = WORKFLOWS["tests"]["jobs"]["unit"]["strategy"]["matrix"]
    systems = matrix["system"] + [entry["system"] for entry in matrix["include"]]
    assert systems == ["ubuntu-latest", "windows-latest", "macos-latest"]
    assert all(entry["python"] in matrix["python"] for entry in matrix["include"])


def test_whole_check_is_the_one_of_the_project() -> None:
    """Two jobs run what every other machine runs, a half each."""
    workflow = (PROJECT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    halves = re.findall(
        r"^run_(\w+)\(\)", (PROJECT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert re.findall(r"run: \.ci/run (\w+)", workflow) == halves == ["chromium", "engines"]


def test_whole_check_leaves_no_test_out() -> None:
    """`make test` runs all tests but the measured and those of other engines, `make measure` and `make engines` those."""
    ran = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"^ *make (\w+)", ran, re.MULTILINE) == ["test", "measure", "engines"]
    assert re.search(
        r'^quick: lint\n\t.*-m "not browser and not engines and not measured"$', makefile, re.MULTILINE
    )
    assert re.search(r"^engines: .*\n\t.*-m engines$", makefile, re.MULTILINE)
    assert re.search(r'^test: quick\n\t.*-m "browser and not measured"$', makefile, re.MULTILINE)
    assert re.search(r"^measure: .*\n\t.*-m measured$", makefile, re.MULTILINE)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no right to run a file")
def test_whole_check_can_be_run() -> None:
    """The file that the workflow calls by its name is a program."""
    assert os.access(PROJECT / ".ci" / "run", os.X_OK)


def test_commands_of_the_app_exist() -> None:
    """Each subcommand that a workflow calls explains itself."""
    called = set(re.findall(r"^routine-app (\w+)", commands(), re.MULTILINE))
    assert called == {"publish"}
    for name in called:
        arguments = [sys.executable, "-m", "routine_app", name, "--help"]
        help_text = subprocess.run(arguments, cwd=PROJECT, capture_output=True, text=True, check=True).stdout
        assert f"routine-app {name}" in help_text


def test_published_folder_is_the_one_uploaded() -> None:
    """What is made, what is uploaded, and what a package leaves out have one name."""
    upload = next(step for step in steps() if "upload-pages-artifact" in step.get("uses", ""))
    assert f"routine-app publish {upload['with']['path']}" in commands()
    assert upload["with"]["path"] in PYPROJECT["tool"]["flet"]["app"]["exclude"]


def test_groups_and_markers_exist() -> None:
    """What pip installs and what pytest leaves out is declared in pyproject.toml."""
    assert set(re.findall(r"--group (\w+)", commands())) <= set(PYPROJECT["dependency-groups"])
    markers = {line.split(":")[0] for line in PYPROJECT["tool"]["pytest"]["ini_options"]["markers"]}
    left_out = re.findall(r'-m "(.*?)"', commands())
    assert set(re.findall(r"not (\w+)", " ".join(left_out))) == {"browser", "engines", "measured"} == markers


def test_each_package_is_built_where_it_can_be() -> None:
    """All six, each on a system on which Flet can build it."""
    platforms = BaseBuildCommand(argparse.ArgumentParser()).platforms
    assert [package["target"] for package in PACKAGES] == ["apk", "aab", "ipa", "macos", "windows", "linux"]
    for package in PACKAGES:
        host = HOSTS[package["system"].split("-")[0]]
        assert host in platforms[package["target"]]["can_be_run_on"]


def test_each_package_is_packed_from_where_flet_leaves_it() -> None:
    """Flet puts what it built into `build/` and the target's name; what is packed goes to the release."""
    assert [
        package["target"] for package in PACKAGES if f"build/{package['target']}" not in package["pack"]
    ] == []
    assert [package["target"] for package in PACKAGES if "packages/$NAME" not in package["pack"]] == []


@pytest.mark.skipif(os.name == "nt", reason="the workflows run bash, which Windows may lack")
@pytest.mark.parametrize("script", [step["run"] for step in steps() if "run" in step])
def test_script_is_valid_bash(script: str) -> None:
    """Bash reads each script to its end."""
    plain = re.sub(r"\$\{\{.*?\}\}", "word", script)
    result = subprocess.run(["bash", "-n"], input=plain, capture_output=True, text=True, check=False)
    assert result.stderr == ""
