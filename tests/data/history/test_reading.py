"""What is read of the history: whole sessions, the last ones, and what was held on some days."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from routine_app.core.days import Days, days_back
from routine_app.core.history.contents import HistoryContents
from routine_app.core.history.repository import DayTotal
from routine_app.core.routine.model import Side
from routine_app.core.session.muscle_totals import Held
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.core.history.whole_history import fill
from tests.data.history.sample_sessions import (
    BERLIN,
    EVENING,
    HONOLULU,
    MAY,
    SAID,
    START,
    log,
    make_hold,
    make_start,
)
from tests.data.processor_time import least_seconds

TOKYO = timezone(timedelta(hours=9))
MONDAY = date(2026, 5, 4)


def test_holds_come_in_the_order_of_the_plan(history: SqliteHistory) -> None:
    """Not in that of writing: after going back, an early hold is written late."""
    history.start(START)
    for index in (10, 2, 0, 1):
        history.record_holds("s1", [make_hold(index)])
    assert [hold.hold_index for hold in history.sessions()[0].holds] == [0, 1, 2, 10]


def test_the_newest_session_comes_whole(history: SqliteHistory, path: Path) -> None:
    """By its instant, whatever its offset, as the last of all sessions would; none makes no file."""
    assert history.newest() is None
    assert not path.parent.exists()
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    in_tokyo = datetime(2026, 3, 1, 20, 59, tzinfo=timezone(timedelta(hours=9)))
    in_new_york = datetime(2026, 3, 1, 7, 1, tzinfo=timezone(timedelta(hours=-5)))
    for session_id, started_at in (("z", in_tokyo), ("c", in_new_york), ("b", noon)):
        history.start(make_start(session_id, started_at))
        history.record_holds(session_id, [make_hold(1), make_hold(0)])
    newest = history.newest()
    assert newest is not None
    assert newest == history.sessions()[-1]
    assert (newest.session_id, [hold.hold_index for hold in newest.holds]) == ("c", [0, 1])


def test_sessions_come_oldest_first_by_instant(history: SqliteHistory) -> None:
    """Offsets are reckoned with, and the id decides between two of one instant."""
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    in_tokyo = datetime(2026, 3, 1, 20, 59, tzinfo=timezone(timedelta(hours=9)))
    in_new_york = datetime(2026, 3, 1, 7, 1, tzinfo=timezone(timedelta(hours=-5)))
    for session_id, started_at in (("c", in_new_york), ("b", noon), ("a", noon), ("z", in_tokyo)):
        history.start(make_start(session_id, started_at))
    assert [session.session_id for session in history.sessions()] == ["z", "a", "b", "c"]


def test_reading_takes_the_same_few_queries_however_many_sessions(
    history: SqliteHistory, statements: list[str]
) -> None:
    """One for the sessions, one for all holds, one for all pain, in one transaction."""
    for number in range(5):
        history.start(make_start(f"s{number}"))
        history.record_holds(f"s{number}", [make_hold()])
    statements.clear()
    history.sessions()
    assert [statement.split()[0] for statement in statements] == [
        "BEGIN",
        "SELECT",
        "SELECT",
        "SELECT",
        "COMMIT",
    ]


def test_many_sessions_take_little_more_than_their_holds(history: SqliteHistory, path: Path) -> None:
    """500 of twenty holds each: less than two and a half times what it takes to make the holds of bare rows."""
    history.start(START)
    with closing(sqlite3.connect(path)) as other:
        other.executescript("""
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 499)
            INSERT INTO session (id, routine, title, started_at, status, planned_seconds)
                SELECT 's-' || i, routine, title, started_at, status, planned_seconds FROM n, session;
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 19)
            INSERT INTO hold SELECT id, i, 'Pigeon pose', '["hip_flexors", "glutes"]', 'left', 1, 1, 30, 29.9, 'cut'
                FROM n, session;
            COMMIT;
        """)
        assert [len(session.holds) for session in history.sessions()] == [20] * 500
        sessions, holds = least_seconds(history.sessions, lambda: bare_holds(other), rounds=3)
        assert sessions < 2.5 * holds


def bare_holds(connection: sqlite3.Connection) -> list[HoldRecord]:
    """The holds of a file, in no order and of no session."""
    return [bare_hold(row) for row in connection.execute("SELECT * FROM hold")]


def bare_hold(row: tuple[Any, ...]) -> HoldRecord:
    """A hold of its columns, of which the first is the session."""
    _, place, name, muscles, side, set_number, round_number, planned, held, status = row
    what = (place, name, tuple(json.loads(muscles)), Side(side))
    return HoldRecord(*what, set_number, round_number, planned, held, HoldStatus(status))


def test_the_sessions_that_began_last_come_first(history: SqliteHistory) -> None:
    """By the instant, whatever the clock on the wall said; as many as are asked for, and how many there are."""
    log(history, "a", EVENING, 30.0, 12.5)
    log(history, "b", EVENING.astimezone(HONOLULU) + timedelta(minutes=1), 20.0)
    log(history, "c", EVENING - timedelta(days=3))
    history.say_of("a", lambda _: SAID, EVENING)
    assert [one.session_id for one in history.newest_sessions(2)] == ["b", "a"]
    assert [one.session_id for one in history.newest_sessions(9)] == ["b", "a", "c"]
    found = history.newest_sessions(2)[1]
    assert (found.title, found.status, found.held_seconds) == ("Title a", SessionStatus.STOPPED, 42.5)
    assert (found, found.feedback) == (history.session("a"), SAID)
    assert history.newest_sessions(9)[2].held_seconds == 0.0
    assert history.session_count() == 3


def test_a_session_is_found_with_its_holds(history: SqliteHistory) -> None:
    """The same as among all of them."""
    log(history, "a", EVENING, 30.0)
    log(history, "b", EVENING, 20.0, 10.0)
    assert history.session("b") == history.sessions()[1]
    assert history.session("c") is None


def test_days_have_what_was_held_on_them(history: SqliteHistory) -> None:
    """Where the user was: a session at ten to midnight is of that day, two of a day are one day."""
    log(history, "late", EVENING, 30.0)
    log(history, "early", datetime(2026, 5, 4, 6, 0, tzinfo=HONOLULU), 12.0, 0.5)
    log(history, "skipped", datetime(2026, 5, 6, 6, 0, tzinfo=BERLIN), 0.9)
    log(history, "second", datetime(2026, 5, 7, 6, 0, tzinfo=BERLIN), 1.0)
    log(history, "april", datetime(2026, 4, 30, 23, 59, tzinfo=BERLIN), 40.0)
    log(history, "june", datetime(2026, 6, 1, 0, 1, tzinfo=BERLIN), 40.0)
    assert history.day_totals(MAY) == (
        DayTotal(date(2026, 5, 4), 42.5),
        DayTotal(date(2026, 5, 7), 1.0),
    )


def test_no_screen_reads_all_holds(history: SqliteHistory, path: Path) -> None:
    """Of a hundred thousand: all that the history and the balance ask for takes less than SQLite's sum of them."""
    history.start(SessionRecord("first", "hips", "Hips", EVENING, 300.0))
    with closing(sqlite3.connect(path)) as other:
        other.executescript("""
            BEGIN;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
            INSERT INTO session (id, routine, title, started_at, status, planned_seconds)
                SELECT 's-' || i, 'hips', 'Hips', date('2026-05-04', '-' || (i / 2) || ' days') || 'T18:00:00+02:00',
                    'completed', 300 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9)
            INSERT INTO hold SELECT id, i, 'Pigeon pose', '["hip_flexors", "glutes"]', 'left', 1, 1, 30, 29.9, 'cut'
                FROM n, session;
            COMMIT;
        """)
        days = Days(date(2026, 2, 16), date(2026, 5, 10))

        def asked() -> list[int]:
            found = (history.day_totals(days), history.held(days), history.newest_sessions(30))
            return [*map(len, found), history.session_count()]

        assert asked() == [78, 1, 30, 10_000]
        sum_of_all = "SELECT sum(held_seconds) FROM hold"
        screens, all_holds = least_seconds(asked, lambda: other.execute(sum_of_all).fetchall())
        assert screens < all_holds


