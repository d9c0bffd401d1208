"""The documents say what is true."""

import argparse
import re
from pathlib import Path

import pytest

from routine_app import __main__ as command_line
from routine_app.data.routines.reader.routine import read_routine

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    """Every command of the program, by name."""
    subparsers = command_line._parser()._subparsers
    assert subparsers
    choices = subparsers._group_actions[0].choices
    assert isinstance(choices, dict)
    return choices


def test_the_readme_has_a_row_for_every_command() -> None:
    """With each of its options, and no other."""
    told = {name: options_told(name) for name in commands()}
    there = {name: [options_of(parser)] for name, parser in commands().items()}
    assert {name: rows for name, rows in told.items() if rows != there[name]} == {}


def options_told(name: str) -> list[set[str]]:
    """The options that the README's rows on a command name; one row is right."""
    rows = re.findall(rf"^\| `routine-app {name}\b.*$", README, re.MULTILINE)
    return [set(re.findall(r"--[a-z-]+", row)) for row in rows]


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """The long options of a command, but for the one that each has."""
    options = {option for action in parser._actions for option in action.option_strings}
    return {option for option in options if option.startswith("--")} - {"--help"}


def test_the_readme_names_no_command_that_is_not_there() -> None:
    """Whoever reads of a command can run it."""
    assert set(re.findall(r"`routine-app ([a-z]+)", README)) == set(commands())


def test_the_readmes_targets_are_in_the_makefile() -> None:
    """All of them are named, and no other."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", README)) == set(phony.split())


def test_the_readmes_routine_is_right() -> None:
    """The example can be copied as it stands: no error and no warning."""
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert read_routine("readme.yaml", example.encode()).problems == ()


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_to_files_lead_somewhere(document: str) -> None:
    """Each link that is not on the web is a file of the project."""
    text = (PROJECT / document).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    assert [target for target in targets if not (PROJECT / target).exists()] == []


def test_the_map_of_the_package_is_complete() -> None:
    """CONTRIBUTING names each folder of the package, and none that is not there."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = set(re.findall(r"^  (\w+)/ ", text, re.MULTILINE))
    package = PROJECT / "routine_app"
    assert drawn == {path.parent.name for path in package.glob("*/__init__.py")}
