"""`routine-app history`."""

import csv
import io
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.cli.conftest import Run


@pytest.fixture
def logged(home: Path) -> Path:
    """A history of one stopped session with one hold."""
    began = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
    with closing(SqliteHistory(home / "history.db")) as history:
        history.start(SessionRecord("s1", "evening", "Évening hips", began, 60.0))
        hold = HoldRecord(0, "Lean", ("it_band",), Side.LEFT, 1, 1, 30.0, 12.5, HoldStatus.CUT)
        history.record_holds("s1", (hold,))
        history.end("s1", datetime(2026, 5, 4, 7, 31, tzinfo=UTC), SessionStatus.STOPPED)
    return home


@pytest.mark.usefixtures("logged")
def test_the_table_is_a_line_for_each_session(run: Run) -> None:
    """When, what, how it ended, and what was held of what was planned."""
    outcome = run("history")
    assert outcome.code == 0
    assert [line.split() for line in outcome.out.splitlines()] == [
        ["started", "routine", "status", "held", "planned"],
        ["2026-05-04", "07:30", "Évening", "hips", "stopped", "0:12", "1:00"],
    ]


@pytest.mark.usefixtures("logged")
def test_the_json_has_every_hold(run: Run) -> None:
    """The document is the one of `routine_app.core.history.exchange.history_json`."""
    (session,) = json.loads(run("history", "--json").out)["sessions"]
    assert (session["id"], session["status"], session["held_seconds"]) == ("s1", "stopped", 12.5)
    assert session["holds"][0]["side"] == "left"


@pytest.mark.usefixtures("logged")
def test_the_csv_has_a_row_for_each_hold(run: Run) -> None:
    """The first row names the columns."""
    names, row = csv.reader(io.StringIO(run("history", "--csv").out))
    assert dict(zip(names, row, strict=True))["held_seconds"] == "12.5"


def test_no_history_is_no_error(run: Run, home: Path) -> None:
    """Asking for the log makes no file."""
    assert run("history") == (0, "No sessions yet.\n", "")
    assert json.loads(run("history", "--json").out) == {"sessions": []}
    assert not (home / "history.db").exists()


def test_a_history_that_is_no_database_is_one_sentence(run: Run, home: Path) -> None:
    """The trouble is said on one line, with exit code 2."""
    (home / "history.db").write_bytes(b"not a database, however long it may be" * 50)
    outcome = run("history")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("routine-app: ")
    assert outcome.err.count("\n") == 1
