"""`routine-app list`."""

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_the_table_shows_length_and_muscles(run: Run, home: Path) -> None:
    """A file with errors is a line too, which says how many."""
    (home / "routines" / "broken.yaml").write_text("title: B\n", encoding="utf-8")
    outcome = run("list")
    assert outcome.code == 0
    assert outcome.out == (
        "name     title         time  muscles\n"
        "broken                                           1 error\n"
        "evening  Evening hips  2:11  IT band, Adductors\n"
    )


def test_the_json_holds_the_same(run: Run, home: Path) -> None:
    """A file with errors has nulls for what is unknown, and its errors."""
    (home / "routines" / "broken.yaml").write_text("title: B\n", encoding="utf-8")
    broken, evening = json.loads(run("list", "--json").out)["routines"]
    assert evening == {
        "name": "evening",
        "title": "Evening hips",
        "total_seconds": 131,
        "muscles": ["it_band", "adductors"],
        "file": "evening.yaml",
        "shipped": False,
        "errors": [],
    }
    assert (broken["title"], broken["total_seconds"], broken["muscles"]) == (None, None, [])
    assert len(broken["errors"]) == 1


def test_no_routines_is_said(run: Run, home: Path) -> None:
    """An empty library is no error."""
    (home / "routines" / "evening.yaml").unlink()
    assert run("list") == (0, "No routines yet.\n", "")


def test_a_file_that_is_passed_over_is_told(run: Run, home: Path) -> None:
    """Beside the list, which stays one that programs can read."""
    text = (home / "routines" / "evening.yaml").read_text(encoding="utf-8")
    (home / "routines" / "dusk.yaml.txt").write_text(text, encoding="utf-8")
    outcome = run("list", "--json")
    assert len(json.loads(outcome.out)["routines"]) == 1
    assert outcome.err == (
        "routine-app: dusk.yaml.txt is passed over, since its name does not end in .yaml: "
        "rename it to dusk.yaml, or import it.\n"
    )
