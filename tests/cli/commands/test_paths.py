"""`routine-app paths`."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_each_place_is_a_line(run: Run, home: Path) -> None:
    """The user's folder is named for each kind of file, and nothing is created by asking."""
    outcome = run("paths")
    assert outcome.code == 0
    lines = dict(line.split("  ", 1) for line in outcome.out.splitlines())
    assert {name.strip(): path.strip() for name, path in lines.items()}["history"] == str(home / "history.db")
    assert [path.name for path in home.iterdir()] == ["routines"]


def test_the_json_has_the_same_paths(run: Run, home: Path) -> None:
    """Each place stands under its name."""
    document = json.loads(run("paths", "--json").out)
    assert list(document) == ["routines", "history", "settings", "log", "shipped_routines", "assets"]
    assert document["settings"] == str(home / "settings.yaml")
