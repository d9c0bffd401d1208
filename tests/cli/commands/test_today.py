"""`routine-app today`."""

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.routine.muscles import HIP_MUSCLES
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.data.history.repository import SqliteHistory
from routine_app.data.routines.reader.routine import read_routine
from tests.cli.conftest import Run


def log(home: Path, left_seconds: float) -> None:
    """Write a session of today that gives each muscle its dose, but the left of the IT band less."""
    with closing(SqliteHistory(home / "history.db")) as history:
        history.start(SessionRecord("s1", "evening", "Evening hips", datetime.now(UTC).astimezone(), 60.0))
        held = [(muscle, Side.BOTH, 180.0) for muscle in HIP_MUSCLES if muscle != "it_band"]
        held += [("it_band", Side.RIGHT, 180.0), ("it_band", Side.LEFT, left_seconds)]
        holds = [
            HoldRecord(place, "X", (muscle,), side, 1, 1, 180.0, seconds, HoldStatus.DONE)
            for place, (muscle, side, seconds) in enumerate(held)
        ]
        history.record_holds("s1", holds)


def test_with_nothing_held_it_is_a_routine_of_the_library(run: Run) -> None:
    """By its name and length, with its stretches."""
    lines = run("today").out.splitlines()
    assert lines == [
        "Evening hips, 2:11",
        "Nothing held for your hips this week. Six groups of muscle pull on your hips like ropes; this works 2 of them.",
        "  IT band lean: Each side, 30 s",
        "  Butterfly: 45 s",
    ]
    assert json.loads(run("today", "--json").out)["routine"] == "evening"


def test_what_is_short_is_answered_side_by_side(run: Run, home: Path) -> None:
    """The left of the IT band misses 140 s."""
    log(home, 40.0)
    document = json.loads(run("today", "--json", "--minutes", "3").out)
    why = "IT band: left 40 s of 3 min held this week, right 3 min."
    assert (document["routine"], document["title"], document["why"]) == (
        None,
        "Catch up: IT band, left",
        why,
    )
    assert document["total_seconds"] <= 180
    (stretch,) = document["stretches"]
    assert (stretch["stretch"], stretch["why"]) == ("IT band lean", why)
    assert stretch["holds"] == [{"side": "left", "seconds": 45}]
    assert why in run("today").out


def test_it_can_be_kept_as_a_routine(run: Run, home: Path) -> None:
    """What is printed reads without a problem."""
    log(home, 40.0)
    reading = read_routine("kept.yaml", run("today", "--yaml").out.encode())
    assert reading.problems == ()
    assert reading.routine is not None
    assert reading.routine.title == "Catch up: IT band, left"


def test_with_nothing_short_there_is_nothing_to_keep(run: Run, home: Path) -> None:
    """It is no error to ask, but to want the file is."""
    log(home, 180.0)
    assert run("today").out.splitlines()[0] == "Nothing to do"
    outcome = run("today", "--yaml")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Each muscle of your hips has had its 3 min on each side this week." in outcome.err


@pytest.mark.parametrize("minutes", ["4", "ten"])
def test_other_times_are_refused(run: Run, minutes: str) -> None:
    """In one line that names those there are."""
    outcome = run("today", "--minutes", minutes)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
