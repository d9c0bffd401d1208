"""What all commands share: the version, the help, and how little they load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from routine_app import __version__
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


@pytest.mark.parametrize("command", [["check"], ["plan", "evening"], ["list"], ["history"], ["paths"]])
def test_these_commands_load_no_flet(environment: dict[str, str], command: list[str]) -> None:
    """Flet and its web server take longer to load than these commands take in all."""
    program = (
        "import sys; from routine_app.cli.main import main; main(sys.argv[1:]); "
        "sys.exit(', '.join(m for m in ('flet', 'uvicorn', 'fastapi', 'asyncio') if m in sys.modules))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, *command],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert ended.stderr.strip() == ""
