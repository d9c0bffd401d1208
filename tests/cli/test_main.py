"""What all commands share: the version, the help, and how little they load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from routine_app import __version__
from routine_app.cli.main import COMMANDS
from tests.cli.conftest import Run


def test_the_version_is_printed(run: Run) -> None:
    """It is the package's own."""
    assert run("--version") == (0, f"routine-app {__version__}\n", "")


def test_the_help_names_every_command(run: Run) -> None:
    """And it is no error to ask for it."""
    outcome = run("--help")
    assert outcome.code == 0
    for name in ("serve", "check", "plan", "list", "history", "paths"):
        assert f"    {name} " in outcome.out


def test_text_that_the_terminal_lacks_is_escaped(start: Run, home: Path, environment: dict[str, str]) -> None:
    """An ASCII terminal gets a title in another script as escapes, and JSON stays JSON."""
    text = "title: Вечер 🧘\nstretches: [{name: S, hold: 9s}]\n"
    (home / "routines" / "evening.yaml").write_text(text, encoding="utf-8")
    ascii_only = environment | {"PYTHONIOENCODING": "ascii"}
    assert "\\u0412" in start("list", env=ascii_only).out
    document = start("plan", "evening", "--json", env=ascii_only).out
    assert json.loads(document)["title"] == "Вечер 🧘"


FOR_OTHERS = {
    "dataclasses",
    "difflib",
    "json",
    "logging.handlers",
    "platformdirs",
    "routine_app.core.balance",
    "sqlite3",
}
"""What a command that reads routines does without, as long as they are right and nothing fails."""


@pytest.mark.parametrize("command", [["check"], ["plan", "evening"], ["list"], ["history"], ["paths"]])
def test_these_commands_load_no_flet(environment: dict[str, str], command: list[str]) -> None:
    """Flet and its web server take longer to load than these commands take in all."""
    loaded = modules_loaded(environment, *command)
    assert loaded & {"flet", "uvicorn", "fastapi", "asyncio"} == set()


@pytest.mark.parametrize(
    ("command", "unneeded"),
    [
        ("list", FOR_OTHERS),
        ("plan evening", FOR_OTHERS),
        ("check", FOR_OTHERS),
        ("paths", FOR_OTHERS | {"yaml"}),
        ("history", {"yaml"}),
        ("balance", {"hashlib", "platformdirs"}),
    ],
)
def test_a_command_loads_what_it_needs(environment: dict[str, str], command: str, unneeded: set[str]) -> None:
    """No other command, and nothing that takes its time and only others use."""
    loaded = modules_loaded(environment, *command.split())
    assert commands_among(loaded) == {"start", COMMANDS[command.split(maxsplit=1)[0]]}
    assert loaded & unneeded == set()


@pytest.mark.parametrize("arguments", [[], ["--version"]])
def test_no_command_is_loaded_for_nothing(environment: dict[str, str], arguments: list[str]) -> None:
    """The window does not wait for what only a command uses."""
    assert commands_among(modules_loaded(environment, *arguments)) == {"start"}


def test_no_garbage_is_looked_for_in_what_stays(environment: dict[str, str]) -> None:
    """The collector leaves the modules alone that are loaded before a command, thousands of objects."""
    program = (
        "import atexit, gc, sys; from routine_app.cli.main import run; "
        "atexit.register(lambda: print(gc.get_freeze_count(), file=sys.stderr)); run()"
    )
    assert int(error_output(program, environment, "paths")) > 1000


def modules_loaded(environment: dict[str, str], *command: str) -> set[str]:
    """What a process has loaded once it has run a command; with none, it only would have opened the app."""
    program = (
        "import atexit, sys; from routine_app.cli.main import main, start; start.run = lambda _: None; "
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main(sys.argv[1:])"
    )
    return set(error_output(program, environment, *command).split())


def error_output(program: str, environment: dict[str, str], *arguments: str) -> str:
    """What a process prints as errors that runs a program of Python with these arguments, and ends well."""
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    return ended.stderr


def commands_among(loaded: set[str]) -> set[str]:
    """The modules of commands, by their own names."""
    folder = "routine_app.cli.commands."
    return {name.removeprefix(folder) for name in loaded if name.startswith(folder)}