def log_held(history: SqliteHistory, began: datetime, *held: tuple[tuple[str, ...], Side, float]) -> None:
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
    log_held(history, began, (both, Side.LEFT, 10.5), (both, Side.RIGHT, 3.0), (both[::-1], Side.LEFT, 4.0))
    log_held(history, began + timedelta(hours=1), (both, Side.LEFT, 20.0), ((), Side.BOTH, 7.0))
    found = sorted(history.held(Days(MONDAY, MONDAY)), key=lambda held: held.seconds)
    assert found == [
        Held(both, Side.RIGHT, 3.0),
        Held(both[::-1], Side.LEFT, 4.0),
        Held((), Side.BOTH, 7.0),
        Held(both, Side.LEFT, 30.5),
    ]


def test_a_session_at_ten_to_midnight_is_of_the_day_it_began(history: SqliteHistory) -> None:
    """Wherever that was, and whatever day it is in Greenwich."""
    log_held(history, datetime(2026, 5, 4, 23, 50, tzinfo=HONOLULU), (("neck",), Side.BOTH, 30.0))
    log_held(history, datetime(2026, 5, 4, 0, 10, tzinfo=TOKYO), (("neck",), Side.BOTH, 5.0))
    assert on(history, MONDAY) == 35.0
    assert on(history, MONDAY + timedelta(days=1)) == on(history, MONDAY - timedelta(days=1)) == 0


def test_who_flew_over_the_date_line_has_held_it_already(history: SqliteHistory) -> None:
    """Tuesday morning in Tokyo counts on Monday in Honolulu, once."""
    log_held(history, datetime(2026, 5, 5, 8, 0, tzinfo=TOKYO), (("neck",), Side.BOTH, 30.0))
    assert sum(held.seconds for held in history.held(days_back(MONDAY, 7))) == 30.0


def test_the_window_has_both_its_ends(history: SqliteHistory) -> None:
    """Seven days back from Sunday begin on Monday."""
    for day in range(3, 12):
        log_held(history, datetime(2026, 5, day, 12, 0, tzinfo=BERLIN), (("neck",), Side.LEFT, 2.0**day))
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
    fill(history, HistoryContents(year))
    window = days_back(date(2026, 4, 20), 28)
    expected = sum(s.held_seconds for s in history.sessions() if s.started_at.date() in window)
    assert sum(held.seconds for held in history.held(window)) == expected > 0


def test_no_history_nothing_held(history: SqliteHistory, path: Path) -> None:
    """And no file is made."""
    assert history.held(days_back(MONDAY, 7)) == ()
    assert not path.exists()
