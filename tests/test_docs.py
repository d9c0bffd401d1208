"""The documents say what is true."""

import re
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path

from routine_app.cli.main import COMMANDS
from routine_app.cli.parser import Commands, PlainParser, Run
from routine_app.data.routines.reader.routine import read_routine

PROJECT = Path(__file__).parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COMMAND_LINE = (PROJECT / "docs" / "command-line.md").read_text(encoding="utf-8")
PAGES = sorted([*PROJECT.glob("*.md"), *(PROJECT / "docs").glob("*.md")])


class NamedCommands(Commands):
    """Commands, and the parser of each by its name."""

    def __init__(self) -> None:
        super().__init__(PlainParser())
        self.by_name: dict[str, ArgumentParser] = {}

    def add(self, name: str, run: Run, purpose: str) -> ArgumentParser:
        """A command's own parser, kept under its name."""
        self.by_name[name] = super().add(name, run, purpose)
        return self.by_name[name]


def commands() -> dict[str, ArgumentParser]:
    """Every command of the program, by name."""
    found = NamedCommands()
    for module in set(COMMANDS.values()):
        import_module(f"routine_app.cli.commands.{module}").add_parser(found)
    return found.by_name


def test_the_command_lines_page_has_a_row_for_every_command() -> None:
    """With each of its options, and no other."""
    told = {name: options_told(name) for name in commands()}
    there = {name: [options_of(parser)] for name, parser in commands().items()}
    assert {name: rows for name, rows in told.items() if rows != there[name]} == {}


def options_told(name: str) -> list[set[str]]:
    """The options that the page's rows on a command name; one row is right."""
    rows = re.findall(rf"^\| `routine-app {name}\b.*$", COMMAND_LINE, re.MULTILINE)
    return [set(re.findall(r"--[a-z-]+", row)) for row in rows]


def options_of(parser: ArgumentParser) -> set[str]:
    """The long options that a command's help lists, but for the one that each has."""
    return set(re.findall(r"^  (?:-\w, )?(--[a-z-]+)", parser.format_help(), re.MULTILINE)) - {"--help"}


def test_no_page_names_a_command_that_is_not_there() -> None:
    """Whoever reads of a command can run it."""
    read = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert set(re.findall(r"routine-app ([a-z]+)(?=[ `\n])", read)) - set(commands()) == set()


def test_the_targets_of_the_makefile_are_told() -> None:
    """All of them are named between the two pages, and no other; README names those that everybody needs."""
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    readme, both = targets_in(README), targets_in(README + CONTRIBUTING)
    assert both == set(phony.split())
    assert readme == {"run", "quick", "test", "measure"}


def targets_in(page: str) -> set[str]:
    """The targets of make that a page names."""
    return set(re.findall(r"(?m)(?:^|`)make ([a-z]+)", page))


def test_the_readmes_routine_is_right() -> None:
    """The example can be copied as it stands: no error and no warning."""
    (example,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert read_routine("readme.yaml", example.encode()).problems == ()


def test_links_to_files_lead_somewhere() -> None:
    """Each link that is not on the web is a file of the project; the page of releases is not one."""
    links = [
        (page, link)
        for page in PAGES
        for link in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text(encoding="utf-8"))
    ]
    missing = [(page.name, link) for page, link in links if not (page.parent / link).exists()]
    assert missing == [("native-packages.md", "../../../releases")]


def test_the_map_of_the_package_is_complete() -> None:
    """CONTRIBUTING names each folder of the package, and none that is not there."""
    drawn = set(re.findall(r"^  (\w+)/ ", CONTRIBUTING, re.MULTILINE))
    package = PROJECT / "routine_app"
    assert drawn == {path.parent.name for path in package.glob("*/__init__.py")}


def test_the_modules_that_contributing_names_are_there() -> None:
    """Each path between backticks is a file or a folder, from the project or the package, but for what is built."""
    paths = re.findall(r"`(?!build/)([\w.]+(?:/[\w.-]*)+)`", CONTRIBUTING)
    homes = [PROJECT, PROJECT / "routine_app"]
    assert [path for path in paths if not any((home / path).exists() for home in homes)] == []
