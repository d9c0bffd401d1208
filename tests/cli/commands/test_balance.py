"""`routine-app balance`."""

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.data.history.repository import SqliteHistory
from tests.cli.conftest import Run


def log(home: Path, session_id: str, days_ago: int, side: Side, held_seconds: float) -> None:
    """Write a session of one hold for hamstrings and glutes."""
    began = datetime.now(UTC).astimezone() - timedelta(days=days_ago)
    with closing(SqliteHistory(home / "history.db")) as history:
        history.start(SessionRecord(session_id, "evening", "Evening hips", began, 60.0))
        muscles = ("hamstrings", "glutes")
        hold = HoldRecord(0, "Reach", muscles, side, 1, 1, 60.0, held_seconds, HoldStatus.DONE)
        history.record_holds(session_id, (hold,))


@pytest.fixture
def logged(home: Path) -> Path:
    """40 s left today and 60 s on both sides 20 days ago."""
    log(home, "s1", 0, Side.LEFT, 40.0)
    log(home, "s2", 20, Side.BOTH, 60.0)
    return home


def seconds(run: Run, *arguments: str) -> dict[str, tuple[float, float]]:
    """The seconds of each muscle that got any."""
    document = json.loads(run("balance", "--json", *arguments).out)
    rows = {row["muscle"]: (row["left_seconds"], row["right_seconds"]) for row in document["muscles"]}
    return {muscle: sides for muscle, sides in rows.items() if any(sides)}


@pytest.mark.usefixtures("logged")
def test_the_json_counts_seven_days_or_as_many_as_are_asked(run: Run) -> None:
    """The main muscle in full, the second by half, both sides for each."""
    assert seconds(run) == {"hamstrings": (40, 0), "glutes": (20, 0)}
    assert seconds(run, "--days", "28") == {"hamstrings": (100, 60), "glutes": (50, 30)}


def test_the_dose_is_that_of_the_settings(run: Run, home: Path) -> None:
    """For as many days as are asked; the six of the hip are there with nothing logged, and no file is made."""
    (home / "settings.yaml").write_text("weekly_dose: 2m\n", encoding="utf-8")
    document = json.loads(run("balance", "--json", "--days", "14").out)
    assert (document["days"], document["dose_seconds"], len(document["muscles"])) == (14, 240, 6)
    assert not (home / "history.db").exists()


@pytest.mark.usefixtures("logged")
def test_the_table_has_a_line_for_each_muscle(run: Run) -> None:
    """Below the dose."""
    lines = run("balance").out.splitlines()
    assert lines[0] == "Each side should have 3 min in 7 days."
    assert [line.split() for line in lines if line.startswith("Hamstrings")] == [
        ["Hamstrings", "40", "s", "0", "s"]
    ]


@pytest.mark.parametrize("days", ["0", "-3", "week", "99999"])
def test_a_number_of_days_that_is_none_is_said(run: Run, days: str) -> None:
    """In one line, and nothing is printed."""
    outcome = run("balance", f"--days={days}")
    assert (outcome.code, outcome.out) == (2, "")
    assert "give one from 1 to 3650" in outcome.err
