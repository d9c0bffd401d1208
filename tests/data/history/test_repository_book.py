"""The history to look through: sessions without their holds, days, what was said, what was deleted."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from routine_app.core.days import Days
from routine_app.core.errors import UserFacingError
from routine_app.core.feedback.feedback import Feedback, Feeling, PainRecord
from routine_app.core.feedback.repository import PainTold
from routine_app.core.history.repository import DayTotal, HistoryBook
from routine_app.core.routine.model import Side
from routine_app.core.session.record import HoldRecord, HoldStatus, SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.data.processor_time import least_seconds

BERLIN, HONOLULU = (timezone(timedelta(hours=hours)) for hours in (2, -10))
EVENING = datetime(2026, 5, 4, 23, 50, tzinfo=BERLIN)
MAY = Days(date(2026, 5, 1), date(2026, 5, 31))
HIP_PAIN = PainRecord("hip_flexors", Side.LEFT)
SAID = Feedback(Feeling.HARD, (HIP_PAIN, PainRecord("neck", Side.BOTH)), "Slept badly")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[SqliteHistory]:
    """An empty history."""
    with closing(SqliteHistory(tmp_path / "home" / "history.db")) as opened:
        yield opened


def log(history: SqliteHistory, name: str, began: datetime, *held_seconds: float) -> None:
    """Write a whole session of these holds."""
    history.start(SessionRecord(name, "hips", f"Title {name}", began, 60.0 * len(held_seconds)))
    holds = [
        HoldRecord(place, "Lean", ("it_band",), Side.LEFT, 1, 1, 60.0, seconds, HoldStatus.CUT)
        for place, seconds in enumerate(held_seconds)
    ]
    history.record_holds(name, holds)
    history.end(name, began + timedelta(minutes=5), SessionStatus.STOPPED)


def test_it_is_a_history_book(history: SqliteHistory) -> None:
    """The protocol is met; mypy checks it. Nothing is found, and no file made, where there is none."""
    book: HistoryBook = history
    assert (book.session_count(), book.newest_sessions(5), book.day_totals(MAY), book.pains(MAY)) == (
        0,
        (),
        (),
        (),
    )
    assert (book.session("a"), book.acknowledged()) == (None, {})
    assert not history._file.path.parent.exists()


def test_the_sessions_that_began_last_come_first(history: SqliteHistory) -> None:
    """By the instant, whatever the clock on the wall said; as many as are asked for, and how many there are."""
    log(history, "a", EVENING, 30.0, 12.5)
    log(history, "b", EVENING.astimezone(HONOLULU) + timedelta(minutes=1), 20.0)
    log(history, "c", EVENING - timedelta(days=3))
    history.say_of("a", SAID, EVENING)
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


def test_what_is_said_later_takes_the_place_of_it(history: SqliteHistory) -> None:
    """All of it, with its time; what was held stays."""
    log(history, "a", EVENING, 30.0)
    before = history.session("a")
    history.say_of("a", SAID, EVENING)
    said = history.session("a")
    assert said is not None
    assert before is not None
    assert (said.feedback, said.feedback_at, said.holds) == (SAID, EVENING, before.holds)
    later = EVENING.astimezone(HONOLULU) + timedelta(hours=1)
    history.say_of("a", Feedback(Feeling.EASY), later)
    said = history.session("a")
    assert said is not None
    assert (said.feedback, said.feedback_at) == (Feedback(Feeling.EASY), later)


def test_nothing_can_be_said_of_a_session_that_is_gone(history: SqliteHistory) -> None:
    """It is told in a sentence, and nothing is left of the pain."""
    log(history, "a", EVENING, 30.0)
    with pytest.raises(UserFacingError, match="does not have this session any more; nothing was noted"):
        history.say_of("b", SAID, EVENING)
    assert history.pains(MAY) == ()


def test_pains_of_some_days_come_in_order(history: SqliteHistory) -> None:
    """Oldest session first, and as they were told."""
    log(history, "b", EVENING, 30.0)
    log(history, "a", EVENING - timedelta(days=2), 30.0)
    log(history, "old", EVENING - timedelta(days=20), 30.0)
    for name in ("b", "a", "old"):
        history.say_of(name, SAID if name == "b" else Feedback(pain=(HIP_PAIN,)), EVENING)
    assert history.pains(MAY) == (
        PainTold("a", EVENING - timedelta(days=2), HIP_PAIN),
        PainTold("b", EVENING, HIP_PAIN),
        PainTold("b", EVENING, PainRecord("neck", Side.BOTH)),
    )


def test_the_last_acknowledgement_counts(history: SqliteHistory) -> None:
    """One for each muscle."""
    history.acknowledge("neck", EVENING)
    history.acknowledge("glutes", EVENING)
    history.acknowledge("neck", EVENING + timedelta(days=1))
    assert history.acknowledged() == {"neck": EVENING + timedelta(days=1), "glutes": EVENING}


def test_a_deleted_session_can_be_put_back_as_it_was(history: SqliteHistory) -> None:
    """With its holds and what was said; until then it is nowhere."""
    log(history, "a", EVENING, 30.0, 12.0)
    log(history, "b", EVENING, 20.0)
    history.say_of("a", SAID, EVENING)
    before = history.contents()
    gone = history.delete("a")
    assert gone == before.sessions[0]
    assert [one.session_id for one in history.sessions()] == ["b"]
    assert (history.pains(MAY), history.contents().deleted) == ((), frozenset({"a"}))
    history.restore(gone)
    assert history.contents() == before


def test_to_delete_what_is_not_there_does_nothing(history: SqliteHistory) -> None:
    """It was deleted elsewhere just now."""
    log(history, "a", EVENING, 30.0)
    assert history.delete("b") is None
    assert history.contents().deleted == frozenset()


def test_a_session_that_goes_on_after_all_is_not_deleted(history: SqliteHistory) -> None:
    """Another page still ran it."""
    log(history, "a", EVENING, 30.0)
    history.delete("a")
    log(history, "a", EVENING, 10.0)
    assert history.contents().deleted == frozenset()
    assert history.session_count() == 1


def test_no_screen_reads_all_holds(history: SqliteHistory) -> None:
    """Of a hundred thousand: all that the history and the balance ask for takes less than SQLite's sum of them."""
    history.start(SessionRecord("first", "hips", "Hips", EVENING, 300.0))
    connection = history._file._connection
    assert connection is not None
    connection.executescript("""
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
    screens, all_holds = least_seconds(asked, lambda: connection.execute(sum_of_all).fetchall())
    assert screens < all_holds
