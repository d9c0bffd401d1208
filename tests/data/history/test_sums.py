"""What was held in some days, against a sum of the sessions themselves."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.days import Days, days_back
from routine_app.core.routine.model import Side
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord
from routine_app.data.history.repository import SqliteHistory

TOKYO, BERLIN, HONOLULU = (timezone(timedelta(hours=hours)) for hours in (9, 2, -10))
MONDAY = date(2026, 5, 4)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    """An empty history."""
    with closing(SqliteHistory(tmp_path / "history.db")) as opened:
        yield opened


def log(history: SqliteHistory, began: datetime, *held: tuple[tuple[str, ...], Side, float]) -> None:
    """Write a session of these holds."""
    name = began.isoformat()
    history.start(SessionRecord(name, "hips", "Hips", began, 60.0))
    holds = [
        HoldRecord(place, "Lean", muscles, side, 1, 1, 60.0, seconds, HoldStatus.CUT)
        for place, (muscles, side, seconds) in enumerate(held)
    ]
    history.record_holds(name, holds)


def on(history: SqliteHistory, *days: date) -> float:
    """The seconds of these days, from the first to the last."""
    return sum(held.seconds for held in history.held(Days(days[0], days[-1])))


def test_the_same_muscles_and_side_are_one_sum(history: SqliteHistory) -> None:
    """Another order of muscles is another main one."""
    began = datetime(2026, 5, 4, 7, 0, tzinfo=BERLIN)
    both = ("hip_flexors", "glutes")
    log(history, began, (both, Side.LEFT, 10.5), (both, Side.RIGHT, 3.0), (both[::-1], Side.LEFT, 4.0))
    log(history, began + timedelta(hours=1), (both, Side.LEFT, 20.0), ((), Side.BOTH, 7.0))
    found = sorted(history.held(Days(MONDAY, MONDAY)), key=lambda held: held.seconds)
    assert found == [
        Held(both, Side.RIGHT, 3.0),
        Held(both[::-1], Side.LEFT, 4.0),
        Held((), Side.BOTH, 7.0),
        Held(both, Side.LEFT, 30.5),
    ]


def test_a_session_at_ten_to_midnight_is_of_the_day_it_began(history: SqliteHistory) -> None:
    """Wherever that was, and whatever day it is in Greenwich."""
    log(history, datetime(2026, 5, 4, 23, 50, tzinfo=HONOLULU), (("neck",), Side.BOTH, 30.0))
    log(history, datetime(2026, 5, 4, 0, 10, tzinfo=TOKYO), (("neck",), Side.BOTH, 5.0))
    assert on(history, MONDAY) == 35.0
    assert on(history, MONDAY + timedelta(days=1)) == on(history, MONDAY - timedelta(days=1)) == 0


def test_who_flew_over_the_date_line_has_held_it_already(history: SqliteHistory) -> None:
    """Tuesday morning in Tokyo counts on Monday in Honolulu, once."""
    log(history, datetime(2026, 5, 5, 8, 0, tzinfo=TOKYO), (("neck",), Side.BOTH, 30.0))
    assert sum(held.seconds for held in history.held(days_back(MONDAY, 7))) == 30.0


def test_the_window_has_both_its_ends(history: SqliteHistory) -> None:
    """Seven days back from Sunday begin on Monday."""
    for day in range(3, 12):
        log(history, datetime(2026, 5, day, 12, 0, tzinfo=BERLIN), (("neck",), Side.LEFT, 2.0**day))
    window = days_back(date(2026, 5, 10), 7)
    assert sum(held.seconds for held in history.held(window)) == sum(2.0**day for day in range(4, 12))


def session_of(began: datetime, seconds: float) -> SessionRecord:
    """A session that held every side for so long."""
    holds = tuple(
        HoldRecord(place, "Lean", ("hamstrings",), side, 1, 1, 60.0, seconds, HoldStatus.CUT)
        for place, side in enumerate(Side)
    )
    return SessionRecord(began.isoformat(), "hips", "Hips", began, 60.0, holds=holds)


def test_a_year_adds_up_to_what_its_sessions_say(history: SqliteHistory) -> None:
    """Every day of it, three holds of changing length, on disk in one go."""
    first = datetime(2025, 5, 4, 18, 0, tzinfo=BERLIN)
    year = tuple(session_of(first + timedelta(days=number), number % 7 + 1.0) for number in range(365))
    history.replace(lambda nothing: replace(nothing, sessions=year))
    window = days_back(date(2026, 4, 20), 28)
    expected = sum(s.held_seconds for s in history.sessions() if s.started_at.date() in window)
    assert sum(held.seconds for held in history.held(window)) == expected > 0


def test_no_history_nothing_held(history: SqliteHistory, tmp_path: Path) -> None:
    """And no file is made."""
    assert history.held(days_back(MONDAY, 7)) == ()
    assert not (tmp_path / "history.db").exists()
