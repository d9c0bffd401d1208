"""The history on disk: what was written comes back, and nothing that is there is lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from routine_app.core.history.repository import HistoryRepository
from routine_app.core.session.record import SessionRecord, SessionStatus
from routine_app.data.history.repository import SqliteHistory
from tests.core.history.whole_history import contents_of
from tests.data.history.sample_sessions import (
    EVENING,
    MAY,
    SAID,
    START,
    STARTED,
    log,
    make_hold,
    reread,
)


def test_an_absent_history_is_empty_and_stays_absent(history: SqliteHistory, path: Path) -> None:
    """Reading on a fresh machine makes no file and no folder."""
    assert history.sessions() == ()
    assert not path.parent.exists()


def test_a_whole_session(history: SqliteHistory, path: Path) -> None:
    """Everything that was written is read again, at each moment of a session."""
    history.start(START)
    running = SessionRecord("s1", "hips", "Runner's hips", STARTED, 150.5)
    assert reread(path) == (running,)

    holds = (make_hold(0, 29.988), make_hold(1, 0.0, ()))
    history.record_holds("s1", holds)
    assert reread(path)[0].holds == holds

    ended_at = STARTED + timedelta(minutes=3, microseconds=1)
    history.end("s1", ended_at, SessionStatus.STOPPED)
    assert reread(path) == (
        SessionRecord(
            "s1",
            "hips",
            "Runner's hips",
            STARTED,
            150.5,
            ended_at=ended_at,
            status=SessionStatus.STOPPED,
            holds=holds,
        ),
    )


def test_it_is_a_history(history: SqliteHistory, path: Path) -> None:
    """The protocol is met; mypy checks it. Nothing is found, and no file made, where there is none."""
    empty: HistoryRepository = history
    assert empty.newest() is None
    assert (empty.session_count(), empty.newest_sessions(5), empty.day_totals(MAY), empty.pains(MAY)) == (
        0,
        (),
        (),
        (),
    )
    assert (empty.session("a"), empty.acknowledged()) == (None, {})
    assert not path.parent.exists()


def test_a_deleted_session_can_be_put_back_as_it_was(history: SqliteHistory) -> None:
    """With its holds and what was said; until then it is nowhere."""
    log(history, "a", EVENING, 30.0, 12.0)
    log(history, "b", EVENING, 20.0)
    history.say_of("a", lambda _: SAID, EVENING)
    before = contents_of(history)
    gone = history.delete("a")
    assert gone == before.sessions[0]
    assert [one.session_id for one in history.sessions()] == ["b"]
    assert (history.pains(MAY), contents_of(history).deleted) == ((), frozenset({"a"}))
    history.restore(gone)
    assert contents_of(history) == before


def test_what_came_back_by_other_ways_is_not_put_back_as_it_was(history: SqliteHistory) -> None:
    """It went on on another page, say, and was spoken of there: that stays, and what it lacks comes back."""
    log(history, "a", EVENING, 30.0, 12.0)
    gone = history.delete("a")
    assert gone is not None
    history.start(replace(gone, resumed_at=EVENING + timedelta(hours=1)))
    history.record_holds("a", gone.holds[:1])
    history.say_of("a", lambda _: SAID, EVENING + timedelta(hours=2))
    history.restore(gone)
    back = history.session("a")
    assert back is not None
    assert (back.resumed_at, back.feedback) == (EVENING + timedelta(hours=1), SAID)
    assert back.holds == gone.holds


def test_to_delete_what_is_not_there_does_nothing(history: SqliteHistory) -> None:
    """It was deleted elsewhere just now."""
    log(history, "a", EVENING, 30.0)
    assert history.delete("b") is None
    assert contents_of(history).deleted == frozenset()


def test_a_session_that_goes_on_after_all_is_not_deleted(history: SqliteHistory) -> None:
    """Another page still ran it."""
    log(history, "a", EVENING, 30.0)
    history.delete("a")
    log(history, "a", EVENING, 10.0)
    assert contents_of(history).deleted == frozenset()
    assert history.session_count() == 1
