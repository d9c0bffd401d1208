"""`routine-app plan`."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TABLE = """\
Evening hips, 2:11

step  kind          stretch       side   seconds  total  cues
   1  Get ready     IT band lean  left        10   0:10
   2  Hold          IT band lean  left      30.5   0:40  0 s: Keep your torso straight.
                                                         15.25 s: Breathe out.
   3  Switch sides  IT band lean  right        5   0:46
   4  Hold          IT band lean  right     30.5   1:16  0 s: Keep your torso straight.
                                                         15.25 s: Breathe out.
   5  Rest          Butterfly                 10   1:26
   6  Hold          Butterfly                 45   2:11
"""


def test_the_table_has_a_line_for_each_step(run: Run) -> None:
    """A name of the library will do for the file; cues stand below one another."""
    assert run("plan", "evening") == (0, TABLE, "")


def test_the_json_is_the_documented_form(run: Run, home: Path) -> None:
    """Whole numbers are ints; a step carries its kind, stretch, side, set, round, length, start and cues."""
    outcome = run("plan", home / "routines" / "evening.yaml", "--json")
    document = json.loads(outcome.out)
    assert list(document) == ["title", "total_seconds", "steps"]
    assert (document["title"], document["total_seconds"]) == ("Evening hips", 131)
    assert [step["kind"] for step in document["steps"]] == [
        "get_ready",
        "hold",
        "switch",
        "hold",
        "rest",
        "hold",
    ]
    assert document["steps"][1] == {
        "kind": "hold",
        "stretch": "IT band lean",
        "side": "left",
        "set": 1,
        "round": 1,
        "seconds": 30.5,
        "start": 10,
        "cues": [{"at": 0, "say": "Keep your torso straight."}, {"at": 15.25, "say": "Breathe out."}],
    }
    assert document["steps"][-1]["side"] == "both"
    assert '"start": 10,' in outcome.out


def test_thirds_are_rounded_to_thousandths(run: Run, tmp_path: Path) -> None:
    """Three cues in ten seconds lie at thirds of it."""
    text = "title: T\nstretches:\n  - {name: S, hold: 10s, cues: [a, b, c]}\n"
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    steps = json.loads(run("plan", tmp_path / "t.yaml", "--json").out)["steps"]
    assert [cue["at"] for cue in steps[1]["cues"]] == [0, 3.333, 6.667]


def test_errors_of_the_file_are_said_instead(run: Run, tmp_path: Path) -> None:
    """A broken file has no plan: its errors go to standard error, and the exit code is 1."""
    (tmp_path / "b.yaml").write_text("title: B\nstretches: []\nspeed: 1\n", encoding="utf-8")
    outcome = run("plan", tmp_path / "b.yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.split(": ")[:2] for line in outcome.err.splitlines()] == [
        ["routine-app", "b.yaml:2:12"],
        ["routine-app", "b.yaml:3:1"],
    ]


def test_warnings_leave_the_plan_alone(run: Run, tmp_path: Path) -> None:
    """They go to standard error, so that the JSON stays JSON."""
    text = "title: T\nstretches:\n  - {name: S, hold: 10s, muscles: aductors}\n"
    (tmp_path / "t.yaml").write_text(text, encoding="utf-8")
    outcome = run("plan", tmp_path / "t.yaml", "--json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["total_seconds"] == 20
    assert "warning" in outcome.err


def test_an_unknown_name_brings_the_nearest(run: Run) -> None:
    """One line says that there is no such file or routine, and which one may be meant."""
    assert run("plan", "evenin") == (
        2,
        "",
        'routine-app: There is no file "evenin", and no routine of that name; did you mean "evening"?\n',
    )


def test_a_folder_of_that_name_does_not_hide_the_routine(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a file goes before the library."""
    (tmp_path / "evening").mkdir()
    monkeypatch.chdir(tmp_path)
    assert run("plan", "evening").code == 0
