"""From an empty history through two sessions to a routine for what is short."""

import re
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.e2e.phone import Phone, Served

pytestmark = pytest.mark.browser


def finish_two_holds(phone: Phone) -> None:
    """Follow a routine to its last hold, and leave that."""
    phone.start("Two holds")
    phone.sees("Pigeon pose")
    phone.tap("Skip")
    phone.sees("Done")
    phone.tap("Finish")
    phone.button(re.compile("^Today")).wait_for()


def hold_elsewhere(home: Path) -> None:
    """Write into the history what another device held today: two seconds of the butterfly."""
    now = datetime.now().astimezone()
    hold = HoldRecord(0, "Butterfly", ("adductors",), Side.BOTH, 1, 1, 2.0, 2.0, HoldStatus.DONE)
    with closing(SqliteHistory(home / "history.db")) as history:
        history.start(SessionRecord("elsewhere", "two-holds", "Two holds", now, 2.0))
        history.record_holds("elsewhere", [hold])
        history.end("elsewhere", now, SessionStatus.COMPLETED)


def test_from_nothing_to_a_catch_up(phone: Phone, served: Served) -> None:
    """What is held stands on the balance, and what is not is made into a routine that says why."""
    phone.tab("Balance").click()
    phone.sees(re.compile("^Nothing held for your hips"))
    phone.tap("Start a first session")
    phone.sees("Get ready")
    phone.tap("Stop")
    phone.button("Start a first session").wait_for()
    phone.tab("Routines").click()

    finish_two_holds(phone)
    hold_elsewhere(served.home)
    phone.tab("Balance").click()
    phone.sees(re.compile("^Adductors.*left 4 s.*right 4 s", re.DOTALL))
    phone.sees(re.compile("^Shortest rope: IT band"))
    phone.tap("28 days")
    phone.sees(re.compile("^Held in 28 days"))

    phone.tap("Catch up, 3 min")
    phone.sees("Catch up: IT band")
    phone.sees(re.compile("IT band: 0 s of 3 min held this week, each side"))
    phone.tap("Start")
    phone.sees("Get ready")
    phone.tap("Skip")
    phone.sees("IT band lean")
    phone.end_session()
    assert len(served.sessions()) == 3
    assert "Catch up: IT band" in served.command("list").stdout
